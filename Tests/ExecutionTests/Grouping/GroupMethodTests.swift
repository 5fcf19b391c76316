import Bitmaps
import Tables
import TestSupport
import Testing

@testable import Execution

/// Every method of counting against counting one by one, on random rows.
@Suite struct GroupMethodTests {
  static let seeds = (0..<60).map { UInt64($0) * 7919 + 3 }

  @Test(arguments: seeds)
  func `groups are the same by every method`(seed: UInt64) throws {
    let random = RandomGroups(seed: seed)
    let expected = random.counts
    var methods: [Groups.Method] = random.dimensions.isEmpty ? [.dense] : [.dense, .sparse]
    if random.dimensions.count == 1, random.dimensions[0].sets != nil { methods.append(.sets) }
    for method in methods {
      let groups = try Groups(random.rows, by: random.dimensions, method: method, .never)
      #expect(groups.countsByCodes == expected, "seed \(seed), \(method)")
      let codes = (0..<groups.count).map { groups.codes($0) }
      #expect(
        codes == codes.sorted { $0.lexicographicallyPrecedes($1) }, "seed \(seed), \(method)")
      #expect(try groups.counts(of: random.rows) == groups.counts, "seed \(seed), \(method)")
    }
  }

  @Test(arguments: seeds)
  func `the rows of a part are counted in the groups of the whole`(seed: UInt64) throws {
    let random = RandomGroups(seed: seed)
    let part = Bitmap(capacity: random.rowCount) { $0 % 3 == 1 }.intersection(random.rows)
    var expected: [[UInt32]: Int] = [:]
    for row in part { for codes in random.combinations(row) { expected[codes, default: 0] += 1 } }
    for method in [Groups.Method.dense, .sparse] where !random.dimensions.isEmpty {
      let groups = try Groups(random.rows, by: random.dimensions, method: method, .never)
      let counts = try groups.counts(of: part)
      for group in 0..<groups.count {
        #expect(
          counts[group] == expected[groups.codes(group)] ?? 0, "seed \(seed), \(method)")
      }
    }
  }

  @Test(arguments: seeds)
  func `different codes are counted the same by bits and side by side`(seed: UInt64) throws {
    let random = RandomGroups(seed: seed)
    guard let keys = random.dimensions.first, let held = random.held.first else { return }
    let groups = try Groups(random.rows, by: Array(random.dimensions.dropFirst()), .never)
    var seen: [[UInt32]: Set<UInt32>] = [:]
    for row in random.rows {
      for combination in random.combinations(row) {
        let codes = held[row].filter { !keys.isNone($0) }
        seen[Array(combination.dropFirst()), default: []].formUnion(codes)
      }
    }
    for method in [DistinctCodes.Method.bits, .gathered] {
      let counts = try DistinctCodes(random.rows, keys, groups, method: method).counts
      for group in 0..<groups.count {
        #expect(
          counts[group] == seen[groups.codes(group)]?.count ?? 0, "seed \(seed), \(method)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the rows with a value and the values they hold are known`(seed: UInt64) throws {
    let random = RandomGroups(seed: seed)
    for (keys, held) in zip(random.dimensions, random.held) {
      var unknown = keys
      (unknown.recorded, unknown.sets) = (nil, nil)
      let expected = Bitmap(
        capacity: random.rowCount, rows: random.rows.filter { !held[$0].isEmpty })
      #expect(try keys.recorded(among: random.rows, .never) == expected, "seed \(seed)")
      #expect(try unknown.recorded(among: random.rows, .never) == expected, "seed \(seed)")
      if keys.several == nil {
        for row in 0..<random.rowCount {
          #expect(keys.code(ofRow: row) == held[row].first ?? GroupKeys.missing, "seed \(seed)")
        }
      } else {
        let mentions = random.rows.reduce(0) { $0 + held[$1].count { !keys.isNone($0) } }
        #expect(try unknown.mentions(among: random.rows, .never) == mentions, "seed \(seed)")
      }
    }
  }

  @Test func `many rows are counted in stretches`() throws {
    let rowCount = 3 * RowBlocks.stretchRows + 77
    let codes = Storage(count: rowCount) { UInt32($0 % 5) }
    let keys = GroupKeys(digits: .codes(Codes(codes)), codeCount: 5, labels: .values([]))
    let rows = Bitmap(capacity: rowCount) { $0 % 7 != 0 }
    let groups = try Groups(rows, by: [keys, keys], .never)
    #expect(groups.count == 5)
    for group in 0..<5 {
      let count = stride(from: group, to: rowCount, by: 5).count { $0 % 7 != 0 }
      #expect(groups.counts[group] == count)
    }
    #expect(try keys.recorded(among: rows, .never) == rows)
  }

  @Test(arguments: [1, 2, 3, 16])
  func `stretches come back in order from any number of threads`(threads: Int) throws {
    let blocks = RowBlocks(20 * RowBlocks.stretchRows + 1, threads: threads)
    #expect(blocks.stretches.count > 16)
    #expect(blocks.stretches.dropFirst().allSatisfy { $0.lowerBound % 64 == 0 })
    #expect(try blocks.map { $0 } == blocks.stretches)
    #expect(RowBlocks(1 << 30, cells: 1 << 30).stretches.count == 1)
  }

  @Test func `a query that is cancelled ends with an error`() throws {
    let keys = GroupKeys(
      digits: .codes(Codes(Storage(count: 1 << 20) { _ in 0 })), codeCount: 1, labels: .values([]))
    #expect(throws: QueryCancelled.self) {
      _ = try Groups(Bitmap(allOf: 1 << 20), by: [keys], CancellationCheck { true })
    }
  }
}
