internal import Diagnostics
internal import Language
internal import Tables

/// What someone may have meant who typed a name or a value, and nothing to do with it.
extension Catalogue {
  /// A mistake of form with what the data knows of the words.
  ///
  /// - Parameter statement: The whole statement, as it was typed.
  func explaining(_ diagnostic: Diagnostic, _ statement: String) -> Diagnostic {
    guard diagnostic.code == .unknownStatement else { return diagnostic }
    let words = statement.trimmingSigns
    guard let meaning = meaning(of: words) else { return diagnostic }
    var result = diagnostic
    result.message = "\(words) is \(meaning.words); say first what to do"
    result.span = Span(diagnostic.span.start, diagnostic.span.start + statement.utf8.count)
    result.notes = ["such as: count, list, tabulate, values"]
    result.edits = [Diagnostic.Edit(result.span, meaning.statement)]
    return result
  }

  /// What a text is in the data, and a statement about it.
  private func meaning(of words: String) -> (words: String, statement: String)? {
    if let table = data.tableIndex(named: words) {
      return ("the name of an entity", "count \(Wording.name(data.tables[table].schema.name))")
    }
    for (table, loaded) in data.tables.enumerated() {
      let rows = Wording.name(loaded.schema.name)
      if let field = field(named: words, inTable: table) {
        let name = Wording.name(field.name)
        let asked =
          field.schema.type == .boolean
          ? "count \(rows) where \(name)" : "values \(rows).\(name)"
        return ("a field of \(rows)", asked)
      }
    }
    for (table, loaded) in data.tables.enumerated() {
      for field in fields(ofTable: table) where !field.schema.isPersonal {
        guard field.schema.type == .category || field.schema.type == .list,
          let code = ValueMatch.code(of: words, in: field)
        else { continue }
        let sign = field.schema.type == .list ? "has" : "="
        let name = Wording.name(field.name)
        let value = Wording.quoted(field.label(ofCode: code))
        return (
          "a value of \(name)",
          "count \(Wording.name(loaded.schema.name)) where \(name) \(sign) \(value)"
        )
      }
    }
    return nil
  }
}

extension String {
  /// The text without the quotes, blanks and question marks around it.
  fileprivate var trimmingSigns: String {
    let signs: Set<Character> = ["\"", "'", "?", " ", ".", "!"]
    let start = drop { signs.contains($0) }
    guard let last = start.lastIndex(where: { !signs.contains($0) }) else { return "" }
    return String(start[...last])
  }
}
