internal import Bitmaps
internal import Planning
internal import Tables
internal import TextSearch

extension Evaluator {
  /// How many different texts are looked at between two looks at the clock.
  private static let textsBetweenChecks = 256

  /// The rows whose text fits: each different text is looked at once, and only if a row holds it.
  func textTruth(
    _ reference: FieldReference, _ match: TextMatch
  ) throws(QueryCancelled) -> Truth {
    let column = try column(reference)
    guard case .coded(let coded) = column.values else { return unreadable(column) }
    let info = catalogue.info(of: reference)
    var fits = [Bool](repeating: false, count: coded.dictionary.count)
    for code in coded.dictionary.indices {
      if code % Self.textsBetweenChecks == 0 { try cancellation.check() }
      fits[code] = match.matches(info.label(ofCode: code))
    }
    let recorded = column.recorded
    let yes = Bitmap(capacity: column.rowCount) {
      recorded.contains($0) && fits[Int(coded.codes[$0])]
    }
    return Truth(yes: yes, undecided: recorded.complement)
  }
}
