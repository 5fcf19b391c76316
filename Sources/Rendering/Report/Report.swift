public import Execution

/// What a script found, as a document that stands on its own: its text, its answers, what they rest on,
/// and every query, so that a reader can check each number.
public struct Report: Sendable {
  /// One part of the document, in reading order.
  public enum Block: Sendable {
    /// A heading; the script's topmost is of level 2, below the title.
    case heading(level: Int, text: String)
    /// Text of the author with answers in it; a blank line parts paragraphs.
    case prose([Piece])
    /// An answer on its own; `query` is a position in `queries`.
    case answer(query: Int, showsBars: Bool)
    /// Text that keeps its lines, such as a query in SQL.
    case code(String)
    /// An expectation that does not hold, or a warning.
    case failure(Failure)
  }

  /// A piece of a paragraph.
  public enum Piece: Sendable {
    /// The author's words.
    case text(String)
    /// An answer in the line; `query` is a position in `queries`.
    case value(String, query: Int)
  }

  /// A statement that was answered.
  public struct Query: Sendable {
    /// What it answered, with the statement in its canonical form.
    public var answer: Answer
    /// Where the statement stands, as `file:line`.
    public var place: String
    /// The values of the loops around it, as `grade = "good"`; empty outside loops.
    public var loop: String

    /// Creates an entry of the appendix.
    public init(answer: Answer, place: String, loop: String = "") {
      self.answer = answer
      self.place = place
      self.loop = loop
    }
  }

  /// Something that is not as the script says it should be.
  public struct Failure: Sendable {
    /// Whether it only warns, and leaves the exit code alone.
    public var isWarning: Bool
    /// What should hold.
    public var text: String
    /// What was found instead, in lines.
    public var message: String

    /// Creates a failure.
    public init(isWarning: Bool, text: String, message: String) {
      self.isWarning = isWarning
      self.text = text
      self.message = message
    }
  }

  /// An expectation that was checked.
  public struct Check: Sendable {
    /// What should hold.
    public var text: String
    /// Where it stands, as `file:line`.
    public var place: String
    /// Whether it does.
    public var holds: Bool

    /// Creates a check.
    public init(text: String, place: String, holds: Bool) {
      self.text = text
      self.place = place
      self.holds = holds
    }
  }

  /// The heading of the whole.
  public var title: String
  /// Whether the rows of the data are invented, which a reader must see first.
  public var isSynthetic = false
  /// What the report was made from and when, each a name and a value.
  public var facts: [(name: String, value: String)] = []
  /// The document.
  public var blocks: [Block] = []
  /// The statements that were answered, in order.
  public var queries: [Query] = []
  /// The expectations that were checked, in order.
  public var checks: [Check] = []
  /// The whole script, which can be run again.
  public var script = ""

  /// Creates a report without parts.
  public init(title: String) { self.title = title }

  /// The report as one page for a browser, which loads nothing else.
  ///
  /// - Complexity: O(cells).
  public var html: String { HTMLReport(self).text }

  /// The report as a Markdown document.
  ///
  /// - Complexity: O(cells).
  public var markdown: String { MarkdownReport(self).text }

  /// How many of the expectations hold, in words; `nil` where there are none.
  var checkSummary: String? {
    checks.isEmpty
      ? nil : "\(checks.count { $0.holds }) of \(checks.count) expectations hold"
  }

  /// Whether an expectation does not hold.
  var fails: Bool { checks.contains { !$0.holds } }

  /// What a report says of rows that are invented.
  static let syntheticNotice = "SYNTHETIC: the rows are invented and describe no real case."
}
