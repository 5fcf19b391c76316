internal import Diagnostics
internal import Language
internal import Planning
internal import Tables
internal import TextLayout

extension Session {
  /// The styles of a statement's words: those of the language, the names of the data, and the words
  /// that are mistakes.
  func highlight(_ text: String) -> [(Range<Int>, Style)] {
    let source = SourceText(text)
    let names = wordStyles
    let words = Highlighting.spans(of: text).map { span, kind in
      let style = kind == .name ? names[source.text(span).lowercased()] : nil
      return (span.start..<span.end, style ?? kind.style)
    }
    return words + mistakes(in: source).map { ($0.start..<$0.end, .mark) }
  }

  /// What names stand for in the data that are open, by their small letters.
  private var wordStyles: [String: Style] {
    guard let catalogue = workspace?.catalogue else { return [:] }
    var styles: [String: Style] = [:]
    for table in catalogue.data.tables.indices {
      for field in catalogue.fields(ofTable: table) { styles[field.name.lowercased()] = .field }
    }
    for relation in catalogue.data.relations { styles[relation.name.lowercased()] = .field }
    for table in catalogue.data.tables { styles[table.schema.name.lowercased()] = .entity }
    for set in catalogue.namedSets { styles[set.name.lowercased()] = .entity }
    return styles
  }

  /// The words at fault, as far as they can be told without counting a row.
  private func mistakes(in source: SourceText) -> [Span] {
    guard let workspace else { return [] }
    return Parser.parse(source).flatMap { parsed in
      Binder.check(
        parsed, of: source, in: workspace.catalogue, parameters: parameters, isStrict: isStrict,
        isQuick: true
      ).diagnostics.filter { $0.severity == .error }.map(\.span)
    }
  }
}

extension TokenClass {
  /// The style that a kind of word is painted in.
  fileprivate var style: Style {
    switch self {
    case .keyword: .keyword
    case .name: .plain
    case .string: .value
    case .number: .number
    case .comment: .comment
    case .operator: .plain
    case .error: .mark
    }
  }
}
