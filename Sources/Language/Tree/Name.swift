public import Diagnostics

/// A name as it was written: of an entity, a field, a relation, a function.
public struct Name: Sendable, Hashable {
  /// The name, without backticks.
  public var text: String
  /// Where it stands, backticks included.
  public var span: Span
  /// Whether it was written in backticks, which makes it a name and never a word of the language.
  public var isQuoted: Bool

  /// Creates a name.
  public init(_ text: String, at span: Span, isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
  }
}

/// Names joined by dots: a field, or to-one relations and then a field.
public struct Path: Sendable, Hashable {
  /// The parts, at least one.
  public var names: [Name]

  /// Creates a path.
  public init(_ names: [Name]) { self.names = names }

  /// From the first name to the last.
  public var span: Span {
    guard let first = names.first, let last = names.last else { return Span(0, 0) }
    return first.span.union(last.span)
  }

  /// The names joined by dots, as a person would say them.
  public var text: String { names.map(\.text).joined(separator: ".") }
}
