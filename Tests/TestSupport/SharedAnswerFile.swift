internal import Foundation

/// A file of questions on a real set of data, whose answers other engines agreed on.
///
/// A line `open PATH` names a file to open, several in a row all of them together; `> ` below it begins a
/// statement that says what the data mean. `## ` begins a question, in the words of the answers; then `> `
/// begins the statements that ask it, the last of which answers. Where a question is not asked, a line
/// `not asked: ` says why; one that the program does not answer yet has a line `awaits: `. `answer NAME`
/// says that the answer is that column alone, and `answer rows` that it is how many rows there are.
public struct SharedAnswerFile: Sendable {
  /// Files that are opened together, and the questions asked of them.
  public struct Section: Sendable {
    /// What is opened, from the folder of the data on.
    public var paths: [String] = []
    /// The statements that say what the data mean.
    public var prelude: [String] = []
    /// The questions, in order.
    public var questions: [Question] = []
  }

  /// One question.
  public struct Question: Sendable {
    /// What of the last answer is the answer to the question.
    public enum Part: Sendable, Hashable {
      /// All columns, but for the counts of what a measure was taken of.
      case all
      /// One column.
      case column(String)
      /// How many rows there are.
      case rowCount
    }

    /// The question, which finds its answer.
    public var title: String
    /// What is typed, in order.
    public var statements: [String] = []
    /// What of the last answer counts.
    public var part = Part.all
    /// Why it is not asked.
    public var reasonNotAsked: String?
    /// What the program lacks, so that the answer is wrong or there is none.
    public var awaited: String?
  }

  /// The name of the set, which is its folder.
  public let name: String
  /// The files and their questions.
  public let sections: [Section]
  /// Lines that mean nothing.
  public let strayLines: [String]

  /// Every question.
  public var questions: [Question] { sections.flatMap(\.questions) }

  /// Every file, by name.
  public static let all: [SharedAnswerFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "SharedAnswers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { SharedAnswerFile(folder.appending(path: $0)) }
  }()

  private init?(_ url: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    name = url.deletingPathExtension().lastPathComponent
    var reading = Reading()
    for line in text.split(separator: "\n") { reading.take(String(line)) }
    sections = reading.sections
    strayLines = reading.stray
  }

  /// What was read so far.
  private struct Reading {
    var sections: [Section] = []
    var stray: [String] = []

    mutating func take(_ line: String) {
      if line.hasPrefix("#"), !line.hasPrefix("##") { return }
      if let path = line.after("open ") {
        let isNew = sections.last.map { !$0.prelude.isEmpty || !$0.questions.isEmpty } ?? true
        if isNew { sections.append(Section()) }
        sections[sections.count - 1].paths.append(path)
        return
      }
      guard let section = sections.indices.last else { return stray.append(line) }
      if let title = line.after("## ") {
        sections[section].questions.append(Question(title: title))
      } else if let question = sections[section].questions.indices.last {
        if !sections[section].questions[question].take(line) { stray.append(line) }
      } else if let statement = line.after("> ") {
        sections[section].prelude.append(statement)
      } else {
        stray.append(line)
      }
    }
  }
}

extension SharedAnswerFile.Question {
  /// Takes a line below the question.
  ///
  /// - Returns: Whether it means something.
  fileprivate mutating func take(_ line: String) -> Bool {
    if let statement = line.after("> ") {
      statements.append(statement)
    } else if let reason = line.after("not asked: ") {
      reasonNotAsked = reason
    } else if let reason = line.after("awaits: ") {
      awaited = reason
    } else if let name = line.after("answer ") {
      part = name == "rows" ? .rowCount : .column(name)
    } else {
      return false
    }
    return true
  }
}

extension String {
  /// What follows a beginning, if the line has it.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
