internal import Diagnostics
internal import Execution
internal import Language
internal import Planning
internal import Rendering

extension HelpTopic {
  /// The topics that speak of a word anywhere, those whose form or summary has it first.
  static func speaking(of words: String) -> [HelpTopic] {
    let wanted = words.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard !wanted.isEmpty, wanted.allSatisfy({ $0.count > 2 }) else { return [] }
    func has(_ text: String) -> Bool {
      let found = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      return wanted.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
    }
    let first = all.filter { has($0.usage + " " + $0.summary) }
    let names = Set(first.map(\.name))
    return first + all.filter { !names.contains($0.name) && has($0.details) }
  }
}

extension Session {
  /// `help why`, `help why 41`: how the last answer, or the last of that number, came about.
  ///
  /// - Returns: `nil` where the topic is another one.
  func explanationOfAnswer(_ topic: String) -> String? {
    let words = topic.lowercased().split { $0 == " " }
    guard words.first == "why", words.count <= 2 else { return nil }
    guard words.count == 2 else { return figures.last.map(explanation) }
    guard let wanted = Int(words[1]) else { return nil }
    guard let figure = figures.last(where: { $0.number == wanted }) else {
      return paragraph(
        "No answer so far was \(wanted). `help why` explains the last answer that was a number.")
        + "\n"
    }
    return explanation(figure)
  }

  private func explanation(_ figure: Figure) -> String {
    var text = "\(figure.number) answers: \(figure.answer.statement)\n"
    if let sentence = sentence(of: figure.answer.statement) { text += paragraph(sentence) + "\n" }
    if let base = figure.answer.base {
      let unit = figure.answer.unit ?? "rows"
      text += paragraph("It was counted out of \(base.total) \(unit).") + "\n"
    }
    for line in Renderer.remarks(on: figure.answer) { text += paragraph(line) + "\n" }
    return text
  }

  private func sentence(of statement: String) -> String? {
    guard let workspace,
      let parsed = Parser.parse(SourceText("explain " + statement)).first?.statement,
      case .explain(_, let sentence)? = Binder.bind(parsed, in: workspace.catalogue).statement
    else { return nil }
    return sentence
  }

  /// An answer that is one number.
  struct Figure {
    var number: Int
    var answer: Answer
  }

  /// Remembers an answer that is one number, for `help why`.
  func remember(_ answer: Answer) {
    switch answer.body {
    case .count(let number): figures.append(Figure(number: number, answer: answer))
    case .share(let share): figures.append(Figure(number: share.part, answer: answer))
    default: return
    }
    if figures.count > 100 { figures.removeFirst() }
  }
}
