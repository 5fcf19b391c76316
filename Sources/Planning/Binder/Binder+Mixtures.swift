internal import Diagnostics
internal import Language

/// Conditions joined by `and` and `or` without brackets.
struct Mixture {
  /// The joined conditions.
  private var operands: [Expression] = []
  /// What joins each to the next.
  private var connectives: [LogicalOperator] = []

  /// The parts of a chain; a part in brackets is one.
  init(_ expression: Expression) { add(expression) }

  private mutating func add(_ expression: Expression) {
    guard case .logical(let connective, let left, let right) = expression.kind else {
      operands.append(expression)
      return
    }
    add(left)
    connectives.append(connective)
    add(right)
  }

  /// Whether both words occur.
  var mixes: Bool { connectives.contains(.and) && connectives.contains(.or) }

  /// The runs of parts that the given word joins, each with the span it takes.
  func runs(joinedBy connective: LogicalOperator) -> [[Expression]] {
    var runs: [[Expression]] = []
    for (index, operand) in operands.enumerated() {
      if index > 0, connectives[index - 1] == connective {
        runs[runs.count - 1].append(operand)
      } else {
        runs.append([operand])
      }
    }
    return runs
  }

  /// The other reading: `or` joins first, and `and` joins the results.
  var otherReading: Expression? {
    let parts = runs(joinedBy: .or).compactMap { run -> Expression? in
      guard let joined = Self.joined(run, .or) else { return nil }
      return run.count == 1 ? joined : Expression(.group(joined), at: joined.span)
    }
    return Self.joined(parts, .and)
  }

  /// The chain as it is read: `and` joins first.
  var expression: Expression? {
    Self.joined(runs(joinedBy: .and).compactMap { Self.joined($0, .and) }, .or)
  }

  /// Lets a part take in the part after it, from the left on.
  ///
  /// - Parameter join: Both parts in one; `nil` where they stay two.
  mutating func absorb(_ join: (Expression, LogicalOperator, Expression) -> Expression?) {
    var next = 1
    while next < operands.count {
      if let both = join(operands[next - 1], connectives[next - 1], operands[next]) {
        operands[next - 1] = both
        operands.remove(at: next)
        connectives.remove(at: next - 1)
      } else {
        next += 1
      }
    }
  }

  private static func joined(
    _ parts: [Expression], _ connective: LogicalOperator
  ) -> Expression? {
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) {
      Expression(.logical(connective, $0, $1), at: $0.span.union($1.span))
    }
  }
}

extension Binder {
  /// `a or b and c` is read as `a or (b and c)`; a prompt shows what the other reading counts, and a
  /// script must say which is meant.
  mutating func checkMixture(_ expression: Expression) {
    let mixture = Mixture(expression)
    guard mixture.mixes, let other = mixture.otherReading else { return }
    guard isStrict else {
      readings.append(
        Reading(
          replacement: Diagnostic.Edit(expression.span, Formatter.format(other)),
          expression: other, explanation: "`and` was joined before `or`"))
      return
    }
    let brackets = mixture.runs(joinedBy: .and).filter { $0.count > 1 }.flatMap { run in
      let span = run.reduce(run[0].span) { $0.union($1.span) }
      return [
        Diagnostic.Edit(Span(span.start, span.start), "("),
        Diagnostic.Edit(Span(span.end, span.end), ")"),
      ]
    }
    report(
      .mixedAndOr, "and with or needs brackets in a script, since it can be read in two ways",
      at: expression.span, notes: ["the other reading: \(Formatter.format(other))"],
      edits: brackets)
  }
}
