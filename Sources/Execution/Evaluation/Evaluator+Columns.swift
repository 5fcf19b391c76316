internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// A condition on one column.
  func columnTruth(_ condition: Condition) throws(QueryCancelled) -> Truth {
    switch condition {
    case .flag(let reference):
      let column = try column(reference)
      guard case .flags(let yes) = column.values else { return unreadable(column) }
      return Truth(yes: yes, undecided: column.missing)
    case .oneOf(let reference, let codes):
      let (column, indexes, position) = try indexed(reference)
      return Truth(
        yes: indexes.rows(of: column, at: position, anyOf: codes), undecided: column.missing)
    case .holds(let reference, let mode, let codes):
      return try holds(reference, mode, codes)
    case .isEmptyList(let reference):
      let (column, indexes, position) = try indexed(reference)
      guard case .lists(let lists) = column.values else { return unreadable(column) }
      let held = indexes.rowsWithValues(of: lists, at: position)
      return Truth(yes: column.recorded.subtracting(held), undecided: column.missing)
    case .text(let reference, let match):
      return try textTruth(reference, match)
    case .missing(let reference, let reason):
      let column = try column(reference)
      guard let reason else { return Truth(yes: column.missing) }
      let rows = column.missingReasons.first { $0.reason == reason }?.rows
      return Truth(yes: rows ?? Bitmap(capacity: column.rowCount))
    default:
      preconditionFailure("a condition on one column")
    }
  }

  /// The binder gives each column the conditions of its type, so this is never met; if it were,
  /// nothing would be claimed of any row.
  func unreadable(_ column: Column) -> Truth {
    Truth(yes: Bitmap(capacity: column.rowCount), undecided: Bitmap(allOf: column.rowCount))
  }

  /// `has`: set operations over the rows that hold each value.
  private func holds(
    _ reference: FieldReference, _ mode: HasMode, _ codes: [UInt32]
  ) throws(QueryCancelled) -> Truth {
    let (column, indexes, position) = try indexed(reference)
    guard case .lists(let lists) = column.values else { return unreadable(column) }
    let yes: Bitmap
    switch mode {
    case .one, .any:
      yes = indexes.rows(of: column, at: position, anyOf: codes)
    case .all:
      yes = codes.reduce(column.recorded) {
        $0.intersection(indexes.rows(of: column, at: position, code: $1))
      }
    case .none:
      yes = column.recorded.subtracting(indexes.rows(of: column, at: position, anyOf: codes))
    case .only:
      let wanted = Set(codes)
      yes = Bitmap(capacity: column.rowCount) { row in
        let held = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
        return !held.isEmpty && held.allSatisfy { wanted.contains($0) }
      }.intersection(column.recorded)
    }
    return Truth(yes: yes, undecided: column.missing)
  }

  /// Two coded columns row by row, as codes of the left dictionary: values that it lacks come after
  /// all others, and so are equal to none.
  func compareValues(
    _ left: FieldTarget, _ comparison: ComparisonOperator, _ right: FieldTarget
  ) throws(QueryCancelled) -> Truth {
    let first = try column(left.field, through: left.hops)
    let second = try column(right.field, through: right.hops)
    guard case .coded(let a) = first.values, case .coded(let b) = second.values else {
      return unreadable(first)
    }
    let known = a.dictionary.codes(of: b.dictionary, isCancelled: cancellation.isCancelled)
    guard let translated = known else {
      try cancellation.check()
      throw QueryCancelled()
    }
    let recorded = first.recorded.intersection(second.recorded)
    // Only levels of the scale are above or below one another.
    let isOrder = comparison != .equal && comparison != .notEqual
    let levels =
      isOrder ? UInt32(catalogue.info(of: left.field).schema.categories.count) : CodedValues.none
    let yes = Bitmap(capacity: recorded.capacity) { row in
      guard recorded.contains(row) else { return false }
      let (code, other) = (a.codes[row], translated[Int(b.codes[row])])
      return code < levels && other < levels && comparison.holds(code, other)
    }
    return Truth(yes: yes, undecided: recorded.complement)
  }
}
