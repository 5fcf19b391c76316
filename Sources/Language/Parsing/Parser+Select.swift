internal import Diagnostics

/// What SQL selects.
private struct SelectedColumns {
  /// Measures in the words of this language.
  var measures: [String] = []
  /// Fields, as they were written.
  var fields: [String] = []
  var isDistinct = false
  /// The names that `as` gave, each with what it stands for.
  var aliases: [String: String] = [:]
}

/// A reader of SQL that knows just enough to show the same question in this language.
extension Parser {
  /// `select count(*) from children where ... group by ...`.
  mutating func parseSelect() -> Statement? {
    let start = advance().span.start
    var columns = readColumns()
    guard consume("from") else {
      report(
        .habit, "this is no SQL: begin with what to do", at: span(from: start),
        notes: ["such as: count children where died", "or: list children show id, age"])
      index = tokens.count - 1
      return nil
    }
    let isGrouped = tokens[index...].contains { $0.word == "group" }
    let verb = columns.verb
    reportHabit("select is written \(verb)", at: Span(start, endOfConsumed), write: verb)
    let own = diagnostics.count - 1
    guard parseEntity() != nil else { return nil }
    let alias = readAlias()
    var edits = alias.edits
    columns.fields = columns.fields.map { $0.withoutPrefix(alias.name) }
    columns.measures = columns.measures.map { measure in
      alias.name.map { measure.replacing(" \($0).", with: " ") } ?? measure
    }
    diagnostics[own].edits[0].replacement = columns.verb
    edits += renamings(of: alias.name, columns)
    if columns.measures.isEmpty, !columns.fields.isEmpty, !isGrouped {
      edits.append(insertion(of: columns))
    }
    let joins = skipJoins()
    diagnostics[own].edits += edits.filter { edit in
      joins.map { edit.span.end <= $0.start || edit.span.start >= $0.end } ?? true
    }
    var clauses = Clauses()
    parseClauses(into: &clauses, allowing: ClauseKind.allCases)
    if token.kind != .end { reportLeftOver() }
    index = tokens.count - 1
    return nil
  }

  /// The columns up to `from`.
  private mutating func readColumns() -> SelectedColumns {
    var columns = SelectedColumns()
    if token.word == "distinct" {
      columns.isDistinct = true
      advance()
    }
    if token.word == "top", case .number = peek().kind {
      advance()
      advance()
    }
    while token.kind != .end, token.word != "from" {
      var column: [Token] = []
      var open = 0
      while token.kind != .end, token.word != "from", open > 0 || !token.isSymbol(",") {
        if token.isSymbol("(") { open += 1 }
        if token.isSymbol(")") { open -= 1 }
        column.append(advance())
      }
      read(column, into: &columns)
      _ = consume(symbol: ",")
    }
    return columns
  }

  private func read(_ column: [Token], into columns: inout SelectedColumns) {
    let end = column.firstIndex { $0.word == "as" } ?? column.endIndex
    let tokens = column[..<end]
    guard let first = tokens.first, let last = tokens.last, !first.isSymbol("*") else { return }
    let text = source.text(first.span.union(last.span))
    let alias = column.last.flatMap { end < column.endIndex ? $0.word : nil }
    guard let word = first.word, tokens.count > 1, tokens[1].isSymbol("("), last.isSymbol(")")
    else {
      columns.fields.append(text)
      if let alias { columns.aliases[alias] = text }
      return
    }
    let inner = tokens[2..<(tokens.endIndex - 1)]
    let inside = inner.first.flatMap { first in
      inner.last.map { source.text(first.span.union($0.span)) }
    }
    let form = Vocabulary.statementHabits[word] ?? word
    let measure: String
    if word == "count" {
      measure = inner.first?.word == "distinct" ? "count \(inside ?? "")" : "count"
    } else {
      measure = "\(form) \(inside ?? "")"
    }
    columns.measures.append(measure)
    if let alias { columns.aliases[alias] = measure }
  }

