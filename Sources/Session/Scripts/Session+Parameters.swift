internal import Diagnostics
internal import Language
internal import Planning

extension Session {
  /// `parameter NAME = DEFAULT`: the value given to the run, or else the default; one that has
  /// neither is asked for where someone can answer.
  func declare(_ parameter: Parameter, source: SourceText) -> ExitStatus {
    let name = parameter.name.text
    if let given = parameters[name] {
      return check(given, for: parameter, source: source)
    }
    if let value = parameter.defaultValue {
      parameters[name] = value
      return .success
    }
    if let answer = ask?(question(parameter)) {
      parameters[name] = Self.parameterValue(answer)
      return .success
    }
    report(
      [
        Diagnostic(
          .missingParameter, "parameter \(name) has no value", at: parameter.name.span,
          notes: (parameter.description.map { [$0] } ?? []) + [
            "give one: run FILE \(name) = VALUE"
          ])
      ], of: source, statement: nil)
    return .mistake
  }

  private func question(_ parameter: Parameter) -> String {
    parameter.name.text + (parameter.description.map { " (\($0))" } ?? "") + ": "
  }

  /// A value must be of the kind that the default is of: a text is no year.
  private func check(
    _ value: Expression, for parameter: Parameter, source: SourceText
  ) -> ExitStatus {
    guard let usual = parameter.defaultValue, let wanted = ParameterKind(usual),
      let given = ParameterKind(value), given != wanted
    else { return .success }
    // Several values may be one, and digits may be meant as text.
    if wanted == .several {
      parameters[parameter.name.text] = Expression(.list([value]), at: value.span)
      return .success
    }
    if wanted == .text {
      parameters[parameter.name.text] = Expression(
        .literal(.text(Formatter.format(value))), at: value.span)
      return .success
    }
    report(
      [
        Diagnostic(
          .typeMismatch,
          "parameter \(parameter.name.text) is \(wanted.inWords), and \(Formatter.format(value)) is "
            + given.inWords,
          at: parameter.name.span,
          notes: ["its default is \(Formatter.format(usual))"])
      ], of: source, statement: nil)
    return .mistake
  }

  /// A value as the language reads it; text where it is none.
  static func parameterValue(_ text: String) -> Expression {
    let parsed = Parser.parse(SourceText("parameter x = \(text)"))
    if parsed.count == 1, parsed[0].diagnostics.isEmpty,
      case .parameter(let parameter)? = parsed[0].statement?.kind,
      let value = parameter.defaultValue, ParameterKind(value) != nil
    {
      return value
    }
    return Expression(.literal(.text(text)), at: Span(0, 0))
  }
}

/// What a parameter takes.
private enum ParameterKind: Equatable {
  case text, number, date, truth, several

  /// The kind of a value; `nil` for an expression, which can be anything.
  init?(_ value: Expression) {
    switch value.kind {
    case .list: self = .several
    case .negative(let inner):
      guard ParameterKind(inner) == .number else { return nil }
      self = .number
    case .literal(let literal):
      switch literal {
      case .text, .pattern: self = .text
      case .number, .percent, .quantity: self = .number
      case .date, .financialYear, .quarter: self = .date
      case .boolean: self = .truth
      }
    default: return nil
    }
  }

  var inWords: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date or a year"
    case .truth: "yes or no"
    case .several: "several values"
    }
  }
}
