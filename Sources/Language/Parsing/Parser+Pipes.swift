internal import Diagnostics

/// A query put together from the steps of a pipe, such as `children %>% filter(died) %>% count()`.
private struct PipedQuery {
  var entity: String
  /// `children.status` before the first step.
  var field: String?
  var verb: String?
  var conditions: [String] = []
  var dimensions: [String] = []
  var shown: [String] = []
  var keys: [String] = []
  var first: String?

  /// The query in this language.
  var text: String {
    if let field, verb == "values" { return "values \(entity).\(field)" }
    let measured = field.map { " \($0) of" } ?? ""
    var text =
      "\(verb ?? (shown.isEmpty && !dimensions.isEmpty ? "count" : "list"))\(measured) \(entity)"
    if !conditions.isEmpty { text += " where " + conditions.joined(separator: " and ") }
    if !dimensions.isEmpty { text += " by " + dimensions.joined(separator: ", ") }
    if !shown.isEmpty { text += " show " + shown.joined(separator: ", ") }
    if !keys.isEmpty { text += " sort by " + keys.joined(separator: ", ") }
    if let first { text += " first \(first)" }
    return text
  }

  /// Takes in a step.
  ///
  /// - Returns: Whether it is one that this language has a form for.
  mutating func take(_ step: String, _ arguments: [String]) -> Bool {
    switch step {
    case "filter", "where", "subset", "query": conditions += arguments
    case "group_by", "groupby", "by": dimensions += arguments
    case "count", "value_counts", "tally", "size", "n", "nrow":
      if step == "value_counts", field != nil, conditions.isEmpty {
        verb = "values"
      } else {
        verb = "count"
        dimensions += arguments.filter { !$0.contains("=") }
      }
    case "select", "show": shown += arguments
    case "arrange", "sort", "order_by", "sort_values": keys += arguments
    case "head", "limit", "first", "top", "slice_head", "take", "top_n":
      first = arguments.first ?? "10"
    case "list": verb = "list"
    case "describe", "info": verb = "describe"
    case "summarise", "summarize", "agg", "aggregate":
      return arguments.allSatisfy { takeSummary($0) }
    case "nunique", "n_distinct": verb = "count distinct"
    default:
      guard let form = Vocabulary.statementHabits[step] ?? Optional(step),
        Statistic(word: form) != nil
      else { return false }
      verb = form
      if field == nil { field = arguments.first }
      return field != nil
    }
    return true
  }
}

extension PipedQuery {
  /// Takes in `n()`, `mean(age)` or `m = mean(age)`.
  fileprivate mutating func takeSummary(_ argument: String) -> Bool {
    let call = argument.split(separator: "=").last.map { $0.filter { $0 != " " } } ?? ""
    guard let open = call.firstIndex(of: "("), call.last == ")" else { return false }
    let inside = call[call.index(after: open)...].dropLast()
    return take(String(call[..<open]), inside.isEmpty ? [] : [String(inside)])
  }
}

/// Pipes and chained calls, the way of dplyr, pandas and the shell.
extension Parser {
  /// `children |> filter(died) |> count()`, `children.status.value_counts()`.
  ///
  /// - Returns: Whether it was one, and was answered.
  mutating func reportPipe() -> Bool {
    let entity = source.text(token.span)
    if pipeLength(at: index + 1) > 0 {
      return reportSteps(from: index + 1, PipedQuery(entity: entity))
    }
    guard peek().isSymbol("."), peek(2).word != nil else { return false }
    if peek(3).isSymbol("(") { return reportSteps(from: index + 1, PipedQuery(entity: entity)) }
    guard peek(3).isSymbol("."), peek(5).isSymbol("(") else { return false }
    return reportSteps(
      from: index + 3, PipedQuery(entity: entity, field: source.text(peek(2).span)))
  }

  /// How many tokens from a position are the sign that leads to the next step.
  private func pipeLength(at position: Int) -> Int {
    func isSign(_ distance: Int, _ text: String) -> Bool {
      position + distance < tokens.count && tokens[position + distance].isSymbol(text)
    }
    if isSign(0, "%"), isSign(1, ">"), isSign(2, "%") { return 3 }
    if isSign(0, "|") { return isSign(1, ">") ? 2 : 1 }
    return 0
  }

  private mutating func reportSteps(from first: Int, _ start: PipedQuery) -> Bool {
    var query = start
    var position = first
    while position < tokens.count - 1 {
      let length = pipeLength(at: position)
      if length == 0, !tokens[position].isSymbol(".") { break }
      position += max(1, length)
      guard position < tokens.count - 1, let step = tokens[position].word else { return false }
      position += 1
      let arguments = readArguments(&position)
      guard query.take(step, arguments) else { return false }
    }
    let isWhole = position >= tokens.count - 1
    let whole = token.span.union(tokens[max(0, tokens.count - 2)].span)
    report(
      .habit, "a statement begins with its verb, and its clauses follow", at: token.span,
      notes: ["such as: count children where died by status"],
      edits: isWhole ? [Diagnostic.Edit(whole, query.text)] : [])
    stop()
    return true
  }

  /// The arguments of a step, in brackets or up to the next pipe.
  private func readArguments(_ position: inout Int) -> [String] {
    let hasBrackets = position < tokens.count && tokens[position].isSymbol("(")
    if hasBrackets { position += 1 }
    var arguments: [String] = []
    var current: Span?
    var open = 0
    func text(_ span: Span) -> String {
      let text = source.text(span)
      // pandas writes names and conditions in quotes.
      guard let quote = text.first, quote == text.last, quote == "'" || quote == "\"" else {
        return text
      }
      return String(text.dropFirst().dropLast())
    }
    while position < tokens.count - 1 {
      let token = tokens[position]
      if open == 0, hasBrackets ? token.isSymbol(")") : pipeLength(at: position) > 0 { break }
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") { open -= 1 }
      if open == 0, token.isSymbol(",") {
        arguments += current.map { [text($0)] } ?? []
        current = nil
      } else {
        current = current.map { $0.union(token.span) } ?? token.span
      }
      position += 1
    }
    arguments += current.map { [text($0)] } ?? []
    if hasBrackets, position < tokens.count - 1 { position += 1 }
    return arguments
  }
}
