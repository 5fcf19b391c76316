internal import Diagnostics
internal import Language
internal import Planning
internal import Rendering

/// One thing that `help` can explain, whichever registry it comes from.
struct HelpTopic {
  var name: String
  /// Other words that lead to it.
  var also: [String] = []
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
    HelpTopic(
      name: $0.name, also: $0.also, usage: $0.usage, summary: $0.summary, example: $0.example)
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

  /// Lists of topics, by the words that ask for them.
  static let lists: [String: [HelpTopic]] = [
    "function": functions, "functions": functions, "measures": measures,
    "formats": formats, "options": settings,
  ]

  /// The topics that explain a word or a phrase, without regard to case: those of that name, or else
  /// those that explain it as well, or else those whose form has it.
  static func named(_ name: String) -> [HelpTopic] {
    let name = name.lowercased()
    let found = exactly(name)
    if !found.isEmpty { return found }
    // `help except where died`: the first words are asked about.
    guard let space = name.lastIndex(of: " ") else { return [] }
    return named(String(name[..<space]).trimmingBlanks)
  }

  private static func exactly(_ name: String) -> [HelpTopic] {
    let own = all.filter { $0.name == name }
    if !own.isEmpty { return own }
    let explaining = all.filter { $0.also.contains(name) }
    if !explaining.isEmpty { return explaining }
    return statements.filter { topic in
      topic.usage.split { !$0.isLetter }.contains { $0 == name }
    }
  }

  /// What a word of the language is for, in a few words.
  static func note(on word: String) -> String {
    guard let topic = exactly(word).first else { return "" }
    let sentence = topic.summary.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? ""
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
