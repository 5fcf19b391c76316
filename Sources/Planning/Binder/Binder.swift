public import Diagnostics
public import Language
internal import Tables

/// Gives every name and value of a statement its place in the data, or says what is wrong with it.
///
/// Binding goes on after a mistake, so that one pass reports several. Each `bind...` function
/// returns `nil` when it has reported a mistake, and never otherwise.
public struct Binder {
  let catalogue: Catalogue
  /// The values of `$names`, as expressions.
  let parameters: [String: Expression]
  /// Whether what can be read in two ways is a mistake, as in a script.
  let isStrict: Bool
  var diagnostics: [Diagnostic] = []
  /// Other readings met while binding the condition of the current query.
  var readings: [Reading] = []

  /// A place where the words could have meant something else.
  struct Reading {
    /// The words that would say the other thing, and where they go.
    var replacement: Diagnostic.Edit
    /// The other form as a tree.
    var expression: Expression
    var explanation: String
  }

  init(
    _ catalogue: Catalogue, parameters: [String: Expression], isStrict: Bool = false
  ) {
    self.catalogue = catalogue
    self.parameters = parameters
    self.isStrict = isStrict
  }

  /// Binds a statement.
  ///
  /// - Parameters:
  ///   - parameters: Values for the `$names` of a script.
  ///   - isStrict: Whether what can be read in two ways is a mistake, as in a script.
  /// - Returns: The bound statement, unless there is an error, and everything to be said of it.
  public static func bind(
    _ statement: Statement, in catalogue: Catalogue, parameters: [String: Expression] = [:],
    isStrict: Bool = false
  ) -> (statement: BoundStatement?, diagnostics: [Diagnostic]) {
    var binder = Binder(catalogue, parameters: parameters, isStrict: isStrict)
    let bound = binder.bindStatement(statement)
    let hasError = binder.diagnostics.contains { $0.severity == .error }
    return (hasError ? nil : bound, binder.diagnostics)
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, notes: [String] = [],
    edits: [Diagnostic.Edit] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, edits: edits))
  }

  private mutating func bindStatement(_ statement: Statement) -> BoundStatement? {
    switch statement.kind {
    case .query(let query):
      return bindQuery(query, text: Formatter.format(statement)).map {
        .query($0, output: query.output)
      }
    case .values(let path, let entity, let output):
      guard let (set, column) = bindValues(path, entity: entity) else { return nil }
      return .values(column, set, text: Formatter.format(statement), output: output)
    case .describe(let path):
      return bindDescribe(path).map { .describe($0) }
    case .defineField(let entity, let field, let expression):
      return bindFieldDefinition(entity: entity, field: field, expression)
    case .defineSet(let name, let set):
      return bindSetDefinition(name, set)
    case .expect(let expression):
      return bindExpectation(expression).map { .expect($0) }
    case .explain(let inner):
      guard let bound = bindStatement(inner) else { return nil }
      return .explain(bound, sentence: Explanation(catalogue).sentence(for: inner))
    case .help, .open, .run, .set, .parameter, .history, .quit:
      return .command(statement.kind)
    }
  }
}

/// Where names are looked up: among the fields of a table, or, in a statement about the data set
/// as a whole, among the tables themselves.
struct Scope {
  /// The table whose rows the condition speaks of; `nil` for the data set as a whole.
  var table: Int?

  static let dataSet = Scope(table: nil)
}

/// Words for lists of names in messages.
enum Wording {
  /// `a, b and c`; past `limit` names, how many more there are.
  static func list(_ names: [String], limit: Int = 12, joiner: String = "and") -> String {
    if names.count > limit {
      return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(joiner) \(last)"
  }

  /// A string literal as a query writes it.
  static func quoted(_ text: String) -> String {
    Formatter.format(Expression(.literal(.text(text)), at: Span(0, 0)))
  }

  /// A name as a query writes it, in backticks where it needs them.
  static func name(_ text: String) -> String {
    Formatter.format(
      Expression(.path(Path([Name(text, at: Span(0, 0))])), at: Span(0, 0)))
  }

  /// `1 child`, `2 children`.
  static func count(_ count: Int, _ schema: EntitySchema) -> String {
    "\(count) \(count == 1 ? schema.singular : schema.name)"
  }
}
