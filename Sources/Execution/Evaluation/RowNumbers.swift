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
  /// The same numbers in fewer bytes, for loops to which that matters; made when they are asked for.
  var narrow: Deferred<NarrowNumbers?>?

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
}

extension Evaluator {
  /// The number of each row: a field's as it is stored, any other computed.
  func numbers(_ value: NumericValue, table: Int) throws(QueryCancelled) -> RowNumbers {
    if case .field(let reference) = value, var stored = stored(try column(reference)) {
      if stored.areWhole {
        let (column, indexes, position) = try indexed(reference)
        stored.narrow = Deferred { indexes.narrowNumbers(of: column, at: position) }
      }
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
