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
      values[String(argument[..<sign])] = Self.value(
        String(argument[argument.index(after: sign)...]))
    }
    guard let path = Self.scriptPath(file) else {
      errors.write("error: there is no script \(file)\n")
      return .mistake
    }
    return run(scriptAt: path, values: values)
  }

  /// `run FILE name = value ...` as a statement.
  func runScript(
    _ file: String, at span: Span, arguments: [RunArgument], source: SourceText
  ) -> ExitStatus {
    guard let path = Self.scriptPath(file) else {
      report(
        [
          Diagnostic(
            .unknownScript, "there is no script \(file)", at: span,
            notes: ["looked for \(Self.candidates(file).joined(separator: ", "))"])
        ], of: source, statement: nil)
      return .mistake
    }
    var values: [String: Expression] = [:]
    for argument in arguments { values[argument.name.text] = argument.value }
    return run(scriptAt: path, values: values)
  }

  private func run(scriptAt path: String, values: [String: Expression]) -> ExitStatus {
    guard runningScripts.count < Self.deepestScript, !runningScripts.contains(path) else {
      errors.write("error: \(path) runs itself\n")
      return .mistake
    }
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      errors.write("error: \(path) cannot be read: \(error.reason)\n")
      return .mistake
    }
    let outer = (parameters, isStrict, tally)
    parameters = values
    isStrict = true
    tally = ExpectationTally()
    runningScripts.append(path)
    defer {
      runningScripts.removeLast()
      (parameters, isStrict, tally) = outer
    }
    return run(script: SourceText(text, name: path))
  }

  /// Nothing of a script runs while any statement has a mistake of form; after that, each runs in
  /// turn, and a failed expectation does not end the run.
  private func run(script source: SourceText) -> ExitStatus {
    let script = ParsedScript(source)
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

  /// `parameter NAME = DEFAULT`: the value given to the run, or else the default.
  func declare(_ parameter: Parameter, source: SourceText) -> ExitStatus {
    if parameters[parameter.name.text] != nil { return .success }
    if let value = parameter.defaultValue {
      parameters[parameter.name.text] = value
      return .success
    }
    report(
      [
        Diagnostic(
          .missingParameter, "parameter \(parameter.name.text) has no value",
          at: parameter.name.span,
          notes: (parameter.description.map { [$0] } ?? []) + [
            "give one: run FILE \(parameter.name.text) = VALUE"
          ])
      ], of: source, statement: nil)
    return .mistake
  }

  /// A value as the language reads it; text where it is none.
  private static func value(_ text: String) -> Expression {
    let parsed = Parser.parse(SourceText("parameter x = \(text)"))
    if parsed.count == 1, parsed[0].diagnostics.isEmpty,
      case .parameter(let parameter)? = parsed[0].statement?.kind,
      let value = parameter.defaultValue, case .literal = value.kind
    {
      return value
    }
    return Expression(.literal(.text(text)), at: Span(0, 0))
  }

  /// Where a script of a name may be.
  private static func candidates(_ name: String) -> [String] {
    [name, name + ".enq", "Queries/" + name, "Queries/" + name + ".enq"]
  }

  private static func scriptPath(_ name: String) -> String? {
    candidates(name).first { TextFile.exists($0) && !TextFile.isFolder($0) }
  }
}
