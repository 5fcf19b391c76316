public import Foundation

/// A file of questions that analysts ask, each with its statements, what they mean and their answers.
///
/// `## ` begins a question and `> ` a statement; below a statement stand its meaning, after `= `, and its
/// answer, which a test writes and checks.
public struct QuestionFile: Sendable {
  /// One question.
  public struct Question: Sendable {
    /// The heading, with its number.
    public var title: String
    /// What is typed, in order.
    public var statements: [String]
  }

  /// Where it is.
  public let url: URL
  /// The lines before the first question.
  public let preface: [String]
  /// The questions, in order.
  public let questions: [Question]

  /// Every file, by name.
  public static let all: [QuestionFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Questions")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { QuestionFile(folder.appending(path: $0)) }
  }()

  private init?(_ url: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    var preface: [String] = []
    var questions: [Question] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("## ") {
        questions.append(Question(title: String(line.dropFirst(3)), statements: []))
      } else if line.hasPrefix("> "), !questions.isEmpty {
        questions[questions.count - 1].statements.append(String(line.dropFirst(2)))
      } else if questions.isEmpty {
        preface.append(line)
      }
    }
    self.url = url
    self.preface = preface
    self.questions = questions
  }
}
