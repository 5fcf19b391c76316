internal import Diagnostics

/// The clauses of a query, in whatever order they were written.
struct Clauses {
  var condition: Expression?
  var exception: Expression?
  var dimensions: [Expression] = []
  var show: [Expression] = []
  var options: [TabulateOption] = []
  var output = Output()

  func set(_ entity: Name, span: Span) -> SetExpression {
    SetExpression(entity: entity, condition: condition, exception: exception, span: span)
  }
}

/// The kinds of clause.
enum ClauseKind: CaseIterable {
  case condition, exception, dimensions, show, options, sort, first, format, file

  /// The words that begin the clause.
  var words: String {
    switch self {
    case .condition: "where"
    case .exception: "except where"
    case .dimensions: "by"
    case .show: "show"
    case .options: "with"
    case .sort: "sort by"
    case .first: "first"
    case .format: "as"
    case .file: "into"
    }
  }
}

extension Parser {
  /// What follows a query's verb.
  mutating func parseQuery(_ form: StatementForm, from start: Int) -> Query? {
    var measured: Expression?
    if form == .percent {
      guard let condition = parseCondition() else { return nil }
      measured = condition
      guard expect("of") else { return nil }
    }
    skipCountHabits(form)
    guard let entity = parseEntity() else { return nil }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: Self.clauses(of: form))
    if form == .tabulate, clauses.dimensions.isEmpty, diagnostics.isEmpty, token.kind == .end {
      report(
        .syntax, "tabulate needs `by` and one or two fields", at: Span(start, endOfConsumed),
        notes: ["such as: tabulate children by status, died with row %"])
      return nil
    }
    let verb: Query.Verb =
      switch form {
      case .list: .list(show: clauses.show)
      case .tabulate: .tabulate(clauses.options)
      case .percent: measured.map { .percent($0) } ?? .count
      default: .count
      }
    // The set ends where its last condition does.
    let setEnd = [clauses.condition, clauses.exception].compactMap { $0?.span.end }.max()
    return Query(
      verb: verb,
      set: clauses.set(
        entity, span: Span(entity.span.start, max(setEnd ?? 0, entity.span.end))),
      dimensions: clauses.dimensions, output: clauses.output, span: span(from: start))
  }

  private static func clauses(of form: StatementForm) -> [ClauseKind] {
    switch form {
    case .list: [.condition, .exception, .show, .sort, .first, .format, .file]
    case .tabulate:
      [.condition, .exception, .dimensions, .options, .sort, .first, .format, .file]
    default: [.condition, .exception, .dimensions, .sort, .first, .format, .file]
    }
  }

  /// Clauses in any order, each at most once, up to something that is none.
  mutating func parseClauses(into clauses: inout Clauses, allowing allowed: [ClauseKind]) {
    var seen: Set<ClauseKind> = []
    while true {
      replaceClauseHabit(allowed)
      let start = index
      guard let kind = atClause(allowed) else { break }
      let span = token.span
      if !seen.insert(kind).inserted {
        report(.syntax, "\"\(kind.words)\" is here a second time", at: span)
      }
      parseClause(kind, into: &clauses)
      // Every turn consumes something, or the loop ends.
      if index == start { break }
    }
  }

  /// The clause that begins at the current token.
  private mutating func atClause(_ allowed: [ClauseKind]) -> ClauseKind? {
    for kind in allowed {
      let first = String(kind.words.prefix { $0 != " " })
      if token.kind == .end { expectations?.expect(keyword: kind.words) }
      if token.word == first { return kind }
    }
    return nil
  }

  private mutating func parseClause(_ kind: ClauseKind, into clauses: inout Clauses) {
    let errors = diagnostics.count
    advance()
    switch kind {
    case .condition: clauses.condition = parseCondition()
    case .exception: if expect("where") { clauses.exception = parseCondition() }
    case .dimensions: clauses.dimensions = parseDimensions()
    case .show: clauses.show = parseDimensions()
    case .options: clauses.options = parseTabulateOptions()
    case .sort: if expect("by") { clauses.output.sort = parseSortKeys() }
    case .first: clauses.output.first = parseFirst()
    case .format:
      clauses.output.format = parseName("a format such as csv", expecting: .format)
    case .file:
      if let file = parseFile("a file's name in quotes") {
        clauses.output.file = file.name
        clauses.output.fileSpan = file.span
      }
    }
    if diagnostics.count > errors { skipToClause() }
  }

  private mutating func parseDimensions() -> [Expression] {
    var dimensions: [Expression] = []
    repeat {
      guard let dimension = parseDimension() else { return dimensions }
      dimensions.append(dimension)
    } while consume(symbol: ",")
    return dimensions
  }

  /// Something to group by or to show: a field, bands, a number, or a condition in brackets.
  mutating func parseDimension() -> Expression? { parseCondition() }

  private mutating func parseTabulateOptions() -> [TabulateOption] {
    var options: [TabulateOption] = []
    repeat {
      let start = token.span.start
      guard let kind = parseTabulateOption() else { return options }
      options.append(TabulateOption(kind, at: span(from: start)))
    } while consume(symbol: ",")
    return options
  }

  private mutating func parseTabulateOption() -> TabulateOption.Kind? {
    for kind in TabulateOption.Kind.allCases where token.kind == .end {
      expectations?.expect(keyword: kind.rawValue)
    }
    let words: [String: TabulateOption.Kind] = [
      "row": .rowPercent, "column": .columnPercent, "col": .columnPercent, "total": .totalPercent,
      "missing": .missing,
    ]
    guard let word = token.word, let kind = words[word] else {
      let near = NearestName.nearest(to: token.word ?? "", among: words.keys.sorted())
      let isPlanned = ["chi2", "fisher", "ci"].contains(token.word)
      report(
        isPlanned ? .notYet : .syntax,
        isPlanned
          ? "\(token.word ?? "") is in the plan of the language, and not built yet"
          : "an option of tabulate is needed here, not \(found)", at: token.span,
        notes: [
          "options: " + TabulateOption.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        ],
        edits: near.first.map { [Diagnostic.Edit(token.span, $0)] } ?? [])
      return nil
    }
    advance()
    if kind != .missing, !consume(symbol: "%") {
      report(
        .syntax, "say of what the percentage is: \(kind.rawValue)",
        at: Span(endOfConsumed, endOfConsumed),
        edits: [Diagnostic.Edit(Span(endOfConsumed, endOfConsumed), " %")])
      return nil
    }
    return kind
  }

  private mutating func parseSortKeys() -> [Output.SortKey] {
    var keys: [Output.SortKey] = []
    repeat {
      if token.kind == .end { expectations?.expect(keyword: "count") }
      let isCount = token.word == "count" && peek().word != "of"
      let key: Expression? =
        isCount
        ? Expression(.path(Path([Name("count", at: token.span)])), at: advance().span) : parseSum()
      guard let key else { return keys }
      var isDescending = false
      if token.word == "desc" {
        reportHabit("write descending in full", at: token.span, write: "descending")
        advance()
      } else if consume("descending") {
        isDescending = true
      } else {
        _ = consume("ascending")
      }
      keys.append(Output.SortKey(key, isDescending: isDescending))
    } while consume(symbol: ",")
    return keys
  }

  private mutating func parseFirst() -> Int? {
    guard case .number(let number) = token.kind, let count = Int(exactly: number), count > 0 else {
      reportUnexpected("a whole number above 0")
      return nil
    }
    advance()
    return count
  }
}
