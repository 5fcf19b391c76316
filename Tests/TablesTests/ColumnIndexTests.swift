import Bitmaps
import TestSupport
import Testing

@testable import Tables

/// A table of columns of each kind, with some values missing.
private struct Sample {
  let rowCount: Int
  let seed: UInt64
  let table: Table

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let rowCount = [0, 1, 64, 65, 1000, 3000][Int(seed % 6)]
    let share = [0, 0.01, 0.5][Int(seed % 3)]
    func recorded() -> Bitmap {
      Bitmap(
        capacity: rowCount,
        rows: (0..<rowCount).filter { _ in Double.random(in: 0..<1, using: &random) >= share })
    }
    let widths = [20, 300, 70_000, Int.max]
    var columns: [Column] = []
    for width in widths {
      let values = (0..<rowCount).map { _ in Int.random(in: -10..<width - 10, using: &random) }
      columns.append(Column(values: .integers(Storage(values)), recorded: recorded()))
    }
    let days = (0..<rowCount).map { _ in Int32.random(in: -3000..<20_000, using: &random) }
    columns.append(Column(values: .dates(Storage(days)), recorded: recorded()))
    let numbers = (0..<rowCount).map { _ in Double.random(in: -5...5, using: &random) }
    columns.append(Column(values: .numbers(Storage(numbers)), recorded: recorded()))
    let codes = (0..<rowCount).map { _ in UInt32.random(in: 0..<5, using: &random) }
    columns.append(
      Column(
        values: .coded(CodedValues(codes: Storage(codes), dictionary: ["a", "b", "c", "d", "e"])),
        recorded: recorded()))
    var offsets: [UInt32] = [0]
    var held: [UInt32] = []
    for _ in 0..<rowCount {
      held += (0..<5).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { UInt32($0) }
      offsets.append(UInt32(held.count))
    }
    columns.append(
      Column(
        values: .lists(
          ListValues(
            offsets: Storage(offsets), codes: Storage(held),
            dictionary: ["a", "b", "c", "d", "e"])), recorded: recorded()))
    let fields = columns.indices.map { FieldSchema(name: "c\($0)", type: .integer) }
    self.rowCount = rowCount
    self.seed = seed
    table = Table(
      schema: EntitySchema(name: "rows", fields: fields), columns: columns, rowCount: rowCount)
  }

  func number(_ column: Column, _ row: Int) -> Double? {
    guard column.recorded.contains(row) else { return nil }
    return switch column.values {
    case .integers(let values): Double(values[row])
    case .numbers(let values): values[row]
    case .dates(let values): Double(values[row])
    case .coded, .flags, .lists: nil
    }
  }

  func codes(_ column: Column, _ row: Int) -> [UInt32] {
    guard column.recorded.contains(row) else { return [] }
    return switch column.values {
    case .coded(let coded): [coded.codes[row]]
    case .lists(let lists):
      Array(lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])])
    case .integers, .numbers, .dates, .flags: []
    }
  }
}

@Test(arguments: 1...24 as ClosedRange<UInt64>)
func `an index of numbers finds the rows that a look at each finds`(seed: UInt64) {
  let sample = Sample(seed: seed)
  let ranges: [ClosedRange<Double>] = [
    0...5, -3.5...3.5, 2.2...2.8, 7...7, 100...250, -.infinity...0, 3...(.infinity),
    -.infinity...(.infinity), 1e9...1e300, -0x1p60...0x1p60, 0x1p55...0x1p62,
  ]
  for (position, column) in sample.table.columns.enumerated() {
    for range in ranges {
      for _ in 1...2 {
        let found = sample.table.indexes.rows(of: column, at: position, in: range)
        let wanted = (0..<sample.rowCount).filter { row in
          sample.number(column, row).map { range.contains($0) } ?? false
        }
        #expect(Array(found) == wanted, "seed \(seed), column \(position), \(range)")
      }
    }
    guard let narrow = sample.table.indexes.narrowNumbers(of: column, at: position) else {
      continue
    }
    let some = Bitmap(capacity: sample.rowCount) { $0 % 3 == 0 }
    for rows in [some, Bitmap(allOf: sample.rowCount)] {
      var counts = [Int](repeating: 0, count: narrow.counts.count)
      for row in rows {
        if let number = sample.number(column, row) { counts[Int(number) - narrow.lowest] += 1 }
      }
      #expect(narrow.counts(in: rows) == counts, "seed \(seed), column \(position)")
    }
    #expect(narrow.counts.first != 0 && narrow.counts.last != 0)
  }
}

