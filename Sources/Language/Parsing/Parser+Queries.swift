internal import Diagnostics

/// The clauses of a query, in whatever order they were written.
struct Clauses {
  var condition: Expression?
  var exception: Expression?
  var dimensions: [Expression] = []
  var show: [Expression] = []
  var options: [QueryOption] = []
  var having: Expression?
  var width: Int?
  var output = Output()
  /// Those that were met.
  var seen: Set<ClauseKind> = []

  /// The set of a source under the conditions; it ends where its last condition does.
  func set(_ source: SetSource) -> SetExpression {
    let end = [condition, exception].compactMap { $0?.span.end }.max() ?? 0
    return SetExpression(
      entity: source.entity, cell: source.cell, condition: condition, exception: exception,
      span: Span(source.span.start, max(end, source.span.end)))
  }
}

/// What a set is taken from: an entity, a named set, or a cell of the last table.
struct SetSource {
  var entity: Name
  var cell: [Expression]?
  var span: Span
}

/// The kinds of clause.
enum ClauseKind: CaseIterable {
  case condition, exception, dimensions, show, options, having, width, sort, first, format, file

  /// Those that choose the rows.
  static let conditions: [ClauseKind] = [.condition, .exception]

  /// Those that say how to show an answer.
  static let output: [ClauseKind] = [.sort, .first, .format, .file]

  /// The words that begin the clause.
  var words: String {
    switch self {
    case .condition: "where"
    case .exception: "except where"
    case .dimensions: "by"
    case .show: "show"
    case .options: "with"
    case .having: "having"
    case .width: "width"
    case .sort: "sort by"
    case .first: "first"
    case .format: "as"
    case .file: "into"
    }
  }
}

extension Parser {
  /// What follows a query's verb, or, of `percent`, what follows its condition and `of`.
  mutating func parseQuery(
    _ form: StatementForm, from start: Int, measured: Expression? = nil
  ) -> Query? {
    guard var head = parseHead(form, measured) else { return nil }
    skipCountHabits(form)
    var clauses = Clauses()
    guard let source = parseSource() else { return nil }
    var set: SetExpression?
    if case .compare = head {
      set = parseConditions(of: source)
      guard expectOtherSet(), let other = parseSource() else { return nil }
      head = .compare(with: parseConditions(of: other))
    }
    if form == .tabulate, reportTabulatedWithoutBy() { return nil }
    parseClauses(into: &clauses, allowing: Self.clauses(of: form))
    if form == .tabulate, clauses.dimensions.isEmpty, diagnostics.isEmpty, token.kind == .end {
      let position = source.span.start
      report(
        .syntax, "tabulate needs `by` and one or two fields", at: Span(start, endOfConsumed),
        notes: ["such as: tabulate children by status, died with row %"],
        edits: [Diagnostic.Edit(Span(position, position), "rows by ")])
      return nil
    }
    return Query(
      verb: head.showing(clauses.show), set: set ?? clauses.set(source),
      dimensions: clauses.dimensions, options: clauses.options, having: clauses.having,
      output: clauses.output, span: span(from: start))
  }

  /// What stands between a verb and its set.
  private mutating func parseHead(_ form: StatementForm, _ measured: Expression?) -> Query.Verb? {
    switch form {
    case .list: return .list(show: [])
    case .tabulate: return .tabulate
    case .percent: return measured.map { .percent($0) }
    case .compare:
      // The other set is read after the first.
      let nowhere = Span(endOfConsumed, endOfConsumed)
      return .compare(with: SetExpression(entity: Name("", at: nowhere), span: nowhere))
    case .sample:
      if reportSizeOfSample() { return nil }
      return parseFirst().map { .sample($0, show: []) }
    case .summarise:
      guard let value = parseMeasured(), expectSet() else { return nil }
      return .summarise(value)
    default: return .count
    }
  }

