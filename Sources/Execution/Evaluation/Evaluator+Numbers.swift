internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// A number in an interval; that of a plain field is found as it is stored, and that of a parent
  /// once for all its children.
  func within(
    _ value: NumericValue, _ interval: NumericInterval, over rows: Rows
  ) throws(QueryCancelled) -> Truth {
    if case .through(let relation, let inner) = value {
      return try through(relation, .within(inner, interval), isTrueWithoutParent: false)
    }
    guard case .field(let reference) = value else {
      let vector = try vector(value, over: rows)
      let values = vector.values
      let yes = Bitmap(capacity: values.count) { interval.contains(values[$0]) }
      return Truth(
        yes: yes.intersection(vector.recorded), undecided: vector.recorded.complement)
    }
    let (column, indexes, position) = try indexed(reference)
    let yes =
      interval.closed.map { indexes.rows(of: column, at: position, in: $0) }
      ?? Bitmap(capacity: column.rowCount)
    return Truth(yes: yes, undecided: column.missing)
  }

  /// The rows without a number; those of a plain field need no number for the others.
  func missing(_ value: NumericValue, over rows: Rows) throws(QueryCancelled) -> Bitmap {
    if case .field(let reference) = value {
      let column = try column(reference)
      switch column.values {
      case .integers, .numbers, .dates: return column.missing
      case .coded, .flags, .lists: break
      }
    }
    return try vector(value, over: rows).recorded.complement
  }

  /// Two numbers of each row compared.
  func compare(
    _ left: NumericValue, _ comparison: ComparisonOperator, _ right: NumericValue, over rows: Rows
  ) throws(QueryCancelled) -> Truth {
    let first = try vector(left, over: rows)
    let second = try vector(right, over: rows)
    let recorded = first.recorded.intersection(second.recorded)
    let yes = Bitmap(capacity: first.values.count) {
      comparison.holds(first.values[$0], second.values[$0])
    }
    return Truth(yes: yes.intersection(recorded), undecided: recorded.complement)
  }

  /// The number of each row.
  func vector(_ value: NumericValue, over rows: Rows) throws(QueryCancelled) -> NumericVector {
    try cancellation.check()
    switch value {
    case .constant(let number):
      return .constant(number, rowCount: rowCount(rows))
    case .field(let reference):
      return Self.numbers(try column(reference))
    case .arithmetic(let sign, let left, let right):
      let first = try vector(left, over: rows)
      return first.combined(try vector(right, over: rows)) { sign.apply($0, $1) }
    case .through(let relation, let inner):
      return try gathered(relation, inner)
    case .countOf(let link, let condition):
      return try relatedCounts(link, condition)
    case .aggregate(let aggregate, let link, let inner):
      return try self.aggregate(aggregate, link, inner)
    case .year(let inner):
      let vector = try vector(inner, over: rows)
      return vector.combined(vector) { day, _ in
        Int32(exactly: day).map { Double(CalendarDate(dayNumber: $0).components.year) }
      }
    case .groupMeasure(let position):
      guard case .groups(let vectors, let count) = rows else {
        preconditionFailure("a measure of a group, asked of a row")
      }
      return position < vectors.count ? vectors[position] : .constant(nil, rowCount: count)
    case .monthsBetween(let from, let to):
      let first = try vector(from, over: rows)
      return first.combined(try vector(to, over: rows)) { start, end in
        guard let start = Int32(exactly: start), let end = Int32(exactly: end) else { return nil }
        return Double(
          CalendarDate(dayNumber: start).months(until: CalendarDate(dayNumber: end)))
      }
    case .daysBetween(let from, let to):
      let first = try vector(from, over: rows)
      return first.combined(try vector(to, over: rows)) { $1 - $0 }
    case .rounded(let inner, let digits):
      let vector = try vector(inner, over: rows)
      return vector.combined(vector) { number, _ in Self.rounded(number, digits: digits) }
    case .measure(let measure, let set):
      return .constant(try number(measure, set), rowCount: rowCount(rows))
    }
  }

  /// Rounds half up, as official statistics do, and not to even.
  static func rounded(_ number: Double, digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    // A half that binary cannot hold exactly, such as 0.15, must still round up.
    return ((number * scale) + 0.5 + 1e-9).rounded(.down) / scale
  }

  private static func numbers(_ column: Column) -> NumericVector {
    switch column.values {
    case .integers(let values):
      NumericVector(values: values.map(Double.init), recorded: column.recorded)
    case .numbers(let values): NumericVector(values: Array(values), recorded: column.recorded)
    case .dates(let values):
      NumericVector(values: values.map(Double.init), recorded: column.recorded)
    case .coded, .flags, .lists: .constant(nil, rowCount: column.rowCount)
    }
  }

  /// The parent's number for each child row.
  private func gathered(
    _ relation: Int, _ inner: NumericValue
  ) throws(QueryCancelled) -> NumericVector {
    let link = data.relations[relation]
    let parents = data.relationIndex(relation).parentOfChild
    let vector = try vector(inner, over: .table(link.parentTable))
    return NumericVector(
      values: parents.map { $0 >= 0 ? vector.values[Int($0)] : 0 },
      recorded: Bitmap(capacity: parents.count) {
        parents[$0] >= 0 && vector.recorded.contains(Int(parents[$0]))
      })
  }

  /// One number from a whole set; none for a percentage of nothing.
  private func number(_ measure: Measure, _ set: BoundSet) throws(QueryCancelled) -> Double? {
    let rows = try selection(set).rows
    return try measured(measure, over: rows, table: set.table)
  }
}

extension ComparisonOperator {
  /// Whether two values stand in the relation.
  @inline(__always)
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension ArithmeticOperator {
  /// The result, or `nil` where there is none: a division by zero.
  func apply(_ left: Double, _ right: Double) -> Double? {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: right == 0 ? nil : left / right
    }
  }
}

extension NumericInterval {
  /// The numbers of the interval from the first to the last; `nil` for none.
  fileprivate var closed: ClosedRange<Double>? {
    let from = low.map { $0.isInclusive ? $0.value : $0.value.nextUp } ?? -.infinity
    let to = high.map { $0.isInclusive ? $0.value : $0.value.nextDown } ?? .infinity
    // An end that is not a number compares with none.
    return from <= to ? from...to : nil
  }
}
