/// A kind of thing that the grammar allows at a place.
public enum ExpectedThing: Sendable, Hashable {
  /// The name of an entity or a named set.
  case entity
  /// A field of the scope, or a to-one relation that leads to one.
  case field
  /// A field of any entity, or an entity before a dot.
  case anyField
  /// A relation of the scope to many rows.
  case relation
  /// A value of the field that was named last.
  case value
  /// A function's name.
  case function
  /// An output format.
  case format
  /// A measure with a name.
  case measure
  /// A dialect of SQL.
  case dialect
  /// An option of `set`.
  case option
  /// A value of an option.
  case optionValue(String)
  /// A topic of `help`.
  case helpTopic
  /// A file's path.
  case file
}

/// Where names at the cursor are looked up.
public struct CompletionScope: Sendable, Hashable {
  /// The entity of the query as it was written; `nil` before it is known.
  public var entity: String?
  /// The relations of the quantifiers that are open, outermost first.
  public var relations: [[String]] = []
  /// The names before the last dot.
  public var prefix: [String] = []
  /// The field that a value is compared with.
  public var subject: [String] = []
}

/// What the parser looked for when it had reached the cursor.
///
/// The parser works on the text before the cursor; wherever it asks for a word or a name at the end
/// of that text, the cursor could be followed by it. So completion cannot drift from the grammar.
struct ExpectationRecorder {
  private(set) var keywords: [String] = []
  private(set) var things: [(thing: ExpectedThing, scope: CompletionScope)] = []
  private(set) var scope = CompletionScope()
  /// The scope where the first thing or word was looked for at the cursor.
  private(set) var place = CompletionScope()
  /// Whether a mistake was met: what the parser looks for after it says nothing of the cursor.
  private var isFrozen = false

  mutating func expect(keyword: String) {
    guard !isFrozen else { return }
    arrive()
    if !keywords.contains(keyword) { keywords.append(keyword) }
  }

  mutating func expect(_ thing: ExpectedThing, after prefix: [String]) {
    guard !isFrozen else { return }
    arrive()
    var place = scope
    place.prefix = prefix
    // After a dot only names can stand, whatever was recorded before it.
    if !prefix.isEmpty { keywords = [] }
    if !things.contains(where: { $0.thing == thing && $0.scope == place }) {
      things.append((thing, place))
    }
  }

  /// The parser leaves scopes on its way out, after it has reached the cursor.
  private mutating func arrive() {
    if keywords.isEmpty, things.isEmpty { place = scope }
  }

  mutating func freeze() { isFrozen = true }
  mutating func enter(entity: String) { scope.entity = entity }
  mutating func enter(relation: [String]) { scope.relations.append(relation) }
  mutating func leaveRelation() { scope.relations.removeLast() }
  mutating func subject(_ names: [String]) { scope.subject = names }
  func saveScope() -> CompletionScope { scope }
  mutating func restore(_ saved: CompletionScope) { scope = saved }
}
