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
    record?.add(.check(check(outcome, at: source.position(of: expectation.span.start).line)))
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
    record?.add(.warning(check(outcome, at: source.position(of: expectation.span.start).line)))
    var warning = failure(outcome, at: expectation.span)
    warning.severity = .warning
    report([warning], of: source, statement: nil)
    return .success
  }

  private func check(_ outcome: ExpectationOutcome, at line: Int) -> ScriptRecord.Check {
    let holds = outcome.holds == true
    let failure = failure(outcome, at: Span(0, 0), showsRows: false)
    return ScriptRecord.Check(
      text: outcome.text, line: line, holds: holds,
      message: holds ? "" : ([failure.message] + failure.notes).joined(separator: "\n"),
      script: runningScripts.last ?? "", loop: loopPlace.joined(separator: ", "))
  }

  /// What is wrong, in words.
  ///
  /// - Parameter showsRows: Whether the first rows at fault stand below the message.
  private func failure(
    _ outcome: ExpectationOutcome, at span: Span, showsRows: Bool = true
  ) -> Diagnostic {
    var notes = loopPlace.isEmpty ? [] : ["with " + loopPlace.joined(separator: ", ")]
    if let found = outcome.found {
      notes.append(Self.inWords(found))
    }
    if let offenders = outcome.offenders, offenders.totalRowCount > 0 {
      notes.append(
        "rows at fault: \(offenders.totalRowCount)"
          + (showsRows ? ", the first of them below" : ""))
    }
    let message =
      outcome.holds == nil
      ? "cannot be decided, because values are missing: \(outcome.text)"
      : "does not hold: \(outcome.text)"
    return Diagnostic(.expectationFailed, message, at: span, notes: notes)
  }

  /// `found 89.1753 and 95`: with four decimals, or with all where four would make them look equal.
  private static func inWords(_ found: ExpectationOutcome.Found) -> String {
    func text(_ number: Double?, isShort: Bool) -> String {
      guard let number else { return "no value" }
      if let whole = Int(exactly: number) { return String(whole) }
      return "\(isShort ? (number * 10_000).rounded() / 10_000 : number)"
    }
    if found.isOfRange { return "found \(text(found.left, isShort: false))" }
    let short = (text(found.left, isShort: true), text(found.right, isShort: true))
    guard short.0 == short.1 else { return "found \(short.0) and \(short.1)" }
    return "found \(text(found.left, isShort: false)) and \(text(found.right, isShort: false))"
  }
}
