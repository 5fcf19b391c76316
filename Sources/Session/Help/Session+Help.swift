internal import Diagnostics
internal import Language
internal import TextLayout

extension Session {
  /// `help`, `help TOPIC`.
  func help(_ topic: String?, source: SourceText, span: Span) -> ExitStatus {
    guard let topic else {
      present(overview)
      return .success
    }
    let name = topic.trimmingBlanks
    if let topics = HelpTopic.lists[name.lowercased()] {
      present(listed(topics))
      return .success
    }
    if name.lowercased() == "grammar" {
      present(GrammarProduction.text + "\n")
      return .success
    }
    let onData = workspace.map { HelpTopic.ofData(named: name, in: $0.catalogue) } ?? []
    let found =
      onData.isEmpty
      ? HelpTopic.named(name)
      : onData
        + HelpTopic.all.filter {
          $0.name == name.lowercased()
        }
    if let explanation = explanationOfAnswer(name) {
      present(
        name.lowercased() == "why"
          ? found.map { page($0) }.joined(separator: "\n") + "\n" + explanation : explanation)
      return .success
    }
    guard !found.isEmpty else {
      let speaking = HelpTopic.speaking(of: name)
      guard speaking.isEmpty else {
        present("No topic is called \"\(name)\"; these speak of it:\n" + listed(speaking))
        return .success
      }
      let words = HelpTopic.all.flatMap { [$0.name] + $0.also }
      let near = NearestName.nearest(to: name, among: words)
      let topicSpan = Span(max(span.start, span.end - topic.utf8.count), span.end)
      report(
        [
          Diagnostic(
            .unknownTopic, "there is no help on \"\(name)\"", at: topicSpan,
            notes: near.isEmpty
              ? ["`help` alone lists the topics"] : ["nearest: " + near.joined(separator: ", ")],
            edits: near.first.map { [Diagnostic.Edit(topicSpan, $0)] } ?? [])
        ], of: source, statement: span)
      return .mistake
    }
    present(found.map { page($0) }.joined(separator: "\n"))
    return .success
  }

  private var overview: String {
    var text = palette.paint("Statements", .heading) + "\n" + listed(HelpTopic.statements)
    text += palette.paint("Clauses and conditions", .heading) + "\n"
    let names = HelpTopic.language.map(\.name).joined(separator: ", ")
    text += wrappedBlock(names)
    text += palette.paint("Also", .heading) + "\n"
    text += wrappedBlock(
      "help grammar, help measures, help functions, help formats, help options; help and any "
        + "word of the "
        + "language, the name of an entity or field, or a code such as unknown-value; describe "
        + "shows "
        + "the data; every page has an example")
    return text
  }

  private func listed(_ topics: [HelpTopic]) -> String {
    let lines = topics.map { (name: $0.name, summary: $0.summary) }
    return listed(lines, indentation: "  ", width: options.width ?? 100)
  }

  /// Names with what they are beside them, or below them in a window that has no room for both.
  func listed(
    _ lines: [(name: String, summary: String)], indentation: String, width: Int
  ) -> String {
    let widest = lines.map { displayWidth($0.name) }.max() ?? 0
    let column = indentation.count + widest + 2
    let isBeside = width - column >= 20
    let hanging = isBeside ? String(repeating: " ", count: column) : indentation + "    "
    return lines.map { line in
      let room = max(8, width - hanging.count)
      let summary = wrapped(line.summary, to: room).joined(separator: "\n" + hanging)
      let name = indentation + (isBeside ? padded(line.name, to: widest + 2, .left) : line.name)
      return name + (isBeside ? "" : "\n" + hanging) + summary + "\n"
    }.joined()
  }

  /// Text indented by two blanks, in lines that fit the terminal.
  func wrappedBlock(_ text: String) -> String {
    wrapped("  " + text, to: max(20, options.width ?? 100), indentation: "  ")
      .joined(separator: "\n") + "\n"
  }

  /// One topic: how it is written, what it does, and an example.
  private func page(_ topic: HelpTopic) -> String {
    var text = palette.paint(topic.usage, .heading) + "\n" + wrappedBlock(topic.summary)
    if !topic.details.isEmpty { text += wrappedBlock(topic.details) }
    if let mistake = topic.mistake { text += "  mistake:  \(mistake)\n" }
    if let example = topic.example.map(onLoadedData) {
      text += topic.mistake == nil ? "  example:  \(example)\n" : "  right:    \(example)\n"
      text += exampleAnswer(example)
    }
    return text
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