  /// The conditions of one of two sets, which stand right after it.
  private mutating func parseConditions(of source: SetSource) -> SetExpression {
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: ClauseKind.conditions)
    return clauses.set(source)
  }

  private static func clauses(of form: StatementForm) -> [ClauseKind] {
    switch form {
    case .list, .sample: ClauseKind.conditions + [.show] + ClauseKind.output
    case .tabulate: ClauseKind.conditions + [.dimensions, .options] + ClauseKind.output
    case .percent: ClauseKind.conditions + [.dimensions, .options, .having] + ClauseKind.output
    case .summarise: ClauseKind.conditions + [.dimensions] + ClauseKind.output
    case .compare: [.dimensions] + ClauseKind.output
    default: ClauseKind.conditions + [.dimensions, .having] + ClauseKind.output
    }
  }

  /// Clauses in any order, each at most once, up to something that is none.
  mutating func parseClauses(into clauses: inout Clauses, allowing allowed: [ClauseKind]) {
    while true {
      while replaceClauseHabit(allowed) {}
      let start = index
      guard let kind = atClause(allowed, seen: clauses.seen) else { break }
      let span = token.span
      if !clauses.seen.insert(kind).inserted { reportSecond(kind, at: span) }
      parseClause(kind, into: &clauses)
      // Every turn consumes something, or the loop ends.
      if index == start { break }
    }
  }

  /// `where died where infant`, `by status by died`: one clause holds both.
  private mutating func reportSecond(_ kind: ClauseKind, at span: Span) {
    let edits: [Diagnostic.Edit] =
      switch kind {
      case .condition: [Diagnostic.Edit(span, "and")]
      case .dimensions, .show: [Diagnostic.Edit(Span(endOfConsumed, span.end), ",")]
      default: []
      }
    report(.syntax, "\"\(kind.words)\" is here a second time", at: span, edits: edits)
  }

  /// The clause that begins at the current token.
  ///
  /// - Parameter seen: Those that were met, which completion does not offer again.
  private mutating func atClause(
    _ allowed: [ClauseKind], seen: Set<ClauseKind>
  ) -> ClauseKind? {
    for kind in allowed {
      let first = String(kind.words.prefix { $0 != " " })
      if token.kind == .end, !seen.contains(kind) { expectations?.expect(keyword: kind.words) }
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
    case .options: clauses.options = parseOptions()
    case .having:
      let word = tokens[index - 1].span
      let first = index
      clauses.having = withMeasures(in: .condition) { $0.parseCondition() }
      if clauses.dimensions.isEmpty, !tokens[first..<index].contains(where: \.isMeasureWord),
        diagnostics.count == errors, token.kind == .end
      {
        reportHabit(
          "having keeps groups; a condition on rows stands after where", at: word, write: "where")
      }
    case .width: clauses.width = parseFirst()
    case .sort:
      if expect("by") { clauses.output.sort = parseKeys() }
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

  /// Reads a clause in which measures of a group may stand.
  private mutating func withMeasures<Result>(
    in place: MeasurePlace, _ parse: (inout Parser) -> Result
  ) -> Result {
    measurePlace = place
    defer { measurePlace = .nowhere }
    return parse(&self)
  }

  /// What follows `sort by`.
  mutating func parseKeys() -> [Output.SortKey] {
    withMeasures(in: .key) { $0.parseSortKeys() }
  }

  mutating func parseDimensions() -> [Expression] {
    var dimensions: [Expression] = []
    repeat {
      guard let dimension = parseDimension() else { return dimensions }
      dimensions.append(dimension)
    } while consume(symbol: ",")
    return dimensions
  }

  private mutating func parseSortKeys() -> [Output.SortKey] {
    var keys: [Output.SortKey] = []
    repeat {
      expectMeasuresHere()
      guard let key = parseGroupMeasure(isCompared: false) ?? parseDimension() else { return keys }
      var isDescending = false
      if token.word == "desc" {
        reportHabit("write descending in full", at: token.span, write: "descending")
        advance()
        isDescending = true
      } else if token.word == "asc" {
        reportHabit("write ascending in full", at: token.span, write: "ascending")
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

  mutating func parseFirst() -> Int? {
    guard case .number(let number) = token.kind, let count = Int(exactly: number), count > 0 else {
      reportUnexpected("a whole number above 0")
      return nil
    }
    advance()
    return count
  }
}

extension Query.Verb {
  /// The verb with the fields that `show` names.
  fileprivate func showing(_ fields: [Expression]) -> Query.Verb {
    switch self {
    case .list: .list(show: fields)
    case .sample(let count, _): .sample(count, show: fields)
    default: self
    }
  }
}
