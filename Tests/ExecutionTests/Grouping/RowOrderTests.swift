import Bitmaps
import Tables
import TestSupport
import Testing

@testable import Execution

/// Lists in order against sorting all rows by comparison.
@Suite struct RowOrderTests {
  private static let rowCount = 3000

  @Test(arguments: GroupMethodTests.seeds)
  func `the first rows are those of the whole in order`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var keys: [RowOrder.Key] = []
    var values: [(numbers: [Int?], isDescending: Bool)] = []
    for _ in 0..<1 + random.int(below: 3) {
      let width = random.element(of: [1, 4, 1000, 1_000_000])
      let numbers = (0..<Self.rowCount).map { _ in
        random.int(below: 9) == 0 ? nil : random.int(below: width)
      }
      let isDescending = random.bool()
      values.append((numbers, isDescending))
      if width > 1000 || random.bool() {
        let stored = Storage(numbers.map { $0 ?? Int.max })
        let recorded = Bitmap(capacity: Self.rowCount) { numbers[$0] != nil }
        var found = RowNumbers(values: .wholes(stored), recorded: recorded)
        if random.bool() { found.narrow = NumberMethodTests.narrowed(stored, recorded) }
        keys.append(RowOrder.Key(values: .numbers(found), isDescending: isDescending))
      } else {
        let codes = numbers.map { $0.map { UInt32($0) } ?? GroupKeys.missing }
        keys.append(
          RowOrder.Key(
            values: .codes(
              GroupKeys(
                digits: .codes(Codes(Storage(codes))), codeCount: width, labels: .values([])),
              places: nil), isDescending: isDescending))
      }
    }
    let selected = Bitmap(
      capacity: Self.rowCount,
      rows: (0..<Self.rowCount).filter { _ in random.int(below: 10) > 1 })
    let sorted = selected.sorted { a, b in
      for (numbers, isDescending) in values where numbers[a] != numbers[b] {
        guard let left = numbers[a] else { return false }
        guard let right = numbers[b] else { return true }
        return isDescending ? left > right : left < right
      }
      return a < b
    }
    let order = RowOrder(keys, .never)
    #expect(try order.rows(selected, first: nil) == sorted, "seed \(seed)")
    for first in [0, 1, 20, 599, 5000] {
      #expect(
        try order.rows(selected, first: first) == Array(sorted.prefix(first)),
        "seed \(seed), first \(first)")
    }
  }

  @Test(arguments: GroupMethodTests.seeds)
  func `the first of rows whose numbers are not those of the table are found`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let width = random.element(of: [100, 1000, 30_000])
    let numbers = (0..<Self.rowCount).map { _ in
      random.int(below: 9) == 0 ? nil : random.int(below: width)
    }
    // Nothing near the best numbers, few rows there, or hardly anything else.
    let (lowest, highest) = random.element(of: [
      (width / 3, width / 2), (1, width - 2), (0, width / 50), (width - width / 50, width),
    ])
    let selected = Bitmap(capacity: Self.rowCount) { row in
      numbers[row].map { (lowest...highest).contains($0) } ?? (row % 7 == 0)
    }
    let stored = Storage(numbers.map { $0 ?? Int.max })
    let recorded = Bitmap(capacity: Self.rowCount) { numbers[$0] != nil }
    var found = RowNumbers(values: .wholes(stored), recorded: recorded)
    found.narrow = NumberMethodTests.narrowed(stored, recorded)
    for isDescending in [false, true] {
      let sorted = selected.sorted { a, b in
        guard numbers[a] != numbers[b] else { return a < b }
        guard let left = numbers[a] else { return false }
        guard let right = numbers[b] else { return true }
        return isDescending ? left > right : left < right
      }
      let order = RowOrder(
        [RowOrder.Key(values: .numbers(found), isDescending: isDescending)], .never)
      for first in [1, 3, 20] {
        #expect(
          try order.rows(selected, first: first) == Array(sorted.prefix(first)),
          "seed \(seed), first \(first), descending \(isDescending)")
      }
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func `the leading ones of many are those of all in order`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let keys = (0..<20_000).map { _ in random.int(below: 500) }
    let precedes = { (a: Int, b: Int) in keys[a] != keys[b] ? keys[a] < keys[b] : a < b }
    let sorted = Array(keys.indices).sorted(by: precedes)
    for count in [0, 1, 50, 4999, 30_000] {
      var leading = Leading<Int>(count)
      for key in keys.indices { leading.consider(key, precedes) }
      #expect(
        leading.first(precedes) == Array(sorted.prefix(count)), "seed \(seed), first \(count)")
    }
  }
}