  /// Another name of the entity, which has no place here.
  private mutating func readAlias() -> (name: String?, edits: [Diagnostic.Edit]) {
    let start = endOfConsumed
    let hasAs = token.word == "as"
    guard hasAs || token.isNameLike && !isClauseOrJoin(token) else { return (nil, []) }
    if hasAs { advance() }
    let name = advance().word
    return (name, [Diagnostic.Edit(Span(start, endOfConsumed), "")])
  }

  /// The edits that put what they stand for in the place of short names.
  private func renamings(
    of alias: String?, _ columns: SelectedColumns
  ) -> [Diagnostic.Edit] {
    var tables: [String: String] = [:]
    for position in tokens.indices.dropLast(3) where tokens[position].word == "join" {
      let next = tokens[position + 2].word == "as" ? 3 : 2
      guard position + next < tokens.count, let short = tokens[position + next].word, short != "on"
      else { continue }
      tables[short] = source.text(tokens[position + 1].span)
    }
    var edits: [Diagnostic.Edit] = []
    for position in index..<max(index, tokens.count - 1) {
      guard let word = tokens[position].word else { continue }
      let next = tokens[position + 1]
      if next.isSymbol(".") {
        if word == alias {
          edits.append(Diagnostic.Edit(tokens[position].span.union(next.span), ""))
        } else if let table = tables[word] {
          edits.append(Diagnostic.Edit(tokens[position].span, table))
        }
      } else if let meaning = columns.aliases[word], meaning != word {
        edits.append(Diagnostic.Edit(tokens[position].span, meaning))
      }
    }
    return edits
  }

  private static let joinWords: Set<String> = [
    "join", "inner", "left", "right", "full", "outer", "cross", "natural",
  ]

  private func isClauseOrJoin(_ token: Token) -> Bool {
    guard let word = token.word else { return false }
    return Vocabulary.clauses.contains(word) || Vocabulary.clauseHabits[word] != nil
      || Self.joinWords.contains(word) || ["group", "order"].contains(word)
  }

  /// `join reviews on ...`: a path or a quantifier does what a join does.
  ///
  /// - Returns: What is left out.
  private mutating func skipJoins() -> Span? {
    guard token.word.map({ Self.joinWords.contains($0) }) == true || token.isSymbol(",") else {
      return nil
    }
    let start = endOfConsumed
    let first = token.span
    let clauses: Set<String> = ["where", "group", "order", "having", "limit"]
    while token.kind != .end, !(token.word.map { clauses.contains($0) } ?? false) { advance() }
    report(
      .habit, "there are no joins: related rows are reached from the rows that are counted",
      at: first.union(Span(first.start, endOfConsumed)),
      notes: [
        "to one row, by a path: review.grade = \"good\"",
        "to many, by a quantifier: any child (died)",
      ], edits: [Diagnostic.Edit(Span(start, endOfConsumed), "")])
    return Span(start, endOfConsumed)
  }

  /// The fields after the conditions, which `show` names, or `by` the distinct ones.
  private func insertion(of columns: SelectedColumns) -> Diagnostic.Edit {
    let ends: Set<String> = ["order", "sort", "limit", "first"]
    let next = tokens[index...].first { $0.kind == .end || $0.word.map(ends.contains) == true }
    let position =
      tokens[
        ..<(tokens.firstIndex { $0.span == next?.span && $0.kind == next?.kind }
          ?? tokens.count - 1)
      ].last { !$0.isSymbol("?") }?.span.end ?? endOfConsumed
    let word = columns.isDistinct ? "by" : "show"
    return Diagnostic.Edit(
      Span(position, position), " \(word) " + columns.fields.joined(separator: ", "))
  }
}

extension SelectedColumns {
  /// What the statement begins with in this language.
  var verb: String {
    if measures == ["count"] { return "count" }
    if !measures.isEmpty { return measures.joined(separator: ", ") + " of" }
    return isDistinct ? "count" : "list"
  }
}

extension String {
  /// The text without a short name of its table before it.
  fileprivate func withoutPrefix(_ alias: String?) -> String {
    guard let alias, lowercased().hasPrefix(alias + ".") else { return self }
    return String(dropFirst(alias.count + 1))
  }
}
