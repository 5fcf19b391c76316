internal import Diagnostics

/// Writes a tree back as text, in one canonical form on one line.
///
/// Reading the text gives the same tree, apart from the spans.
public enum Formatter {
  /// A statement.
  public static func format(_ statement: Statement) -> String {
    switch statement.kind {
    case .query(let query): return format(query)
    case .find(let find): return format(find)
    case .missing(let set, let output): return "missing \(format(set))" + format(output)
    case .values(let path, let entity, let output):
      return "values \(format(path))" + (entity.map { " of \(format($0))" } ?? "") + format(output)
    case .describe(let path): return "describe" + (path.map { " " + format($0) } ?? "")
    case .defineField(let entity, let field, let expression):
      return "define \(format(entity)).\(format(field)) as \(format(expression))"
    case .defineSet(let name, let set): return "define \(format(name)) as \(format(set))"
    case .defineMeasure(let name, let measure):
      return "define measure \(format(name)) as \(format(measure))"
    case .defineMissing(let missing): return format(missing)
    case .defineRelation(let relation): return format(relation)
    case .expect(let condition): return "expect \(format(condition))"
    case .warn(let condition): return "warn unless \(format(condition))"
    case .explain(let form, let inner): return "explain \(format(form))\(format(inner))"
    case .help(let topic): return "help" + (topic.map { " " + $0 } ?? "")
    case .open(let file, _): return "open \(quoted(file))"
    case .run(let file, _, let arguments):
      return "run \(quoted(file))"
        + arguments.map { " \(format($0.name)) = \(format($0.value))" }.joined()
    case .set(let option, let value):
      return "set" + (option.map { " " + format($0) } ?? "") + (value.map { " " + $0 } ?? "")
    case .show(let option): return "show" + (option.map { " " + format($0) } ?? "")
    case .saveSnapshot(let file, _): return "save snapshot \(quoted(file))"
    case .savePackage(let saving):
      return "save package \(quoted(saving.path))" + (saving.includesData ? " with data" : "")
        + (saving.replaces ? " replace" : "")
    case .checkData(let output): return "check data" + format(output)
    case .checkClaims(let output): return "check claims" + format(output)
    case .compareRuns(let runs):
      return "compare runs \(quoted(runs.first)) with \(quoted(runs.second))"
        + format(runs.output)
    case .lesson(let request): return format(request)
    case .queries: return "queries"
    case .save(let name, _, let description):
      return "save \(quoted(name))" + (description.map { " \(quoted($0))" } ?? "")
    case .parameter(let parameter):
      return "parameter \(format(parameter.name))"
        + (parameter.defaultValue.map { " = \(format($0))" } ?? "")
        + (parameter.description.map { " \(quoted($0))" } ?? "")
    case .history(let request):
      switch request {
      case .all: return "history"
      case .on: return "history on"
      case .off: return "history off"
      case .search(let text): return "history \(text)"
      }
    case .copy(let output): return "copy" + format(output)
    case .quit: return "quit"
    }
  }

  private static func format(_ request: LessonRequest) -> String {
    switch request {
    case .list: "lesson"
    case .start(let number): "lesson \(number)"
    case .check(let path): "lesson check" + (path.map { " " + quoted($0) } ?? "")
    case .transcript(let path): "lesson transcript" + (path.map { " " + quoted($0) } ?? "")
    case .quiz(let seed): "quiz" + (seed.map { " seed \($0)" } ?? "")
    case .tour: "tour"
    case .next: "next"
    case .leave: "leave"
    case .hint: "hint"
    case .why: "why"
    case .skip: "skip"
    case .back: "back"
    case .repeat: "repeat"
    }
  }

  private static func format(_ form: ExplainForm) -> String {
    switch form {
    case .english: ""
    case .plan: "plan "
    case .sql(let dialect): "sql " + (dialect.map { format($0) + " " } ?? "")
    }
  }

  private static func format(_ missing: MissingDefinition) -> String {
    "define missing " + missing.markers.map { quoted($0.text) }.joined(separator: ", ")
      + " in \(format(missing.path))" + (missing.reason.map { " because \(quoted($0))" } ?? "")
  }

  private static func format(_ relation: RelationDefinition) -> String {
    "define relation \(format(relation.name)) as \(format(relation.child)) to "
      + format(relation.parent) + (relation.inverse.map { " called \(format($0))" } ?? "")
  }

  private static func format(_ key: RelationDefinition.Key) -> String {
    guard key.fields.count > 1 else { return format(Path([key.entity] + key.fields)) }
    return "\(format(key.entity)).(" + key.fields.map { format($0) }.joined(separator: ", ") + ")"
  }

  private static func format(_ find: Find) -> String {
    "find \(quoted(find.text)) in \(format(find.path))"
      + (find.condition.map { " where \(format($0))" } ?? "")
      + (find.width.map { " width \($0)" } ?? "") + format(find.output)
  }

  /// A query.
  public static func format(_ query: Query) -> String {
    var text: String
    var show: [Expression] = []
    switch query.verb {
    case .count: text = "count " + format(query.set)
    case .list(let fields):
      text = "list " + format(query.set)
      show = fields
    case .sample(let count, let fields):
      text = "sample \(count) " + format(query.set)
      show = fields
    case .tabulate: text = "tabulate " + format(query.set)
    case .percent(let condition): text = "percent \(format(condition)) of " + format(query.set)
    case .measures(let measures):
      text = measures.map { format($0) }.joined(separator: ", ") + " of " + format(query.set)
    case .summarise(let value): text = "summarise \(format(value)) of " + format(query.set)
    case .compare(let other): text = "compare \(format(query.set)) with " + format(other)
    }
    if !query.dimensions.isEmpty { text += " by " + list(query.dimensions) }
    if !show.isEmpty { text += " show " + list(show) }
    if !query.options.isEmpty {
      text += " with " + query.options.map(\.kind.rawValue).joined(separator: ", ")
    }
    if let having = query.having { text += " having " + format(having) }
    return text + format(query.output)
  }

  /// A set: `children where died`.
  public static func format(_ set: SetExpression) -> String {
    (set.cell.map { "cell (\(list($0)))" } ?? format(set.entity))
      + (set.condition.map { " where \(format($0))" } ?? "")
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
    // Nearly every name is of ASCII, and such a one needs no scanning.
    if let first = name.utf8.first, Lexer.beginsName(first),
      name.utf8.allSatisfy({ $0 < 0x80 && Lexer.continuesName($0) })
    {
      return true
    }
    let tokens = Lexer.tokens(of: .init(name))
    guard tokens.diagnostics.isEmpty, tokens.tokens.count == 2 else { return false }
    return tokens.tokens[0].kind == .word(name)
  }

  /// A string in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
