internal import Diagnostics

/// The options after `with`.
extension Parser {
  /// `row %, chi2`.
  mutating func parseOptions() -> [QueryOption] {
    var options: [QueryOption] = []
    repeat {
      let start = token.span.start
      guard let kind = parseOption() else { return options }
      options.append(QueryOption(kind, at: span(from: start)))
    } while consume(symbol: ",")
    return options
  }

  /// The first words of the options, with those that people use for them.
  private static let words: [String: QueryOption.Kind] = [
    "row": .rowPercent, "column": .columnPercent, "col": .columnPercent, "total": .totalPercent,
    "missing": .missing, "chi2": .chiSquared, "fisher": .fisher, "ci": .interval,
  ]

  private mutating func parseOption() -> QueryOption.Kind? {
    for kind in QueryOption.Kind.allCases where token.kind == .end {
      expectations?.expect(keyword: kind.rawValue)
    }
    guard let word = token.word, let kind = Self.words[word] else {
      reportUnknownOption()
      return nil
    }
    advance()
    guard kind.rawValue.hasSuffix("%") else { return kind }
    if !consume(symbol: "%") {
      report(
        .syntax, "say of what the percentage is: \(kind.rawValue)",
        at: Span(endOfConsumed, endOfConsumed),
        edits: [Diagnostic.Edit(Span(endOfConsumed, endOfConsumed), " %")])
      return nil
    }
    return kind
  }

  private mutating func reportUnknownOption() {
    let kinds = QueryOption.Kind.allCases.map(\.rawValue)
    if token.isSymbol("%") {
      report(
        .syntax, "say of what the percentage is", at: token.span,
        notes: ["of its row: row %", "of its column: column %", "of all: total %"],
        edits: [Diagnostic.Edit(token.span, "row %")])
      return
    }
    let near = NearestName.nearest(to: token.word ?? "", among: Self.words.keys.sorted())
    report(
      .syntax, "an option is needed here, not \(found)", at: token.span,
      notes: ["options: " + kinds.joined(separator: ", ")],
      edits: near.first.map { [Diagnostic.Edit(token.span, $0)] } ?? [])
  }
}
