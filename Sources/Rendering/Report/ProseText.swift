internal import Execution

/// The author's text of a report.
enum ProseText {
  /// A text cut at its blank lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  /// A text in one line.
  static func inLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension AnswerDocument {
  /// What the number of an answer that stands in a line leaves unsaid.
  static func lineRemarks(_ answer: Answer) -> [String] {
    switch answer.body {
    case .count, .share: AnswerDocument(answer, RenderOptions()).paragraphs
    case .table, .frequencies, .crosstab, .layers: []
    }
  }
}
