internal import Diagnostics
internal import Execution
internal import Language
internal import Rendering
internal import Scripts
internal import Tables

extension Session {
  func run(
    _ loop: ScriptLoop, of script: ParsedScript
  ) -> (status: ExitStatus, ends: Bool) {
    let header = script.statements.first { loop.header.start <= $0.span.start }
    guard let header, let values = loopValues(header, of: script.document.statements) else {
      return (.mistake, false)
    }
    let outer = parameters[loop.variable]
    defer { parameters[loop.variable] = outer }
    var status = ExitStatus.success
    defer { loopPlace.removeLast() }
    loopPlace.append("")
    for value in values {
      parameters[loop.variable] = value
      loopPlace[loopPlace.count - 1] = "\(loop.variable) = \(Formatter.format(value))"
      let outcome = run(script, in: loop.body)
      status.worsen(to: outcome.status)
      if outcome.ends { return (status, true) }
    }
    return (status, false)
  }

  /// The values that a loop goes through: those of a field that are recorded, in their order.
  private func loopValues(_ header: ParsedStatement, of source: SourceText) -> [Expression]? {
    let (shown, keptRecord) = (output, record)
    (output, record, lastAnswer) = (MemorySink(), nil, nil)
    let status = run(header, of: source).status
    (output, record) = (shown, keptRecord)
    guard status == .success, let answer = lastAnswer else { return nil }
    return answer.tidyTable.rows.compactMap { $0.first.flatMap(Expression.init) }
  }
}

extension Expression {
  /// A value of an answer as a statement would write it; `nil` for one that is missing.
  fileprivate init?(_ value: AnswerValue) {
    let literal: Literal
    switch value {
    case .text(let text): literal = .text(text)
    case .integer(let number): literal = .number(Double(number))
    case .number(let number): literal = .number(number)
    case .boolean(let truth): literal = .boolean(truth)
    case .date(let date):
      let parts = date.components
      literal = .date(DateLiteral(year: parts.year, month: parts.month, day: parts.day))
    case .missing, .list, .percent: return nil
    }
    self.init(.literal(literal), at: Span(0, 0))
  }
}
