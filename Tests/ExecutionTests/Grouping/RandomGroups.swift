import Bitmaps
import Tables
import TestSupport

@testable import Execution

/// Rows with random digits in a few dimensions of every kind, for trying one method against another.
struct RandomGroups {
  let rowCount: Int
  let rows: Bitmap
  let dimensions: [GroupKeys]
  /// For each dimension the codes of each row, none where it is missing.
  let held: [[[UInt32]]]

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let rowCount = random.element(of: [0, 1, 63, 64, 65, 200, 5000])
    self.rowCount = rowCount
    let share = random.element(of: [0, 1, 50, 100])
    rows = Bitmap(
      capacity: rowCount, rows: (0..<rowCount).filter { _ in random.int(below: 100) < share })
    let number = random.int(below: 4)
    let made = (0..<number).map { _ in
      Self.dimension(rowCount, mayBeMany: number == 1, &random)
    }
    dimensions = made.map(\.keys)
    held = made.map(\.held)
  }

  private static func dimension(
    _ rowCount: Int, mayBeMany: Bool, _ random: inout SeededRandom
  ) -> (keys: GroupKeys, held: [[UInt32]]) {
    // Codes at the limits of a width, but not in several dimensions, whose product would be slow.
    let codeCount = random.element(of: mayBeMany ? [1, 2, 7, 40, 255, 256] : [1, 2, 7, 40])
    let codes = (0..<rowCount).map { _ in
      random.int(below: 10) == 0 ? GroupKeys.missing : UInt32(random.int(below: codeCount))
    }
    let single = codes.map { $0 == GroupKeys.missing ? [] : [$0] }
    let stored = Self.stored(codes, codeCount, &random)
    var keys = GroupKeys(digits: .codes(stored), codeCount: codeCount, labels: .values([]))
    switch random.int(below: 5) {
    case 0: return (keys, single)
    case 1:
      let parents = (0..<rowCount).map { _ in Int32(random.int(below: rowCount + 1) - 1) }
      keys.digits = .linked(stored, by: Storage(parents))
      return (keys, parents.map { $0 < 0 ? [] : single[Int($0)] })
    case 2:
      let low = random.int(below: 100) - 50
      let recorded = Bitmap(capacity: rowCount) { codes[$0] != GroupKeys.missing }
      keys.digits = .days(
        Storage(codes.map { $0 == GroupKeys.missing ? 9999 : Int32(Int($0) + low) }),
        GroupKeys.Lookup(
          low: low, codes: (0..<codeCount).map { UInt32(codeCount - 1 - $0) },
          recorded: RowBits(recorded)))
      return (keys, single.map { $0.map { UInt32(codeCount) - 1 - $0 } })
    case 3:
      let yes = Bitmap(capacity: rowCount) { codes[$0] == 0 }
      let undecided = Bitmap(capacity: rowCount) { codes[$0] == GroupKeys.missing }
      keys.digits = .truth(yes: RowBits(yes), undecided: RowBits(undecided))
      (keys.codeCount, keys.recorded) = (2, undecided.complement)
      keys.sets = .truth(yes)
      return (keys, single.map { $0.map { $0 == 0 ? 0 : 1 } })
    default:
      return several(codes, codeCount, &random)
    }
  }

  /// Codes in any width that holds them.
  private static func stored(
    _ codes: [UInt32], _ codeCount: Int, _ random: inout SeededRandom
  ) -> Codes {
    Codes(
      narrowing: Storage(codes),
      below: max(codeCount, random.element(of: [1, Int(UInt8.max) + 1, Int(UInt16.max) + 1])))
  }

  /// Lists of which some hold nothing, which is the code after all others.
  private static func several(
    _ codes: [UInt32], _ codeCount: Int, _ random: inout SeededRandom
  ) -> (keys: GroupKeys, held: [[UInt32]]) {
    let none = UInt32(codeCount)
    var (offsets, listed, held): ([UInt32], [UInt32], [[UInt32]]) = ([0], [], [])
    for code in codes {
      let few = (0..<random.int(below: 4)).map { _ in UInt32(random.int(below: codeCount)) }
      let list = code == GroupKeys.missing ? [] : Set(few).sorted()
      listed += list
      offsets.append(UInt32(listed.count))
      held.append(code == GroupKeys.missing ? [] : list.isEmpty ? [none] : list)
    }
    let recorded = Bitmap(capacity: codes.count) { codes[$0] != GroupKeys.missing }
    let keys = GroupKeys(
      digits: .codes([]), codeCount: codeCount + 1, labels: .values([]), recorded: recorded,
      several: GroupKeys.Several(
        offsets: Storage(offsets), codes: Storage(listed), recorded: RowBits(recorded),
        noneCode: none))
    return (keys, held)
  }

  /// The combinations that a row stands in.
  func combinations(_ row: Int) -> [[UInt32]] {
    held.reduce([[]]) { combinations, held in
      let codes = held[row].isEmpty ? [GroupKeys.missing] : held[row]
      return combinations.flatMap { combination in codes.map { combination + [$0] } }
    }
  }

  /// The rows of each combination, counted one by one.
  var counts: [[UInt32]: Int] {
    var counts: [[UInt32]: Int] = dimensions.isEmpty ? [[]: 0] : [:]
    for row in rows {
      for combination in combinations(row) { counts[combination, default: 0] += 1 }
    }
    return counts
  }
}

extension Groups {
  /// The codes of a group.
  func codes(_ group: Int) -> [UInt32] { dimensions.indices.map { code(group, $0) } }

  /// The rows of each combination.
  var countsByCodes: [[UInt32]: Int] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { (codes($0), counts[$0]) })
  }
}
