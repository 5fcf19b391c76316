internal import Diagnostics
internal import Execution
internal import Scripts
internal import TextLayout

extension Session {
  func check(
    _ lines: [String], at span: Span, of document: ScriptDocument
  ) -> ExitStatus {
    guard let answer = lastAnswer else {
      report(
        [
          Diagnostic(
            .scriptLayout, "there is no answer that this table could be compared with", at: span,
            notes: ["the statement whose answer it is stands right above"])
        ], of: document.source, statement: nil)
      return .mistake
    }
    let expectation = TableExpectation(answer, expected: lines)
    let line = document.source.position(of: span.start).line
    guard let difference = expectation.difference else {
      tally.held += 1
      record?.add(
        .check(
          .init(
            text: answer.statement, line: line, holds: true, message: "",
            script: runningScripts.last ?? "", loop: loopPlace.joined(separator: ", "))))
      output.write(palette.paint("ok", .note) + "    the table of: \(answer.statement)\n")
      return .success
    }
    tally.failed += 1
    let expected = difference.expected ?? "no more lines"
    let found = difference.found ?? "no more lines"
    record?.addTable(at: span, (["----"] + expectation.found).joined(separator: "\n"))
    record?.add(
      .check(
        .init(
          text: answer.statement, line: line, holds: false,
          message: "expected: \(expected)\nfound:    \(found)",
          script: runningScripts.last ?? "", loop: loopPlace.joined(separator: ", "))))
    report(
      [
        Diagnostic(
          .expectationFailed, "the table is not the answer to: \(answer.statement)",
          at: Span(span.start, span.start + 4),
          notes: (loopPlace.isEmpty ? [] : ["with " + loopPlace.joined(separator: ", ")])
            + ["expected: \(expected)", "found:    \(found)"])
      ], of: document.source, statement: nil)
    return .expectationFailed
  }
}
