internal import Diagnostics
internal import Scripts

extension Session {
  /// Runs scripts as tests: each by itself over the same data, so that no definition of one is seen by
  /// another, and says which are as they should be.
  ///
  /// - Parameters:
  ///   - paths: Scripts, and folders of scripts; `Queries` when there are none.
  ///   - junit: Where the outcomes are written as JUnit XML; nowhere when `nil`.
  ///   - updates: Whether expected tables that are not the answer are written anew.
  /// - Returns: The gravest outcome of all scripts.
  public func test(_ paths: [String], junit: String?, updates: Bool) -> ExitStatus {
    let (scripts, absent) = ScriptSuite.scripts(paths.isEmpty ? ["Queries"] : paths)
    for path in absent { errors.write("error: there is no script or folder \(path)\n") }
    guard absent.isEmpty else { return .mistake }
    guard !scripts.isEmpty else {
      errors.write("error: there are no scripts (files that end in .enq) to test\n")
      return .mistake
    }
    var outcomes: [ScriptOutcome] = []
    for script in scripts {
      let outcome = outcome(of: script, updates: updates)
      outcomes.append(outcome)
      output.write(outcome.text(palette))
      if outcome.status == .interrupted { break }
    }
    let passed = outcomes.count { $0.passed }
    let checks = outcomes.map(\.checks.count).reduce(0, +)
    let held = outcomes.map(\.held).reduce(0, +)
    output.write(
      "\(passed) of \(outcomes.count) scripts are as they should be, \(held) of \(checks) "
        + "expectations hold\n")
    let status = outcomes.map(\.status).max() ?? .success
    guard let junit else { return status }
    do {
      try TextFile.write(JUnitDocument(outcomes: outcomes).text, to: junit)
    } catch {
      errors.write("error: \(junit) cannot be written: \(error.reason)\n")
      return max(status, .mistake)
    }
    return status
  }

  private func outcome(of script: String, updates: Bool) -> ScriptOutcome {
    var result = runAlone(script)
    guard updates, !result.record.tables.isEmpty else { return result.outcome }
    guard let updated = update(script, result.record) else { return result.outcome }
    result = runAlone(script)
    result.outcome.updated = updated
    return result.outcome
  }

  /// Runs a script in a session of its own over the data that are open.
  private func runAlone(_ script: String) -> (outcome: ScriptOutcome, record: ScriptRecord) {
    let session = alone()
    let said = MemorySink()
    session.errors = said
    let record = ScriptRecord()
    session.record = record
    let start = ContinuousClock.now
    let status = session.runScript(script, arguments: [])
    let outcome = ScriptOutcome(
      path: script, status: status, checks: record.checks, messages: said.text,
      elapsed: ContinuousClock.now - start)
    return (outcome, record)
  }

  /// Writes the tables of a script anew that are not what was found.
  ///
  /// - Returns: How many; `nil` where the script cannot be written, which has been said.
  private func update(_ script: String, _ record: ScriptRecord) -> Int? {
    do {
      let text = try TextFile.read(script)
      var bytes = Array(text.utf8)
      // From the last to the first, so that places before stay as they are. A table in a loop is the
      // same place several times, and there is no one text for it.
      let places = Dictionary(grouping: record.tables, by: \.span).filter { $0.value.count == 1 }
      for (span, tables) in places.sorted(by: { $0.key.start > $1.key.start }) {
        bytes.replaceSubrange(span.start..<span.end, with: tables[0].text.utf8)
      }
      try TextFile.write(String(decoding: bytes, as: UTF8.self), to: script)
      return places.count
    } catch {
      errors.write("error: \(script) cannot be written: \(error.reason)\n")
      return nil
    }
  }
}
