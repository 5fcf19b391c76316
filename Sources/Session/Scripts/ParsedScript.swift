internal import Diagnostics
internal import Language
internal import Scripts

/// A script that is ready to run: its layout, and its statements as trees.
struct ParsedScript {
  let document: ScriptDocument
  let statements: [ParsedStatement]

  init(_ source: SourceText) {
    document = ScriptDocument(source)
    statements = Parser.parse(document.statements)
  }

  /// The mistakes of form: while there is one, nothing of a script runs.
  var mistakes: [(diagnostics: [Diagnostic], span: Span?)] {
    var mistakes: [(diagnostics: [Diagnostic], span: Span?)] = []
    if !document.diagnostics.isEmpty { mistakes.append((document.diagnostics, nil)) }
    for parsed in statements where parsed.diagnostics.contains(where: { $0.severity == .error }) {
      mistakes.append((parsed.diagnostics, parsed.span))
    }
    for part in document.parts {
      guard case .prose(let pieces) = part.kind else { continue }
      for case .statement(let span) in pieces {
        for parsed in Parser.parse(document.alone(span))
        where parsed.diagnostics.contains(where: { $0.severity == .error }) {
          mistakes.append((parsed.diagnostics, parsed.span))
        }
      }
    }
    return mistakes
  }

  /// What stands in a range, in order; what a loop repeats is left to the loop.
  func steps(in span: Span) -> [Step] {
    var steps: [Step] = []
    for statement in statements where span.holds(statement.span) { steps.append(.run(statement)) }
    for part in document.parts where span.holds(part.span) { steps.append(.part(part)) }
    steps.sort { $0.span.start < $1.span.start }
    var end = span.start
    return steps.filter { step in
      guard step.span.start >= end else { return false }
      if case .part(let part) = step, case .loop = part.kind { end = part.span.end }
      return true
    }
  }

  enum Step {
    case run(ParsedStatement)
    case part(ScriptPart)

    var span: Span {
      switch self {
      case .run(let statement): statement.span
      case .part(let part): part.span
      }
    }
  }
}

extension Span {
  fileprivate func holds(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
