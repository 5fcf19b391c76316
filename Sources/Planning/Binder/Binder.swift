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
  /// Counts the rows of a set, so that a message can show what each reading gives.
  let counter: RowCounter?
  /// Whether somebody is typing and would wait: nothing is looked for among very many values, of which
  /// any text is taken for one.
  let isQuick: Bool
  /// Other readings met while binding the condition of the current query.
  var readings: [Reading] = []
  /// Each `every` of the current query that is asked of its own rows.
  var vacuities: [BoundQuery.Vacuity] = []
  /// The measures of the current query.
  var measures: [BoundMeasure] = []
  /// The measures with names that are being taken apart, outermost first.
  var openMeasures: [String] = []
  /// How many brackets of quantifiers are open.
  var quantifierDepth = 0

  /// A place where the words could have meant something else.
  struct Reading {
    /// The words that would say the other thing, and where they go.
    var replacement: Diagnostic.Edit
    /// The other form as a tree.
    var expression: Expression
    var explanation: String
    /// Where it is the wider form of one condition: that condition, and one for each value more.
    var widening: (condition: Condition, more: [Condition])?
  }

  init(
    _ catalogue: Catalogue, parameters: [String: Expression], isStrict: Bool = false,
    counter: RowCounter? = nil, isQuick: Bool = false
  ) {
    self.catalogue = catalogue
    self.parameters = parameters
    self.isStrict = isStrict
    self.counter = counter
    self.isQuick = isQuick
  }

  /// A binder whose mistakes nobody hears of: for what has been bound before, and for trying.
  var quiet: Binder {
    Binder(catalogue, parameters: parameters, counter: counter, isQuick: isQuick)
  }

  /// Binds a statement.
  ///
  /// - Parameters:
  ///   - parameters: Values for the `$names` of a script.
  ///   - isStrict: Whether what can be read in two ways is a mistake, as in a script.
  ///   - counter: Counts rows, so that messages can show what each reading gives.
  ///   - isQuick: Whether somebody is typing and would wait: nothing is looked for among very many
  ///     values, of which any text is taken for one. What is bound so is not to be answered.
  /// - Returns: The bound statement, unless there is an error, and everything to be said of it.
  public static func bind(
    _ statement: Statement, in catalogue: Catalogue, parameters: [String: Expression] = [:],
    isStrict: Bool = false, counter: RowCounter? = nil, isQuick: Bool = false
  ) -> (statement: BoundStatement?, diagnostics: [Diagnostic]) {
    var binder = Binder(
      catalogue, parameters: parameters, isStrict: isStrict, counter: counter, isQuick: isQuick)
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

  mutating func bindStatement(_ statement: Statement) -> BoundStatement? {
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
    case .defineMeasure(let name, let measure):
      return bindMeasureDefinition(name, measure)
    case .defineMissing(let missing): return bindMissing(missing)
    case .defineRelation(let relation): return bindRelation(relation)
    case .find(let find):
      return bindFind(find, text: Formatter.format(statement)).map {
        .find($0, output: find.output)
      }
    case .missing(let set, let output):
      guard let bound = bindSet(set)?.set else { return nil }
      return .missing(bound, text: Formatter.format(statement), output: output)
    case .expect(let expression):
      return bindExpectation(expression).map { .expect($0) }
    case .warn(let expression):
      return bindExpectation(expression).map { .warn($0) }
    case .explain(let form, let inner):
      return bindExplanation(form, of: inner)
    case .help, .open, .run, .save, .saveSnapshot, .savePackage, .set, .show, .parameter, .history,
      .quit, .checkData, .checkClaims, .compareRuns, .queries, .lesson,
      .copy:
      return .command(statement.kind)
    }
  }
}

/// Counts the rows of a set; `nil` when that cannot be done now.
public typealias RowCounter = (BoundSet) -> Int?

/// Where names are looked up: among the fields of a table, or, in a statement about the data set
/// as a whole, among the tables themselves.
struct Scope {
  /// The table whose rows the condition speaks of; `nil` for the data set as a whole.
  var table: Int?
  /// Whether names are those of measures: after `having`.
  var isOfGroups = false

  static let dataSet = Scope(table: nil)
}
