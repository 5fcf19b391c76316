internal import Bitmaps
internal import Planning
internal import Tables

/// A number for each row that has one, as it is stored.
struct RowNumbers: Sendable {
  /// Where the numbers are.
  enum Values: Sendable {
    case wholes(Storage<Int>)
    case days(Storage<Int32>)
    case numbers(Storage<Double>)
    case computed([Double])
  }

  var values: Values
  /// The rows that have a number.
  var recorded: Bitmap
  /// Where another table's rows hold the numbers.
  var elsewhere: Elsewhere?

  /// The rows of another table that hold the numbers.
  struct Elsewhere: Sendable {
    /// The row that holds each row's number; -1 for none.
    var holders: Storage<Int32>
    /// The rows there that have a number.
    var recorded: Bitmap
  }

  /// Whether all are whole numbers by their kind.
  var areWhole: Bool {
    switch values {
    case .wholes, .days: true
    case .numbers, .computed: false
    }
  }

  /// Copies the numbers of members, whose rows must be recorded.
  func copy(_ members: Members<UInt32>, to numbers: MemberNumbers<Double>) {
    switch values {
    case .wholes(let values): copy(values, members, to: numbers) { Double($0) }
    case .days(let values): copy(values, members, to: numbers) { Double($0) }
    case .numbers(let values): copy(values, members, to: numbers) { $0 }
    case .computed(let values):
      values.withUnsafeBufferPointer { values in
        numbers.fill(members) { values[$0] }
      }
    }
  }

  /// Copies the numbers of members, whose rows must be recorded and whose numbers whole.
  func copy(_ members: Members<UInt32>, to numbers: MemberNumbers<Int>) {
    switch values {
    case .wholes(let values): copy(values, members, to: numbers) { $0 }
    case .days(let values): copy(values, members, to: numbers) { Int($0) }
    case .numbers(let values):
      copy(values, members, to: numbers) { Int(exactly: $0) ?? 0 }
    case .computed(let values):
      values.withUnsafeBufferPointer { values in
        numbers.fill(members) { Int(exactly: values[$0]) ?? 0 }
      }
    }
  }

  /// Copies the numbers of members, whose rows must be recorded, as bits that are in order.
  func copy(_ members: Members<UInt32>, to bits: MemberNumbers<UInt64>) {
    switch values {
    case .wholes(let values): copy(values, members, to: bits) { OrderedBits.bits(of: $0) }
    case .days(let values): copy(values, members, to: bits) { OrderedBits.bits(of: Int($0)) }
    case .numbers(let values): copy(values, members, to: bits) { OrderedBits.bits(of: $0) }
    case .computed(let values):
      values.withUnsafeBufferPointer { values in
        bits.fill(members) { OrderedBits.bits(of: values[$0]) }
      }
    }
  }

  /// The number of a recorded row as bits that are in order.
  func bits(ofRow row: Int) -> UInt64 {
    let holder = elsewhere.map { Int($0.holders[row]) } ?? row
    return switch values {
    case .wholes(let values): OrderedBits.bits(of: values[holder])
    case .days(let values): OrderedBits.bits(of: Int(values[holder]))
    case .numbers(let values): OrderedBits.bits(of: values[holder])
    case .computed(let values): OrderedBits.bits(of: values[holder])
    }
  }

  @inline(__always)
  private func copy<Value, Number>(
    _ values: Storage<Value>, _ members: Members<UInt32>, to numbers: MemberNumbers<Number>,
    _ number: (Value) -> Number
  ) {
    values.withUnsafeBufferPointer { values in
      guard let holders = elsewhere?.holders else {
        return numbers.fill(members) { number(values[$0]) }
      }
      holders.withUnsafeBufferPointer { holders in
        numbers.fill(members) { number(values[Int(holders[$0])]) }
      }
    }
  }

