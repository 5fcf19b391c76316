public import Diagnostics

/// A lesson: what is explained and shown, and then the exercises.
public struct Lesson: Sendable {
  /// Its title.
  public var title: String
  /// What is explained and shown before the exercises, in order.
  public var opening: [Passage]
  /// The questions, in order.
  public var exercises: [Exercise]

  /// Creates a lesson.
  public init(title: String, opening: [Passage] = [], exercises: [Exercise] = []) {
    self.title = title
    self.opening = opening
    self.exercises = exercises
  }

  /// What stands between the title and the exercises.
  public enum Passage: Sendable, Hashable {
    /// A paragraph, on one line.
    case prose(String)
    /// A statement with the answer that the text shows.
    case example(Example)
  }

  /// A statement that the lesson works through.
  public struct Example: Sendable, Hashable {
    /// The statement, and where it stands.
    public var statement: Entry
    /// The lines of its answer.
    public var answer: [String]

    /// Creates an example.
    public init(statement: Entry, answer: [String]) {
      self.statement = statement
      self.answer = answer
    }
  }
}

/// A text of a lesson file, and where it stands.
public struct Entry: Sendable, Hashable {
  /// The text, without blanks around it.
  public var text: String
  /// Its bytes in the file.
  public var span: Span

  /// Creates an entry.
  public init(_ text: String, at span: Span) {
    self.text = text
    self.span = span
  }
}

/// One question of a lesson.
public struct Exercise: Sendable {
  /// The question.
  public var question: Entry
  /// The statement that answers it; the learner's may be any other with the same result.
  public var answer: Entry
  /// Other statements that must pass.
  public var alternatives: [Entry] = []
  /// Statements that must not pass, each with what the learner is told.
  public var wrongs: [Wrong] = []
  /// Constructs that the learner's statement must have: `any finding`.
  public var required: [Entry] = []
  /// What helps, from the idea to all but the answer.
  public var hints: [String] = []
  /// Why the answer is the answer.
  public var why: String?

  /// Creates an exercise with its question and its answer.
  public init(question: Entry, answer: Entry) {
    self.question = question
    self.answer = answer
  }

  /// A statement that is expected to be tried and does not answer the question.
  public struct Wrong: Sendable {
    /// The statement.
    public var statement: Entry
    /// What the learner is told.
    public var feedback: String

    /// Creates an entry.
    public init(statement: Entry, feedback: String) {
      self.statement = statement
      self.feedback = feedback
    }
  }
}