@Test(arguments: 1...24 as ClosedRange<UInt64>)
func `an index of codes finds the rows that a look at each finds`(seed: UInt64) {
  let sample = Sample(seed: seed)
  for (position, column) in sample.table.columns.enumerated() {
    for codes: [UInt32] in [[0], [4], [1, 3], [3, 1, 2], [9], [0, 1, 2, 3, 4]] {
      let found = sample.table.indexes.rows(of: column, at: position, anyOf: codes)
      let wanted = (0..<sample.rowCount).filter { row in
        sample.codes(column, row).contains { codes.contains($0) }
      }
      #expect(Array(found) == wanted, "seed \(seed), column \(position), \(codes)")
    }
    #expect(column.missing == column.recorded.complement)
  }
}

@Test func `indexes stay within their budget, and those used last stay`() {
  let rowCount = 64_000
  let codes = (0..<rowCount).map { UInt32($0 % 4) }
  let column = Column(
    values: .coded(CodedValues(codes: Storage(codes), dictionary: ["a", "b", "c", "d"])),
    recorded: Bitmap(allOf: rowCount))
  let table = Table(
    schema: EntitySchema(name: "rows", fields: [FieldSchema(name: "c", type: .category)]),
    columns: [column], rowCount: rowCount)
  let budget = IndexBudget(byteLimit: 20_000)
  let data = DataSet(name: "data", tables: [table], indexBudget: budget)
  #expect(data.indexBudget === budget)
  for code: UInt32 in [0, 1, 0, 2, 3, 0] {
    #expect(table.rows(column: 0, code: code).count == rowCount / 4)
    #expect(budget.byteCount <= budget.byteLimit)
  }
  #expect(table.indexes.descriptions.count == 2)
  #expect(table.indexes.descriptions.allSatisfy { $0.kind == "value" && $0.form == "bitmap" })
  budget.byteLimit = 0
  #expect(budget.byteCount == 0)
  #expect(table.indexes.descriptions.isEmpty)
  #expect(Array(table.rows(column: 0, code: 1).firstRows(2)) == [1, 5])
}

@Test(arguments: 1...40 as ClosedRange<UInt64>)
func `sets of parents and children lead to one another`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let parentCount = Int.random(in: 0...60, using: &random)
  var parents = (0..<Int.random(in: 0...300, using: &random)).map { _ in
    Int32.random(in: (seed % 3 == 0 ? -1 : 0)..<Int32(max(parentCount, 1)), using: &random)
  }
  if parentCount == 0 { parents = parents.map { _ in -1 } }
  if seed % 2 == 0 { parents.sort() }
  let index = RelationIndex(parentOfChild: Storage(parents), parentRowCount: parentCount)
  #expect(Array(index.orphans) == parents.indices.filter { parents[$0] < 0 }, "seed \(seed)")
  for density in [0, 0.1, 0.6, 1] {
    func some(_ count: Int) -> Set<Int> {
      Set((0..<count).filter { _ in Double.random(in: 0..<1, using: &random) < density })
    }
    let (chosen, rows) = (some(parentCount), some(parents.count))
    #expect(
      Array(index.children(ofAny: Bitmap(capacity: parentCount, rows: chosen)))
        == parents.indices.filter { chosen.contains(Int(parents[$0])) }, "seed \(seed)")
    let children = Bitmap(capacity: parents.count, rows: rows)
    let counts = (0..<parentCount).map { parent in
      Int32(rows.count { parents[$0] == Int32(parent) })
    }
    #expect(index.childCounts(in: children) == counts, "seed \(seed)")
    #expect(
      Array(index.parents(ofAny: children)) == counts.indices.filter { counts[$0] > 0 },
      "seed \(seed)")
  }
  #expect(
    Array(index.parentsWithChildren)
      == (0..<parentCount).filter { parents.contains(Int32($0)) }, "seed \(seed)")
}
