internal import Language

/// The constructs of a statement, each by the words that a lesson asks for it with.
///
/// They are found in the tree: a word inside a text, or a field of the same name, is none.
struct Constructs {
  private var found: Set<String> = []

  /// Every construct of a statement: `any`, `any finding`, `percent of`, `by`, `by status`, `is missing`.
  static func all(in statement: Statement) -> Set<String> {
    var constructs = Constructs()
    constructs.add(statement)
    return constructs.found
  }

  private mutating func add(_ statement: Statement) {
    switch statement.kind {
    case .query(let query): add(query)
    case .find(let find):
      insert("find")
      if let condition = find.condition { insert("where"); add(condition) }
    case .missing(let set, _):
      insert("missing")
      add(set)
    case .values: insert("values")
    case .describe: insert("describe")
    case .explain(_, let inner): add(inner)
    default: break
    }
  }

  mutating func insert(_ words: String...) { found.formUnion(words) }

  mutating func add(_ query: Query) {
    switch query.verb {
    case .count: insert("count")
    case .list(let fields):
      insert("list")
      if !fields.isEmpty { insert("show") }
      for field in fields { add(field) }
    case .sample(_, let fields):
      insert("sample")
      for field in fields { add(field) }
    case .tabulate: insert("tabulate")
    case .percent(let condition):
      insert("percent", "percent of")
      add(condition)
    case .measures(let measures): for measure in measures { add(measure) }
    case .summarise(let value):
      insert("summarise")
      add(value)
    case .compare(let other):
      insert("compare")
      add(other)
    }
    add(query.set)
    addClauses(of: query)
  }

  private mutating func add(_ set: SetExpression) {
    if set.entity.text == "those" { insert("those") }
    if set.cell != nil { insert("cell") }
    if let condition = set.condition { insert("where"); add(condition) }
    if let exception = set.exception { insert("except where", "except"); add(exception) }
  }

  private mutating func addClauses(of query: Query) {
    for dimension in query.dimensions {
      insert("by", "by \(Formatter.format(dimension))")
      add(dimension)
    }
    for option in query.options {
      insert(option.kind.rawValue, "with \(option.kind.rawValue)", "with")
    }
    if let having = query.having { insert("having"); add(having) }
    for key in query.output.sort {
      let words = "sort by \(Formatter.format(key.key))"
      insert("sort by", key.isDescending ? "\(words) descending" : words)
      add(key.key)
    }
    if query.output.first != nil { insert("first") }
  }

  mutating func add(_ measure: MeasureExpression) {
    switch measure.kind {
    case .count: insert("count")
    case .distinct(let path): insert("count distinct", "count distinct \(path.text)")
    case .percent(let condition):
      insert("percent", "percent of")
      add(condition)
    case .statistic(let statistic, let value):
      insert(statistic.word)
      add(value)
    case .named(let name): insert(name.text)
    }
  }
}
