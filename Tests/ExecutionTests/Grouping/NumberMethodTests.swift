import Bitmaps
import Planning
import Statistics
import Tables
import TestSupport
import Testing

@testable import Execution

/// Numbers looked up or counted against numbers taken one by one.
@Suite struct NumberMethodTests {
  /// Random numbers of one kind, with the value of each row that has one.
  private static func numbers(
    _ rowCount: Int, _ random: inout SeededRandom
  ) -> (RowNumbers, [Double?]) {
    let width = random.element(of: [1, 20, 3000])
    let values = (0..<rowCount).map { _ in random.int(below: width) - width / 2 }
    let recorded = Bitmap(
      capacity: rowCount, rows: (0..<rowCount).filter { _ in random.int(below: 8) > 0 })
    var factor = 1.0
    let stored: RowNumbers.Values
    switch random.int(below: 4) {
    case 0: stored = .wholes(Storage(values))
    case 1: stored = .days(Storage(values.map { Int32($0) }))
    case 2: stored = .numbers(Storage(values.map { Double($0) }))
    default:
      factor = 0.3
      stored = .computed(values.map { Double($0) * 0.3 })
    }
    let here = (0..<rowCount).map { recorded.contains($0) ? Double(values[$0]) * factor : nil }
    if case .computed = stored { return (RowNumbers(values: stored, recorded: recorded), here) }
    guard random.bool() else {
      var numbers = RowNumbers(values: stored, recorded: recorded)
      if case .wholes(let values) = stored { numbers.narrow = narrowed(values, recorded) }
      return (numbers, here)
    }
    let holders = (0..<rowCount).map { _ in Int32(random.int(below: rowCount + 1) - 1) }
    let linked = holders.map { $0 < 0 ? nil : here[Int($0)] }
    return (
      RowNumbers(
        values: stored, recorded: Bitmap(capacity: rowCount) { linked[$0] != nil },
        elsewhere: RowNumbers.Elsewhere(holders: Storage(holders), recorded: recorded)), linked
    )
  }

  /// The same whole numbers in fewer bytes, as a stored column has them.
  static func narrowed(_ values: Storage<Int>, _ recorded: Bitmap) -> Deferred<NarrowNumbers?> {
    let column = Column(values: .integers(values), recorded: recorded)
    return Deferred(ColumnIndexes().narrowNumbers(of: column, at: 0))
  }

  @Test(arguments: GroupMethodTests.seeds)
  func `bands are the same looked up and one by one`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rowCount = random.element(of: [1, 64, 700])
    let (numbers, values) = Self.numbers(rowCount, &random)
    let index: @Sendable (Double) -> Int? = { $0 == 3 ? nil : Int(($0 / 7).rounded(.down)) }
    for most in [0, NumberedRows.mostPlaces] {
      let rows = try NumberedRows(numbers, .never, mostPlaces: most, index: index)
      let occurring = Set(values.compactMap { $0.flatMap(index) })
      #expect(occurring.isSubset(of: rows.occurring), "seed \(seed)")
      let codes = Dictionary(
        uniqueKeysWithValues: rows.occurring.enumerated().map { ($1, UInt32($0)) })
      let keys = GroupKeys(
        digits: try rows.digits(codeCount: codes.count, .never) { codes[$0] ?? 0 },
        codeCount: codes.count, labels: .values([]))
      for row in 0..<rowCount {
        let expected = values[row].flatMap(index).flatMap { codes[$0] } ?? GroupKeys.missing
        #expect(keys.code(ofRow: row) == expected, "seed \(seed), row \(row)")
      }
    }
  }

  @Test(arguments: GroupMethodTests.seeds)
  func `samples are the same counted and gathered`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let groups = RandomGroups(seed: seed)
    let (numbers, values) = Self.numbers(groups.rowCount, &random)
    let evaluator = Evaluator(
      catalogue: Catalogue(DataSet(name: "none", tables: [])), derivedColumns: DerivedColumns(),
      cancellation: .never)
    let grouping = try Groups(groups.rows, by: groups.dimensions, .never)
    var expected: [[UInt32]: [Double]] = [:]
    for row in groups.rows {
      guard let value = values[row] else { continue }
      for codes in groups.combinations(row) { expected[codes, default: []].append(value) }
    }
    for method in [Evaluator.SampleMethod.counted, .gathered, nil] {
      let samples = try evaluator.samples(of: numbers, groups.rows, grouping, method: method)
      for group in 0..<grouping.count {
        let sorted = (expected[grouping.codes(group)] ?? []).sorted()
        let sample = samples[group]
        #expect(sample.count == sorted.count, "seed \(seed), \(String(describing: method))")
        #expect(sample.minimum == sorted.first && sample.maximum == sorted.last, "seed \(seed)")
        #expect(
          sample.median == Sample(sorted).median, "seed \(seed), \(String(describing: method))")
        #expect(
          sample.percentile(100) == sorted.last, "seed \(seed), \(String(describing: method))")
        let sum = sorted.reduce(0, +)
        #expect(
          abs(sample.sum - sum) <= 1e-9 * max(1, abs(sum)),
          "seed \(seed), \(String(describing: method))")
      }
    }
  }

  @Test func `bits are in the order of the numbers, and lead back to them`() {
    let numbers = [-Double.infinity, -1e300, -2.5, -1, -1e-300, 0, 1e-300, 0.1, 7, 1e300]
    let bits = numbers.map { OrderedBits.bits(of: $0) }
    #expect(bits == bits.sorted() && Set(bits).count == bits.count)
    #expect(bits.map { OrderedBits.number($0) } == numbers)
    #expect(OrderedBits.bits(of: -0.0) == OrderedBits.bits(of: 0.0))
    let wholes = [Int.min, -3, 0, 4, Int.max]
    #expect(wholes.map { OrderedBits.bits(of: $0) }.map { OrderedBits.whole($0) } == wholes)
  }

  @Test(arguments: [UInt64(5), 6, 7])
  func `a table of numbers gives each its own`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var table = SlotTable()
    var known: [UInt64: UInt32] = [:]
    for _ in 0..<20_000 {
      let key = random.bool() ? UInt64(random.int(below: 5000)) : random.next() & ~0xFFFF
      let number = table.insert(key)
      #expect(known[key, default: number] == number, "seed \(seed)")
      if known[key] == nil { #expect(Int(number) == known.count, "seed \(seed)") }
      known[key] = number
    }
    #expect(known.allSatisfy { table.find($0.key) == $0.value }, "seed \(seed)")
    #expect(table.find(1 << 63 | 1) == nil)
  }
}
