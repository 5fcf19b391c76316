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
      switch part.kind {
      case .prose(let pieces):
        for case .statement(let span) in pieces {
          for parsed in Parser.parse(document.alone(span))
          where parsed.diagnostics.contains(where: { $0.severity == .error }) {
            mistakes.append((parsed.diagnostics, parsed.span))
          }
        }
      case .table(let lines):
        if let span = statement(in: lines, of: part.span) {
          mistakes.append(([Self.swallowed(at: span)], nil))
        }
      case .heading, .loop: break
      }
    }
    return mistakes
  }

  /// Where an expected table goes on into a statement, which would be neither run nor kept when the
  /// table is written anew.
  ///
  /// The cells of a table stand two blanks apart at least, those of a statement do not.
  private func statement(in lines: [String], of span: Span) -> Span? {
    let rule = document.source.position(of: span.start).line
    for (number, line) in lines.enumerated() {
      guard !line.contains("  "), let parsed = Parser.parse(SourceText(line)).first,
        parsed.diagnostics.isEmpty, let kind = parsed.statement?.kind
      else { continue }
      let written = document.source.lineSpan(rule + 1 + number)
      switch kind {
      case .expect, .warn, .parameter, .defineField, .defineSet, .defineMeasure: return written
      // The title of a single column may be one.
      case .query where number > 0: return written
      default: continue
      }
    }
    return nil
  }

  private static func swallowed(at span: Span) -> Diagnostic {
    Diagnostic(
      .scriptLayout, "this statement is part of the table above it", at: span,
      notes: ["a table ends at an empty line: put one before it"])
  }

  /// The parameters that it declares, in order.
  var parameterNames: [String] {
    statements.compactMap { parsed in
      if case .parameter(let parameter)? = parsed.statement?.kind {
        parameter.name.text
      } else {
        nil
      }
    }
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
