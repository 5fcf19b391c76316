public import TextLayout

/// What an editor asks about the text it holds; the editor itself knows no language.
///
/// Positions are offsets in the text's UTF-8 bytes.
public struct EditorHooks {
  /// Whether Enter runs the text (or else begins a new line).
  public var isComplete: @MainActor (String) -> Bool
  /// What may stand at the cursor, best first.
  public var complete: @MainActor (_ text: String, _ cursorByteOffset: Int) -> Completion
  /// What a text that is a beginning could go on to be, where the history has nothing: the whole.
  public var suggest: @MainActor (String) -> String?
  /// The styles of parts of the text; a later range wins, the rest is plain.
  ///
  /// A mark is shown when the cursor has left it.
  public var highlight: @MainActor (String) -> [(Range<Int>, Style)]

  /// Creates hooks; those left out make every line a statement and complete, suggest
  /// and colour nothing.
  public init(
    isComplete: @escaping @MainActor (String) -> Bool = { _ in true },
    complete: @escaping @MainActor (_ text: String, _ cursorByteOffset: Int) -> Completion = {
      Completion(replaceFrom: $1, candidates: [])
    },
    suggest: @escaping @MainActor (String) -> String? = { _ in nil },
    highlight: @escaping @MainActor (String) -> [(Range<Int>, Style)] = { _ in [] }
  ) {
    self.isComplete = isComplete
    self.complete = complete
    self.suggest = suggest
    self.highlight = highlight
  }
}

/// What may replace the text between a position and the cursor.
public struct Completion: Sendable, Hashable {
  /// Where the replaced text starts, in UTF-8 bytes; the cursor is its end.
  public var replaceFrom: Int
  /// The possible texts, best first.
  public var candidates: [Candidate]

  /// Creates a completion.
  public init(replaceFrom: Int, candidates: [Candidate]) {
    self.replaceFrom = replaceFrom
    self.candidates = candidates
  }
}

/// One text that completion offers.
public struct Candidate: Sendable, Hashable {
  /// What is inserted, quoted where the language wants it.
  public var text: String
  /// What it is, in a few words; may be empty.
  public var note: String

  /// Creates a candidate.
  public init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}
