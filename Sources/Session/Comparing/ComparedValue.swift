internal import Execution
internal import Loading
internal import Rendering
internal import Tables

/// A value of an answer in a form in which one that was saved and one that was just found are alike.
enum ComparedValue: Hashable {
  case missing
  /// A number, and how it is written.
  case number(Double, text: String)
  case text(String)

  init(_ value: AnswerValue) {
    switch value {
    case .missing: self = .missing
    case .text(let text): self = .text(text)
    case .integer(let number): self = .number(Double(number), text: String(number))
    case .number(let number): self = Self(number)
    case .boolean(let truth): self = .text(truth ? "yes" : "no")
    case .date(let date): self = .text(date.description)
    case .list(let values): self = .text(values.joined(separator: "; "))
    case .percent(let part, let whole):
      // The value is exact, so that a change too small for its text is a change.
      guard let text = InlineText.percent(part: part, whole: whole) else {
        self = .missing
        return
      }
      self = .number(Double(part) * 100 / Double(whole), text: text)
    }
  }

  /// A value of a saved answer; `nil` for what no answer holds.
  init?(_ value: JSONValue) {
    switch value {
    case .null: self = .missing
    case .flag(let truth): self = .text(truth ? "yes" : "no")
    case .text(let text): self = .text(text)
    case .number(let text):
      guard let number = Double(text), number.isFinite else { return nil }
      self = .number(number, text: text)
    case .list(let values):
      var texts: [String] = []
      for value in values {
        guard case .text(let text) = value else { return nil }
        texts.append(text)
      }
      self = .text(texts.joined(separator: "; "))
    case .object: return nil
    }
  }

  private init(_ number: Double) {
    guard number.isFinite else {
      self = .missing
      return
    }
    self = .number(number, text: Self.digits(number))
  }

  /// The shortest digits that read back as the same number.
  static func digits(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The value in words.
  var text: String {
    switch self {
    case .missing: "(not recorded)"
    case .number(_, let text): text
    case .text(let text): text
    }
  }

  var number: Double? {
    if case .number(let number, _) = self { return number }
    return nil
  }

  /// Numbers are the same by value, however they are written.
  static func == (a: ComparedValue, b: ComparedValue) -> Bool {
    switch (a, b) {
    case (.missing, .missing): true
    case (.number(let a, _), .number(let b, _)): a == b
    case (.text(let a), .text(let b)): a == b
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .missing: hasher.combine(0)
    case .number(let number, _): hasher.combine(number)
    case .text(let text): hasher.combine(text)
    }
  }
}
