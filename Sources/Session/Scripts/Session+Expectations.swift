internal import Diagnostics
internal import Execution
internal import Language
internal import Planning
internal import Rendering
internal import TextLayout

extension Session {
  /// Checks an expectation and says what was found.
  func check(
    _ expectation: Expectation, source: SourceText
  ) throws(QueryCancelled) -> ExitStatus {
    guard let workspace else { return .dataNotRead }
    let outcome = try executor(workspace).check(expectation)
    if outcome.holds == true {
      tally.held += 1
      output.write(palette.paint("ok", .note) + "    \(outcome.text)\n")
      return .success
    }
    tally.failed += 1
    report([failure(outcome, at: expectation.span)], of: source, statement: nil)
    if var offenders = outcome.offenders, !offenders.rows.isEmpty {
      // How many there are has been said.
      offenders.totalRowCount = offenders.rows.count
      let answer = Answer(statement: outcome.text, body: .table(offenders))
      errors.write(rendered(answer, as: .table))
    }
    return .expectationFailed
  }

  /// `warn unless`: says so and goes on.
  func warn(
    unless expectation: Expectation, source: SourceText
  ) throws(QueryCancelled) -> ExitStatus {
    guard let workspace else { return .dataNotRead }
    let outcome = try executor(workspace).check(expectation)
    guard outcome.holds != true else { return .success }
    var warning = failure(outcome, at: expectation.span)
    warning.severity = .warning
    report([warning], of: source, statement: nil)
    return .success
  }

  private func failure(_ outcome: ExpectationOutcome, at span: Span) -> Diagnostic {
    var notes: [String] = []
    if let found = outcome.found {
      notes.append("found \(Self.inWords(found.left)) and \(Self.inWords(found.right))")
    }
    if let offenders = outcome.offenders, offenders.totalRowCount > 0 {
      notes.append("rows at fault: \(offenders.totalRowCount), the first of them below")
    }
    let message =
      outcome.holds == nil
      ? "cannot be decided, because values are missing: \(outcome.text)"
      : "does not hold: \(outcome.text)"
    return Diagnostic(.expectationFailed, message, at: span, notes: notes)
  }

  private static func inWords(_ number: Double?) -> String {
    guard let number else { return "no value" }
    return Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
