internal import Bitmaps
internal import Planning
internal import Tables
internal import TextSearch

extension Evaluator {
  /// How many different texts are looked at between two looks at the clock.
  private static let textsBetweenChecks = 256

  /// The rows whose text fits.
  func textTruth(
    _ reference: FieldReference, _ match: TextMatch
  ) throws(QueryCancelled) -> Truth {
    let column = try column(reference)
    guard case .coded(let coded) = column.values else { return unreadable(column) }
    let yes =
      if let position = indexedPosition(reference, coded) {
        try indexedRows(reference.table, position, match)
      } else {
        try lookedAtRows(coded, column.recorded, catalogue.info(of: reference), match)
      }
    return Truth(yes: yes, undecided: column.recorded.complement)
  }

  /// Where a column stands whose texts are worth an index.
  ///
  /// A derived column has few values, and texts with labels are looked for by their labels.
  private func indexedPosition(_ reference: FieldReference, _ coded: CodedValues) -> Int? {
    guard case .stored(let position) = reference.key, TextColumnIndex.pays(coded),
      data.tables[reference.table].schema.fields[position].categories.isEmpty
    else { return nil }
    return position
  }

  private func indexedRows(
    _ table: Int, _ column: Int, _ match: TextMatch
  ) throws(QueryCancelled) -> Bitmap {
    let isCancelled = cancellation.isCancelled
    let index = data.tables[table].textIndex(column: column, isCancelled: isCancelled)
    guard let rows = index?.rows(matching: match, isCancelled: isCancelled) else {
      try cancellation.check()
      throw QueryCancelled()
    }
    return rows
  }

  /// Each different text is looked at once.
  private func lookedAtRows(
    _ coded: CodedValues, _ recorded: Bitmap, _ info: FieldInfo, _ match: TextMatch
  ) throws(QueryCancelled) -> Bitmap {
    var fits = [Bool](repeating: false, count: coded.dictionary.count)
    for code in coded.dictionary.indices {
      if code % Self.textsBetweenChecks == 0 { try cancellation.check() }
      fits[code] =
        code < info.schema.categories.count
        ? match.matches(info.label(ofCode: code))
        : coded.dictionary.withUTF8(at: code) { match.matches($0) }
    }
    // What a row without a value holds means nothing, and may be no code.
    guard recorded.isFull else {
      let codes = coded.codes
      return Bitmap(capacity: codes.count) { recorded.contains($0) && fits[Int(codes[$0])] }
    }
    return coded.codes.rows(where: fits)
  }
}
