internal import Diagnostics
internal import Execution

/// What happened in a script, in order: for its summary as a test, and for a report.
@MainActor
final class ScriptRecord {
  /// One thing that stood in the script, or that was found.
  enum Entry {
    case heading(level: Int, text: String)
    /// A paragraph with the answers to its statements in it.
    case prose(String)
    /// The answer to a statement that stands on its own.
    case answer(Answer)
    case check(Check)
  }

  /// What became of something that a script expects.
  struct Check {
    /// The expectation in its canonical form, or the statement whose table is expected.
    var text: String
    var line: Int
    var holds: Bool
    /// What was found instead; empty where it holds.
    var message: String
  }

  private(set) var entries: [Entry] = []
  /// Tables that are not as expected, with what they would be: for `--update`.
  private(set) var tables: [(span: Span, text: String)] = []

  func add(_ entry: Entry) { entries.append(entry) }

  func addTable(at span: Span, _ text: String) { tables.append((span, text)) }

  /// The expectations that were checked.
  var checks: [Check] {
    entries.compactMap { entry in
      if case .check(let check) = entry { return check }
      return nil
    }
  }
}
