internal import Diagnostics
internal import Execution
internal import Language

/// What happened in a script, in order: for its summary as a test, for a report, and to compare runs.
@MainActor
final class ScriptRecord {
  /// One thing that stood in the script, or that was found.
  enum Entry {
    case heading(level: Int, text: String)
    /// Paragraphs with the answers to their statements in them.
    case prose([Piece])
    /// The answer to a statement that stands on its own.
    case answer(Found, showsBars: Bool)
    /// Lines that are no answer, such as a query in SQL.
    case code(String)
    case check(Check)
    /// What a `warn unless` found.
    case warning(Check)
    /// Other data were opened; a position in `sources`.
    case opened(source: Int)
  }

  /// A data set that answers were drawn from.
  struct Source: Hashable {
    var title: String
    /// The package's name.
    var name: String
    /// As the package says; `nil` where it says none.
    var version: String?
    var isSynthetic: Bool
    /// The files that were read; none for the data of the program.
    var paths: [String]

    /// The title with the version.
    var titleAndVersion: String { title + (version.map { ", version \($0)" } ?? "") }
  }

  /// A piece of a paragraph.
  enum Piece {
    case text(String)
    /// An answer, as the words that stand in the line.
    case value(String, Found)
  }

  /// An answer and where it was asked for.
  struct Found {
    var answer: Answer
    /// `file:line`.
    var place: String
    /// The values of the loops around it, in words.
    var loop: String
    /// The data that it was drawn from, as a position in `sources`.
    var source = 0
  }

  /// What became of something that a script expects.
  struct Check {
    /// The expectation in its canonical form, or the statement whose table is expected.
    var text: String
    var line: Int
    var holds: Bool
    /// What was found instead; empty where it holds.
    var message: String
    /// The script that it stands in, and the values of the loops around it.
    var script = ""
    var loop = ""
  }

  private(set) var entries: [Entry] = []
  /// Tables that are not as expected, with what they would be: for `--update`.
  private(set) var tables: [(span: Span, text: String)] = []

  /// The values of the parameters that the script ran with.
  var parameters: [String: Expression] = [:]

  /// The data that were open, each once, in the order in which they were opened.
  private(set) var sources: [Source] = []
  /// The data that are open, as a position in `sources`.
  private(set) var openSource = 0
  /// The data that something was asked of.
  private(set) var usedSources: Set<Int> = []

  func add(_ entry: Entry) {
    entries.append(entry)
    switch entry {
    case .answer, .check, .warning: usedSources.insert(openSource)
    case .prose(let pieces):
      let isAsked = pieces.contains { if case .value = $0 { true } else { false } }
      if isAsked { usedSources.insert(openSource) }
    case .heading, .code, .opened: return
    }
  }

  /// The data that something was asked of, or else those that are open.
  var reportedSources: [Int] {
    usedSources.isEmpty ? sources.indices.filter { $0 == openSource } : usedSources.sorted()
  }

  /// What the data are called, with their versions.
  var dataNames: String {
    reportedSources.map { sources[$0].titleAndVersion }.joined(separator: "; ")
  }

  /// Notes the data that what follows is drawn from.
  func open(_ source: Source) {
    let isFirst = sources.isEmpty
    if let known = sources.firstIndex(of: source) {
      openSource = known
    } else {
      openSource = sources.count
      sources.append(source)
    }
    if !isFirst { add(.opened(source: openSource)) }
  }

  func addTable(at span: Span, _ text: String) { tables.append((span, text)) }

  /// The expectations that were checked.
  var checks: [Check] {
    entries.compactMap { entry in
      if case .check(let check) = entry { return check }
      return nil
    }
  }

  /// Every answer, those in lines of text as well, in order.
  var answers: [Found] {
    entries.flatMap { entry -> [Found] in
      switch entry {
      case .answer(let found, _): [found]
      case .prose(let pieces):
        pieces.compactMap { piece in
          if case .value(_, let found) = piece { return found }
          return nil
        }
      case .heading, .code, .check, .warning, .opened: []
      }
    }
  }
}
