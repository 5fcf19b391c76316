internal import Language

extension Session {
  /// `run NAME` with the first saved query, by name, that goes on as the text does; `nil` where the
  /// text runs nothing or no saved query fits.
  static func savedQuery(beginningWith text: String) -> String? {
    let verb = "\(StatementForm.run.rawValue) "
    guard text.hasPrefix(verb), text.count > verb.count else { return nil }
    let part = text.dropFirst(verb.count)
    return SavedQueries.standard.all.first { $0.name.hasPrefix(part) && $0.name != part }
      .map { verb + $0.name }
  }
}
