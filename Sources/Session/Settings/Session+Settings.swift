internal import Diagnostics
internal import Language
internal import Planning
internal import Tables
internal import TextLayout

extension Session {
  /// How many mistakes of a settings file are shown; more only say that it is damaged.
  private static let shownProblems = 3

  /// Takes over what was set in earlier sessions, and says what of it cannot be followed.
  public func readSettings() {
    guard let file = options.settingsFile else { return }
    let content = file.read()
    var problems = content.problems
    for (option, value) in content.values where !apply(option, value) {
      problems.append(.init(line: nil, reason: "\(option.rawValue) cannot be \"\(value)\""))
    }
    for problem in problems.prefix(Self.shownProblems) {
      let place = problem.line.map { ":\($0)" } ?? ""
      errors.write("\(file.path)\(place): ignored: \(problem.reason)\n")
    }
    if problems.count > Self.shownProblems {
      errors.write("\(file.path): \(problems.count - Self.shownProblems) more ignored\n")
    }
  }

  /// `set OPTION VALUE`; without a value, shows the option; alone, shows all.
  func set(_ option: Name?, _ value: String?, source: SourceText, span: Span) -> ExitStatus {
    guard let option else {
      present(listed(SettingOption.allCases))
      return .success
    }
    guard let known = SettingOption(rawValue: option.text.lowercased()) else {
      let names = SettingOption.allCases.map(\.rawValue)
      let near = NearestName.nearest(to: option.text, among: names)
      report(
        [
          Diagnostic(
            .unknownOption, "there is no option \"\(option.text)\"", at: option.span,
            notes: ["options: " + names.joined(separator: ", ")],
            edits: near.first.map { [Diagnostic.Edit(option.span, $0)] } ?? [])
        ], of: source, statement: span)
      return .mistake
    }
    guard let value else {
      output.write(listed([known]))
      return .success
    }
    guard apply(known, value) else {
      report(
        [
          Self.refusal(of: value, as: known, at: span)
        ], of: source, statement: span)
      return .mistake
    }
    keep(known)
    return .success
  }

  /// Says why an option does not take a value.
  private static func refusal(
    of value: String, as option: SettingOption, at span: Span
  ) -> Diagnostic {
    let (reason, better): (String?, String?) =
      switch option {
      case .memory: SettingQuantity.refusal(ofSize: value)
      case .timeout: SettingQuantity.refusal(ofTime: value)
      default: (nil, nil)
      }
    return Diagnostic(
      .unknownOption, "\(option.rawValue) cannot be \"\(value)\"", at: span,
      notes: [reason, "values: " + option.values.joined(separator: ", ")].compactMap { $0 },
      edits: better.map { [Diagnostic.Edit(span, "set \(option.rawValue) \($0)")] } ?? [])
  }

  /// Sets an option, for this session.
  ///
  /// - Returns: Whether the option takes the value.
  private func apply(_ option: SettingOption, _ value: String) -> Bool {
    guard settings.set(option, to: value) else { return false }
    if option == .seed { workspace?.catalogue.sampleSeed = settings.seed }
    if option == .memory { limitIndexes() }
    return true
  }

  /// Holds the indexes of the data that are open to `set memory`.
  func limitIndexes() {
    workspace?.catalogue.data.indexBudget.byteLimit = settings.memory ?? IndexBudget.usualLimit
  }

  /// What is set while a script runs is the script's own.
  private func keep(_ option: SettingOption) {
    guard runningScripts.isEmpty, let file = options.settingsFile else { return }
    do throws(TextFile.Failure) {
      try file.keep(settings.value(of: option), of: option)
    } catch {
      errors.write("set for this session only: \(file.path) cannot be written: \(error.reason)\n")
    }
  }

  /// Options with their values, and what each is; in a pipe a line for each.
  private func listed(_ shown: [SettingOption]) -> String {
    let widest = SettingOption.allCases.map(\.rawValue.count).max() ?? 0
    let lines = shown.map { option in
      let name = padded(option.rawValue, to: widest + 2, .left)
      let value = padded(settings.value(of: option), to: 11, .left)
      return (name: name + value, summary: option.summary)
    }
    return listed(lines, indentation: "", width: options.width ?? .max)
  }
}