  /// From the least to the greatest number of a selection of recorded rows, if all are whole and not
  /// so many apart that a place for each would be too much; `nil` also of no rows.
  func wholeRange(
    among rows: Bitmap, most: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> ClosedRange<Int>? {
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity).map { range throws(QueryCancelled) in
      var extent = Extent()
      let wholes = MemberNumbers<Int>()
      let numbers = MemberNumbers<Double>()
      try Members<UInt32>.forEachBlock(of: bits, in: range, by: nil, cancellation) { members in
        if !extent.isWhole { return }
        if areWhole {
          copy(members, to: wholes)
          extent.add(wholes)
        } else {
          copy(members, to: numbers)
          extent.add(numbers)
        }
      }
      return extent
    }
    let found = parts.reduce(into: Extent()) { $0.add($1) }
    guard found.isWhole, found.low <= found.high else { return nil }
    let (distance, overflow) = found.high.subtractingReportingOverflow(found.low)
    return overflow || distance >= most ? nil : found.low...found.high
  }

  private struct Extent: Sendable {
    var low = Int.max
    var high = Int.min
    var isWhole = true

    mutating func add(_ other: Extent) {
      low = min(low, other.low)
      high = max(high, other.high)
      isWhole = isWhole && other.isWhole
    }

    mutating func add(_ numbers: MemberNumbers<Int>) {
      var (least, greatest) = (low, high)
      for member in 0..<numbers.count {
        least = min(least, numbers[member])
        greatest = max(greatest, numbers[member])
      }
      (low, high) = (least, greatest)
    }

    mutating func add(_ numbers: MemberNumbers<Double>) {
      var (least, greatest, whole) = (Double.infinity, -Double.infinity, true)
      for member in 0..<numbers.count {
        let value = numbers[member]
        least = min(least, value)
        greatest = max(greatest, value)
        whole = whole && value == value.rounded(.towardZero)
      }
      guard whole, let first = Int(exactly: least), let last = Int(exactly: greatest) else {
        isWhole = false
        return
      }
      (low, high) = (min(low, first), max(high, last))
    }
  }
}

/// The numbers of a block's members, in memory that serves block after block.
final class MemberNumbers<Number: BitwiseCopyable> {
  /// How many there are.
  private(set) var count = 0
  private var numbers: UnsafeMutablePointer<Number>
  private var capacity: Int

  init() {
    capacity = Members<UInt32>.blockRows
    numbers = .allocate(capacity: capacity)
  }

  deinit { numbers.deallocate() }

  /// The number of a member.
  @inline(__always)
  subscript(member: Int) -> Number { numbers[member] }

  /// Takes a number for the row of each member.
  @inline(__always)
  func fill(_ members: Members<UInt32>, _ number: (_ row: Int) -> Number) {
    count = members.count
    if count > capacity {
      numbers.deallocate()
      capacity = count
      numbers = .allocate(capacity: capacity)
    }
    let (numbers, rows) = (numbers, members.rows)
    for member in 0..<count { numbers[member] = number(Int(rows[member])) }
  }
}

extension Evaluator {
  /// The number of each row: a field's as it is stored, any other computed.
  func numbers(_ value: NumericValue, table: Int) throws(QueryCancelled) -> RowNumbers {
    if case .field(let reference) = value, let stored = stored(try column(reference)) {
      return stored
    }
    if case .through(let relation, .field(let reference)) = value,
      var stored = stored(try column(reference))
    {
      let parents = data.relationIndex(relation).parentOfChild
      stored.elsewhere = RowNumbers.Elsewhere(holders: parents, recorded: stored.recorded)
      stored.recorded = try stored.recorded.gathered(by: parents, cancellation)
      return stored
    }
    let vector = try vector(value, over: .table(table))
    return RowNumbers(values: .computed(vector.values), recorded: vector.recorded)
  }

  private func stored(_ column: Column) -> RowNumbers? {
    switch column.values {
    case .integers(let values):
      RowNumbers(values: .wholes(values), recorded: column.recorded)
    case .dates(let values): RowNumbers(values: .days(values), recorded: column.recorded)
    case .numbers(let values): RowNumbers(values: .numbers(values), recorded: column.recorded)
    case .coded, .flags, .lists: nil
    }
  }
}
