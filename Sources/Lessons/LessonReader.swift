public import Diagnostics

/// Reads a lesson file; what is wrong with it is said with its place.
public struct LessonReader {
  /// What an exercise may say, in the order in which hints are given.
  enum Key: String, CaseIterable {
    case answer, also, wrong, uses, idea, shape, near, why
  }

  private let source: SourceText
  private var lesson: Lesson?
  private var exercise: Draft?
  private var lastKey: Key?
  private var paragraph: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// An exercise whose answer may not have been read yet.
  private struct Draft {
    var question: Entry
    var answer: Entry?
    var content: Exercise
  }

  /// Reads a file.
  ///
  /// - Returns: The lesson, `nil` where it has a mistake; and what is wrong.
  public static func read(_ source: SourceText) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    var reader = LessonReader(source: source)
    reader.readLines()
    return (reader.diagnostics.isEmpty ? reader.lesson : nil, reader.diagnostics)
  }

  private init(source: SourceText) { self.source = source }

  private mutating func readLines() {
    let count = source.position(of: source.bytes.count).line
    for number in 1...count { read(source.lineSpan(number)) }
    endParagraph()
    endExercise()
    if lesson == nil, diagnostics.isEmpty {
      report("a lesson begins with its title, such as: # What is one row?", at: Span(0, 0))
    } else if let lesson, lesson.exercises.isEmpty, diagnostics.isEmpty {
      report("a lesson has at least one exercise, which begins with ##", at: Span(0, 0))
    }
  }

  private mutating func read(_ line: Span) {
    let text = source.text(line)
    if text.allSatisfy(\.isWhitespace) {
      return endParagraph()
    }
    if text.hasPrefix("## ") { return beginExercise(entry(in: line, after: 3)) }
    if text.hasPrefix("# ") { return begin(entry(in: line, after: 2)) }
    guard lesson != nil else {
      return report("a lesson begins with its title, such as: # What is one row?", at: line)
    }
    if exercise != nil { return readKey(text, line) }
    if text.hasPrefix("    ") { return readExample(text, line) }
    paragraph.append(trimmed(text))
  }
}

// MARK: The opening

extension LessonReader {
  private mutating func begin(_ title: Entry) {
    if lesson != nil { return report("a lesson has one title", at: title.span) }
    lesson = Lesson(title: title.text)
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    lesson?.opening.append(.prose(paragraph.joined(separator: " ")))
    paragraph = []
  }

  /// A line of a transcript: a statement after the prompt, or a line of its answer.
  private mutating func readExample(_ text: String, _ line: Span) {
    endParagraph()
    let prompt = "    enquire> "
    if text.hasPrefix(prompt) {
      let example = Lesson.Example(
        statement: entry(in: line, after: prompt.utf8.count), answer: [])
      lesson?.opening.append(.example(example))
      return
    }
    guard case .example(var example)? = lesson?.opening.last else {
      return report("a transcript begins with a statement after `enquire> `", at: line)
    }
    example.answer.append(String(text.dropFirst(4)))
    lesson?.opening.removeLast()
    lesson?.opening.append(.example(example))
  }
}

// MARK: Exercises

extension LessonReader {
  private mutating func beginExercise(_ question: Entry) {
    endParagraph()
    endExercise()
    guard lesson != nil else {
      return report("a lesson begins with its title, not with an exercise", at: question.span)
    }
    exercise = Draft(
      question: question, answer: nil, content: Exercise(question: question, answer: question))
    lastKey = nil
  }

  private mutating func endExercise() {
    guard let draft = exercise else { return }
    exercise = nil
    guard let answer = draft.answer else {
      return report(
        "this exercise has no answer; write: answer: STATEMENT", at: draft.question.span)
    }
    var content = draft.content
    content.answer = answer
    for wrong in content.wrongs where wrong.feedback.isEmpty {
      report(
        "this wrong answer has no feedback; write it on the next line, indented",
        at: wrong.statement.span)
    }
    lesson?.exercises.append(content)
  }

  private mutating func readKey(_ text: String, _ line: Span) {
    if text.hasPrefix("  ") { return readContinuation(trimmed(text), line) }
    let name = String(text.prefix { $0 != ":" })
    let nameSpan = Span(line.start, line.start + name.utf8.count)
    guard name.count < text.count, let key = Key(rawValue: name) else {
      let near = NearestName.nearest(to: name, among: Key.allCases.map(\.rawValue))
      return report(
        "an exercise has no part \"\(name)\"", at: nameSpan,
        notes: near.first.map { ["did you mean: \($0):"] }
          ?? ["parts: " + Key.allCases.map(\.rawValue).joined(separator: ", ")])
    }
    let value = entry(in: line, after: name.utf8.count + 1)
    guard !value.text.isEmpty else {
      return report("nothing stands after \(name):", at: nameSpan)
    }
    lastKey = key
    take(value, as: key)
  }

  private mutating func take(_ value: Entry, as key: Key) {
    switch key {
    case .answer:
      if exercise?.answer != nil {
        report("an exercise has one answer; write others as: also: STATEMENT", at: value.span)
      }
      exercise?.answer = value
    case .also: exercise?.content.alternatives.append(value)
    case .wrong:
      exercise?.content.wrongs.append(Exercise.Wrong(statement: value, feedback: ""))
    case .uses: exercise?.content.required.append(value)
    case .idea, .shape, .near: exercise?.content.hints.append(value.text)
    case .why: exercise?.content.why = value.text
    }
  }

  /// An indented line goes on with the part above it; below a wrong answer it is the feedback.
  private mutating func readContinuation(_ text: String, _ line: Span) {
    switch lastKey {
    case .wrong:
      let last = (exercise?.content.wrongs.count ?? 1) - 1
      let before = exercise?.content.wrongs[last].feedback ?? ""
      exercise?.content.wrongs[last].feedback = before.isEmpty ? text : before + " " + text
    case .idea, .shape, .near:
      let last = (exercise?.content.hints.count ?? 1) - 1
      exercise?.content.hints[last] += " " + text
    case .why: exercise?.content.why? += " " + text
    case .answer, .also, .uses: report("a statement stands on one line", at: line)
    case nil: exercise?.content.question.text += " " + text
    }
  }
}

// MARK: Parts of lines

extension LessonReader {
  private func entry(in line: Span, after count: Int) -> Entry {
    var start = min(line.start + count, line.end)
    var end = line.end
    while start < end, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, source.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let span = Span(start, end)
    return Entry(source.text(span), at: span)
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func report(_ message: String, at span: Span, notes: [String] = []) {
    diagnostics.append(Diagnostic(.lessonLayout, message, at: span, notes: notes))
  }
}
