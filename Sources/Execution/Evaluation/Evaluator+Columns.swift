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
      return Truth(
        yes: yes.intersection(column.recorded), undecided: column.recorded.complement)
    case .oneOf(let reference, let codes):
      let column = try column(reference)
      return Truth(
        yes: rows(of: reference, column, codes: codes), undecided: column.recorded.complement)
    case .holds(let reference, let mode, let codes):
      return try holds(reference, mode, codes)
    case .isEmptyList(let reference):
      let column = try column(reference)
      guard case .lists(let lists) = column.values else { return unreadable(column) }
      let empty = Bitmap(capacity: column.rowCount) { lists.offsets[$0] == lists.offsets[$0 + 1] }
      return Truth(
        yes: empty.intersection(column.recorded), undecided: column.recorded.complement)
    case .text(let reference, let match):
      return try textTruth(reference, match)
    case .missing(let reference, let reason):
      let column = try column(reference)
      guard let reason else { return Truth(yes: column.recorded.complement) }
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

  /// The rows that hold any of the codes: from the index of a stored column, by a scan of a
  /// derived one.
  func rows(of reference: FieldReference, _ column: Column, codes: [UInt32]) -> Bitmap {
    guard case .stored(let index) = reference.key else {
      let wanted = Set(codes)
      guard case .coded(let coded) = column.values else { return Bitmap(capacity: column.rowCount) }
      return Bitmap(capacity: column.rowCount) { wanted.contains(coded.codes[$0]) }
        .intersection(column.recorded)
    }
    let table = data.tables[reference.table]
    var result = Bitmap(capacity: table.rowCount)
    for code in codes { result.formUnion(table.rows(column: index, code: code)) }
    return result.intersection(column.recorded)
  }

  /// `has`: set operations over the rows that hold each value.
  private func holds(
    _ reference: FieldReference, _ mode: HasMode, _ codes: [UInt32]
  ) throws(QueryCancelled) -> Truth {
    let column = try column(reference)
    guard case .lists(let lists) = column.values else { return unreadable(column) }
    let rowsOfCode = codes.map { listRows(of: reference, column, lists, code: $0) }
    var yes: Bitmap
    switch mode {
    case .one, .any:
      yes = rowsOfCode.reduce(Bitmap(capacity: column.rowCount)) { $0.union($1) }
    case .all:
      yes = rowsOfCode.reduce(column.recorded) { $0.intersection($1) }
    case .none:
      yes = rowsOfCode.reduce(column.recorded) { $0.subtracting($1) }
    case .only:
      let wanted = Set(codes)
      yes = Bitmap(capacity: column.rowCount) { row in
        let held = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
        return !held.isEmpty && held.allSatisfy { wanted.contains($0) }
      }
    }
    yes.formIntersection(column.recorded)
    return Truth(yes: yes, undecided: column.recorded.complement)
  }

  private func listRows(
    of reference: FieldReference, _ column: Column, _ lists: ListValues, code: UInt32
  ) -> Bitmap {
    if case .stored(let index) = reference.key {
      return data.tables[reference.table].rows(column: index, code: code)
    }
    return Bitmap(capacity: column.rowCount) { row in
      lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])].contains(code)
    }
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
    let codeOfValue = Dictionary(
      a.dictionary.enumerated().map { ($0.element, UInt32($0.offset)) },
      uniquingKeysWith: { known, _ in known })
    let translated = b.dictionary.enumerated().map { offset, value in
      codeOfValue[value] ?? UInt32(a.dictionary.count + offset)
    }
    let recorded = first.recorded.intersection(second.recorded)
    // Only levels of the scale are above or below one another.
    let isOrder = comparison != .equal && comparison != .notEqual
    let levels =
      isOrder ? UInt32(catalogue.info(of: left.field).schema.categories.count) : CodedValues.none
    var yes = Bitmap(capacity: recorded.capacity)
    recorded.forEachRow { row in
      let (code, other) = (a.codes[row], translated[Int(b.codes[row])])
      if code < levels, other < levels, comparison.holds(code, other) { yes.insert(row) }
    }
    return Truth(yes: yes, undecided: recorded.complement)
  }
}
