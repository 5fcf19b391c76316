public import Diagnostics

/// What stands in a script beside its statements.
public struct ScriptPart: Sendable, Hashable {
  /// The kinds of part.
  public enum Kind: Sendable, Hashable {
    /// `## Children`: a heading, of the second level with two signs.
    case heading(level: Int, text: String)
    /// Lines between two lines of `"""`.
    case prose([ProsePiece])
    /// Lines after `----`: what the statement before must answer.
    case table(lines: [String])
    /// `for each NAME in values PATH`, up to `end`.
    case loop(ScriptLoop)
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands, from its first byte to its last.
  public var span: Span
}

/// A piece of a paragraph.
public enum ProsePiece: Sendable, Hashable {
  /// Words as they are.
  case text(String)
  /// `{{ count children }}`: a statement whose answer stands in the line; the span is that of the
  /// statement.
  case statement(Span)
}

/// A part of a script that is repeated for each value of a field.
public struct ScriptLoop: Sendable, Hashable {
  /// The name of the parameter that holds the value, used as `$name`.
  public var variable: String
  /// The statement that lists the values: `values PATH ...`.
  public var header: Span
  /// What is repeated.
  public var body: Span
}
