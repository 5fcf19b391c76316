internal import Diagnostics
internal import Language
internal import Planning

extension Session {
  /// How deep scripts may run scripts.
  private static let deepestScript = 20

  /// Runs a script file from the command line.
  ///
  /// - Parameters:
  ///   - arguments: `name=value` pairs; a value is read as the language reads values, and is text
  ///     where it is not one.
  /// - Returns: The gravest outcome.
  public func runScript(_ file: String, arguments: [String]) -> ExitStatus {
    var values: [String: Expression] = [:]
    for argument in arguments {
      guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else {
        errors.write("error: \"\(argument)\" is not of the form name=value\n")
        return .mistake
      }
      values[String(argument[..<sign])] = Self.parameterValue(
        String(argument[argument.index(after: sign)...]))
    }
    let queries = SavedQueries.standard
    guard let script = queries.find(file) else {
      let near = NearestName.nearest(to: file, among: queries.all.map(\.name))
      errors.write(
        "error: there is no script \(file)"
          + (near.isEmpty ? "" : "; nearest: " + near.joined(separator: ", ")) + "\n")
      return .mistake
    }
    return run(script, values: values) { name, _, notes in
      errors.write("error: \(script.name) has no parameter \(name)\n")
      for note in notes { errors.write("note: \(note)\n") }
    }
  }

  /// `run FILE name = value ...` as a statement.
  func runScript(
    _ file: String, at span: Span, arguments: [RunArgument], source: SourceText
  ) -> ExitStatus {
    let queries = SavedQueries.standard
    guard let script = queries.find(file) else {
      let near = NearestName.nearest(to: file, among: queries.all.map(\.name))
      report(
        [
          Diagnostic(
            .unknownScript, "there is no script \(file)", at: span,
            notes: (near.isEmpty ? [] : ["nearest: " + near.joined(separator: ", ")])
              + ["looked for \(queries.places(file).joined(separator: ", "))"],
            edits: near.first.map { [Diagnostic.Edit(span, $0)] } ?? [])
        ], of: source, statement: nil)
      return .mistake
    }
    var values: [String: Expression] = [:]
    for argument in arguments { values[argument.name.text] = argument.value }
    return run(script, values: values) { name, near, notes in
      let span = arguments.first { $0.name.text == name }?.name.span ?? span
      report(
        [
          Diagnostic(
            .unknownParameter, "\(script.name) has no parameter \(name)", at: span, notes: notes,
            edits: near.map { [Diagnostic.Edit(span, $0)] } ?? [])
        ], of: source, statement: nil)
    }
  }

  /// - Parameter refuse: Tells of a value for a parameter that the script does not have, with the
  ///   nearest that it has: run without it, the script would answer another question than was asked.
  private func run(
    _ script: SavedQuery, values: [String: Expression],
    refuse: (_ name: String, _ near: String?, _ notes: [String]) -> Void
  ) -> ExitStatus {
    let isFile = script.source == .file
    let path = isFile ? script.place : script.name + ".enq"
    guard runningScripts.count < Self.deepestScript, !runningScripts.contains(path) else {
      errors.write("error: \(path) runs itself\n")
      return .mistake
    }
    let text: String
    do {
      text = try script.text()
    } catch {
      errors.write("error: \(path) cannot be read: \(error.reason)\n")
      return .mistake
    }
    let parsed = ParsedScript(SourceText(text, name: path))
    let declared = parsed.parameterNames
    let unknown = values.keys.filter { !declared.contains($0) }.sorted()
    for name in unknown {
      let near = NearestName.nearest(to: name, among: declared)
      let all = declared.isEmpty ? "it has none" : "it has " + declared.joined(separator: ", ")
      refuse(name, near.first, (near.isEmpty ? [] : ["nearest: \(near[0])"]) + [all])
    }
    guard unknown.isEmpty else { return .mistake }
    let outer = (parameters, isStrict, tally)
    parameters = values
    isStrict = true
    tally = ExpectationTally()
    runningScripts.append(path)
    defer {
      runningScripts.removeLast()
      (parameters, isStrict, tally) = outer
    }
    defer { if runningScripts.count == 1 { record?.parameters = parameters } }
    return run(parsed, of: SourceText(text, name: path))
  }

  /// Nothing of a script runs while any statement has a mistake of form; after that, each runs in
  /// turn, and a failed expectation does not end the run.
  private func run(_ script: ParsedScript, of source: SourceText) -> ExitStatus {
    let mistakes = script.mistakes
    guard mistakes.isEmpty else {
      for mistake in mistakes { report(mistake.diagnostics, of: source, statement: mistake.span) }
      return .mistake
    }
    let (status, _) = run(script, in: Span(0, source.bytes.count))
    if tally.total > 0 {
      output.write("\(tally.held) of \(tally.total) expectations hold\n")
    }
    return status
  }
}
