internal import Diagnostics
internal import Language
internal import Planning
internal import Tables

/// Whether a statement can go on from a candidate: whether one of a few ways to end it means
/// something.
///
/// The parser says what kind of thing may stand at the cursor, and the binder alone knows which of that
/// kind fit. So the binder is asked, and completion cannot drift from it.
struct Continuation {
  let catalogue: Catalogue
  let parameters: [String: Expression]
  /// The statement up to where the candidate goes.
  let before: String
  /// A value of the field that stands before the cursor, as a query writes it.
  var value: String?
  private let closers: String

  init(
    _ catalogue: Catalogue, parameters: [String: Expression], before: String, value: String? = nil
  ) {
    self.catalogue = catalogue
    self.parameters = parameters
    self.before = before
    self.value = value
    closers = String(repeating: ")", count: Self.openBrackets(of: before))
  }

  /// What can follow a name or a number, so that something is said of it.
  private static let predicates = ["", " is recorded", " > 1", " = 2009", " and 1", " and 2009"]

  /// Whether a name can stand there.
  ///
  /// - Parameter entity: The entity whose field it is, as a query writes it, where the
  ///   statement has named none yet.
  func canHold(name: String, of entity: String?) -> Bool {
    Self.predicates.contains { means(name + $0, entity) }
  }

  /// Words of which one is expected wherever words are that say something of a field, or of a table.
  static let marks = ["=", "recorded", "any of", "quarter", "row %"]

  /// Whether what a word says of the field before the cursor can be said of that field.
  ///
  /// - Returns: `nil` for a word that says nothing of a field.
  func canHold(keyword: String, of entity: String?) -> Bool? {
    guard let tails = tails(after: keyword) else { return nil }
    return tails.contains { means(keyword + $0, entity) }
  }

  /// Whether what stands before the cursor means something.
  func isWhole(of entity: String?) -> Bool { means("", entity) }

  /// Whether a name that nothing more is said of can stand there.
  func canEnd(name: String, of entity: String) -> Bool { means(name, entity) }

  private func tails(after keyword: String) -> [String]? {
    let value = value.map { " " + $0 } ?? " \"\""
    if ComparisonOperator(rawValue: keyword) != nil || LevelComparison(rawValue: keyword) != nil {
      return [value, " 1", " 2009", " yes"]
    }
    if DateOrder(rawValue: keyword) != nil { return [" 2009"] }
    if QueryOption.Kind(rawValue: keyword) != nil, keyword != "missing" { return [""] }
    switch keyword {
    case "quarter": return [" 1 of 2009"]
    case "is": return [" recorded"]
    case "yes", "no", "empty", "missing", "recorded": return [""]
    case "has": return [value]
    case "contains", "mentions": return [" \"a\""]
    case "matches": return [" /a/"]
    case "any of", "all of", "none of", "only": return [" (\(value))", " (\"a\")"]
    case "bands": return [" (1, 2)"]
    case "every": return [" 2"]
    case "in", "not in": return [" (\(value))", " (1)", " 2009"]
    case "between", "not between": return [" 1 and 2", " 2009 and 2010", value + " and" + value]
    default: return nil
    }
  }

  /// Whether the statement has a meaning with a text at the cursor, ended in some way.
  private func means(_ text: String, _ entity: String?) -> Bool {
    let closed = before + text + closers
    let tails = closers.isEmpty ? [""] : ["", " > 1"]
    return tails.contains { tail in
      ends(entity).contains { binds(closed + tail + $0) }
    }
  }

  /// What the statement may still lack.
  private func ends(_ entity: String?) -> [String] {
    let name =
      entity ?? catalogue.data.tables.first.map { QueryText.name($0.schema.name) } ?? "rows"
    return ["", " of \(name)", " with \(name)", " by (1 = 1)"]
  }

  private func binds(_ text: String) -> Bool {
    guard let parsed = Parser.parse(SourceText(text)).first, let statement = parsed.statement,
      parsed.diagnostics.allSatisfy({ $0.severity != .error })
    else { return false }
    return Binder.bind(statement, in: catalogue, parameters: parameters, isQuick: true).statement
      != nil
  }

  private static func openBrackets(of text: String) -> Int {
    var open = 0
    for (span, kind) in Highlighting.spans(of: text) where kind == .operator {
      switch SourceText(text).text(span) {
      case "(": open += 1
      case ")": open = max(0, open - 1)
      default: break
      }
    }
    return open
  }
}
