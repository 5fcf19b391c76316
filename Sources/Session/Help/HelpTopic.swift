internal import Diagnostics
internal import Language
internal import Planning
internal import Rendering

/// One thing that `help` can explain, whichever registry it comes from.
struct HelpTopic {
  var name: String
  var usage: String
  var summary: String
  var details = ""
  var example: String?
  /// A form that makes the mistake, for codes of mistakes.
  var mistake: String?

  /// Every topic: statements, clauses and conditions, functions, formats, options, codes.
  static let all: [HelpTopic] =
    statements + language + measures + functions + formats + settings + codes

  static let statements = StatementForm.allCases.map {
    HelpTopic(
      name: $0.rawValue, usage: $0.usage, summary: $0.summary, details: $0.details,
      example: $0.example)
  }

  static let language = LanguageTopic.all.map {
    HelpTopic(name: $0.name, usage: $0.usage, summary: $0.summary, example: $0.example)
  }

  /// Measures that are no statement word.
  static let measures = MeasureForm.allCases.filter { StatementForm(rawValue: $0.name) == nil }.map
  {
    HelpTopic(name: $0.name, usage: $0.usage, summary: $0.summary, example: $0.example)
  }

  static let functions = NumericFunction.allCases.map {
    HelpTopic(name: $0.rawValue, usage: $0.usage, summary: $0.summary, example: $0.example)
  }

  static let formats = OutputFormat.all.map {
    HelpTopic(
      name: $0.name, usage: "as \($0.name)", summary: $0.summary,
      example: "count children by status as \($0.name)")
  }

  static let settings = SettingOption.allCases.map {
    HelpTopic(
      name: $0.rawValue, usage: "set \($0.rawValue) \($0.values.joined(separator: "|"))",
      summary: $0.summary, example: $0.example)
  }

  static let codes = DiagnosticCode.allCases.map { code in
    let explanation = code.explanation
    return HelpTopic(
      name: code.rawValue, usage: "error[\(code.rawValue)]", summary: explanation.title,
      details: explanation.text, example: explanation.right, mistake: explanation.wrong)
  }

  /// The topics of a name or of the first word of a usage, without regard to case.
  static func named(_ name: String) -> [HelpTopic] {
    let name = name.lowercased()
    return all.filter { $0.name == name }
  }
}
