import Language

/// A tree written out without its places, so that two trees can be compared, and a list of the
/// productions in it.
struct TreeShape {
  private(set) var text = ""
  private(set) var productions: [String] = []

  init(_ statement: Statement) { add(statement) }

  private mutating func add(_ production: String, _ more: String = "") {
    productions.append(production)
    text += "(\(production)\(more.isEmpty ? "" : " " + more) "
  }

  private mutating func close() { text += ")" }

  private mutating func node(
    _ production: String, _ more: String = "", _ body: (inout TreeShape) -> Void = { _ in }
  ) {
    add(production, more)
    body(&self)
    close()
  }

  private mutating func add(_ statement: Statement) {
    switch statement.kind {
    case .query(let query): add(query)
    case .values(let path, let entity, let output):
      node("values", path.text + " " + (entity?.text ?? "-")) { $0.add(output) }
    case .missing(let set, let output):
      node("missing") {
        $0.add(set)
        $0.add(output)
      }
    case .find(let find):
      node("find", "\(find.text) \(find.path.text) \(find.width ?? 0)") {
        $0.add(find.condition)
        $0.add(find.output)
      }
    case .expect(let condition): node("expect") { $0.add(condition) }
    case .warn(let condition): node("warn") { $0.add(condition) }
    case .defineField(let entity, let field, let body):
      node("define field", "\(entity.text).\(field.text)") { $0.add(body) }
    case .defineSet(let name, let set): node("define set", name.text) { $0.add(set) }
    case .defineMeasure(let name, let measure):
      node("define measure", name.text) { $0.add(measure) }
    default: node("other", "\(statement.kind)")
    }
  }

  private mutating func add(_ query: Query) {
    let count = min(query.dimensions.count, 3)
    let isTable = query.verb == .tabulate
    node(query.verb.word + (isTable ? " by \(count)" : count > 0 ? " by" : "")) { shape in
      switch query.verb {
      case .list(let show): show.forEach { shape.add($0) }
      case .sample(let rows, let show):
        shape.text += "\(rows) "
        show.forEach { shape.add($0) }
      case .percent(let condition): shape.add(condition)
      case .measures(let measures): measures.forEach { shape.add($0) }
      case .summarise(let value): shape.add(value)
      case .compare(let other): shape.add(other)
      case .count, .tabulate: break
      }
      shape.add(query.set)
      query.dimensions.forEach { shape.add($0) }
      for option in query.options { shape.node("with " + option.kind.rawValue) }
      if let having = query.having { shape.node("having") { $0.add(having) } }
      shape.add(query.output)
    }
  }

  private mutating func add(_ set: SetExpression) {
    node("set", set.entity.text) { shape in
      set.cell?.forEach { shape.add($0) }
      if let condition = set.condition { shape.node("where") { $0.add(condition) } }
      if let exception = set.exception { shape.node("except") { $0.add(exception) } }
    }
  }

  private mutating func add(_ output: Output) {
    for sort in output.sort {
      node(sort.isDescending ? "sort descending" : "sort") { $0.add(sort.key) }
    }
    if let first = output.first { node("first", "\(first)") }
    if let format = output.format { node("as", format.text) }
    if let file = output.file { node("into", file) }
  }

  private mutating func add(_ measure: MeasureExpression) {
    switch measure.kind {
    case .count: node("measure count")
    case .distinct(let path): node("measure distinct", path.text)
    case .percent(let condition): node("measure percent") { $0.add(condition) }
    case .named(let name): node("measure named", name.text)
    case .statistic(let statistic, let value):
      let word = if case .percentile = statistic { "percentile" } else { statistic.word }
      node("measure \(word)", statistic.word) { $0.add(value) }
    }
  }

  private mutating func add(_ expression: Expression?) {
    guard let expression else { return text += "- " }
    add(expression)
  }

  private mutating func add(_ expressions: [Expression]) { expressions.forEach { add($0) } }

