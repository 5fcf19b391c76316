internal import Diagnostics

/// Writes a tree back as text, in one canonical form on one line.
///
/// Reading the text gives the same tree, apart from the spans.
public enum Formatter {
  /// A statement.
  public static func format(_ statement: Statement) -> String {
    switch statement.kind {
    case .query(let query): return format(query)
    case .values(let path, let entity, let output):
      return "values \(format(path))" + (entity.map { " of \(format($0))" } ?? "") + format(output)
    case .describe(let path): return "describe" + (path.map { " " + format($0) } ?? "")
    case .defineField(let entity, let field, let expression):
      return "define \(format(entity)).\(format(field)) as \(format(expression))"
    case .defineSet(let name, let set): return "define \(format(name)) as \(format(set))"
    case .expect(let condition): return "expect \(format(condition))"
    case .explain(let inner): return "explain \(format(inner))"
    case .help(let topic): return "help" + (topic.map { " " + $0 } ?? "")
    case .open(let file, _): return "open \(quoted(file))"
    case .run(let file, _, let arguments):
      return "run \(quoted(file))"
        + arguments.map { " \(format($0.name)) = \(format($0.value))" }.joined()
    case .set(let option, let value):
      return "set" + (option.map { " " + format($0) } ?? "") + (value.map { " " + $0 } ?? "")
    case .parameter(let parameter):
      return "parameter \(format(parameter.name))"
        + (parameter.defaultValue.map { " = \(format($0))" } ?? "")
        + (parameter.description.map { " \(quoted($0))" } ?? "")
    case .history: return "history"
    case .quit: return "quit"
    }
  }

  /// A query.
  public static func format(_ query: Query) -> String {
    var text: String
    switch query.verb {
    case .count: text = "count "
    case .list: text = "list "
    case .tabulate: text = "tabulate "
    case .percent(let condition): text = "percent \(format(condition)) of "
    }
    text += format(query.set)
    if !query.dimensions.isEmpty { text += " by " + list(query.dimensions) }
    if case .list(let show) = query.verb, !show.isEmpty { text += " show " + list(show) }
    if case .tabulate(let options) = query.verb, !options.isEmpty {
      text += " with " + options.map(\.kind.rawValue).joined(separator: ", ")
    }
    return text + format(query.output)
  }

  /// A set: `children where died`.
  public static func format(_ set: SetExpression) -> String {
    format(set.entity) + (set.condition.map { " where \(format($0))" } ?? "")
      + (set.exception.map { " except where \(format($0))" } ?? "")
  }

  private static func format(_ output: Output) -> String {
    var text = ""
    if !output.sort.isEmpty {
      let keys = output.sort.map { format($0.key) + ($0.isDescending ? " descending" : "") }
      text += " sort by " + keys.joined(separator: ", ")
    }
    if let first = output.first { text += " first \(first)" }
    if let format = output.format { text += " as \(self.format(format))" }
    if let file = output.file { text += " into \(quoted(file))" }
    return text
  }

  static func list(_ expressions: [Expression]) -> String {
    expressions.map { format($0) }.joined(separator: ", ")
  }

  /// A name, in backticks where it needs them.
  static func format(_ name: Name) -> String { isPlain(name.text) ? name.text : "`\(name.text)`" }

  static func format(_ path: Path) -> String {
    path.names.enumerated().map { position, name in
      // After a dot no word is reserved.
      position > 0 && isWord(name.text) ? name.text : format(name)
    }.joined(separator: ".")
  }

  /// Whether a name can stand without backticks.
  private static func isPlain(_ name: String) -> Bool {
    isWord(name) && !Vocabulary.reserved.contains(name.lowercased())
  }

  private static func isWord(_ name: String) -> Bool {
    let tokens = Lexer.tokens(of: .init(name))
    guard tokens.diagnostics.isEmpty, tokens.tokens.count == 2 else { return false }
    return tokens.tokens[0].kind == .word(name)
  }

  /// A string in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
