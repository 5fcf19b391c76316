internal import Diagnostics
internal import Language
public import Tables

/// Words for lists of names and for numbers in messages.
public enum Wording {
  /// `a, b and c`; past `limit` names, how many more there are.
  public static func list(_ names: [String], limit: Int = 12, joiner: String = "and") -> String {
    if names.count > limit {
      return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(joiner) \(last)"
  }

  /// A string literal as a query writes it.
  public static func quoted(_ text: String) -> String {
    Formatter.format(Expression(.literal(.text(text)), at: Span(0, 0)))
  }

  /// A name as a query writes it, in backticks where it needs them.
  public static func name(_ text: String) -> String {
    Formatter.format(
      Expression(.path(Path([Name(text, at: Span(0, 0))])), at: Span(0, 0)))
  }

  /// A path as a query writes it.
  static func path(_ path: Path) -> String {
    Formatter.format(Expression(.path(path), at: Span(0, 0)))
  }

  /// `1 child`, `2 children`.
  public static func count(_ count: Int, _ schema: EntitySchema) -> String {
    "\(count) \(count == 1 ? schema.singular : schema.name)"
  }
}