  private mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): node(literal.production, "\(literal)")
    case .path(let path): node(path.names.count > 1 ? "path of a parent" : "path", path.text)
    case .parameter(let name): node("parameter", name.text)
    case .list(let values): node("values of a parameter") { $0.add(values) }
    case .group(let inner): node("brackets") { $0.add(inner) }
    case .not(let inner): node("not") { $0.add(inner) }
    case .negative(let inner): node("negative") { $0.add(inner) }
    case .logical(let sign, let left, let right): node(sign.rawValue) { $0.add([left, right]) }
    case .comparison(let sign, let left, let right, _):
      node(sign.rawValue) { $0.add([left, right]) }
    case .arithmetic(let sign, let left, let right):
      node("arithmetic \(sign.rawValue)") { $0.add([left, right]) }
    case .test(let subject, let isNegated, let test):
      node(isNegated ? "is not" : "is") {
        $0.add(subject)
        $0.add(test)
      }
    case .membership(let subject, let isNegated, let values):
      node(isNegated ? "not in" : "in") { $0.add([subject] + values) }
    case .between(let subject, let isNegated, let low, let high):
      node(isNegated ? "not between" : "between") { $0.add([subject, low, high]) }
    case .has(let subject, let mode, let values):
      node("has \(mode.rawValue)") { $0.add([subject] + values) }
    case .quantified(let quantifier, let relation, let condition):
      node(quantifier.production, "\(quantifier) \(relation.text)") { $0.add(condition) }
    case .countOf(let relation, let condition):
      node("count of", relation.text) { $0.add(condition) }
    case .aggregate(let aggregate, let path): node("\(aggregate.rawValue) of", path.text)
    case .inPeriod(let subject, let isNegated, let period):
      node(isNegated ? "not in period" : "in period") { $0.add([subject, period]) }
    case .ordering(let subject, let order, let limit):
      node(order.rawValue) { $0.add([subject, limit]) }
    case .textTest(let subject, let test, let mode, let patterns):
      node("\(test.rawValue) \(mode.rawValue)") { $0.add([subject] + patterns) }
    case .bands(let subject, let cuts): node("bands") { $0.add([subject] + cuts) }
    case .every(let subject, let step, let unit):
      node("every n", "\(step) \(unit?.rawValue ?? "-")") { $0.add(subject) }
    case .each(let path): node("each", path.text)
    case .datePart(let part, let date): node("\(part.rawValue) of") { $0.add(date) }
    case .measure(let measure): node("measure of a group") { $0.add(measure) }
    case .call(let name, let arguments): node("\(name.text)()") { $0.add(arguments) }
    case .subquery(let query): node("subquery") { $0.add(query) }
    }
  }

  private mutating func add(_ test: Test) {
    switch test {
    case .missing(let reason):
      node(reason == nil ? "missing test" : "missing because") { $0.add(reason) }
    case .recorded: node("recorded")
    case .yes: node("yes test")
    case .no: node("no test")
    case .empty: node("empty")
    case .value(let value): node("value") { $0.add(value) }
    case .level(let level, let value): node(level.rawValue) { $0.add(value) }
    }
  }
}

extension Query.Verb {
  /// The word of the language.
  fileprivate var word: String {
    switch self {
    case .count: "count"
    case .list: "list"
    case .sample: "sample"
    case .tabulate: "tabulate"
    case .percent: "percent"
    case .measures: "measures"
    case .summarise: "summarise"
    case .compare: "compare"
    }
  }
}

extension Literal {
  fileprivate var production: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .percent: "percentage"
    case .quantity(_, let unit): "quantity in \(unit.rawValue)"
    case .date(let date): date.day == nil ? "month" : "day"
    case .financialYear: "financial year"
    case .quarter(_, _, let isFinancial): isFinancial ? "financial quarter" : "quarter"
    case .pattern: "pattern"
    case .boolean: "boolean"
    }
  }
}

extension Quantifier {
  fileprivate var production: String {
    switch self {
    case .any: "any"
    case .every(let ifAny): ifAny ? "every, if any" : "every"
    case .no: "no"
    case .atLeast: "at least n"
    case .atMost: "at most n"
    case .exactly: "exactly n"
    }
  }
}
