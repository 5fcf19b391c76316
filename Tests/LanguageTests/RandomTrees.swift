import Diagnostics
import Language

/// Makes random statements that cover every form of the tree, seeded so that a failure can be
/// repeated.
struct RandomTrees {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  // SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  private mutating func element<T>(_ values: [T]) -> T { values[below(values.count)] }
  private mutating func maybe<T>(_ make: (inout RandomTrees) -> T) -> T? {
    below(2) == 0 ? nil : make(&self)
  }
  private mutating func some<T>(_ make: (inout RandomTrees) -> T) -> [T] {
    (0...below(2)).map { _ in make(&self) }
  }

  private let nowhere = Span(0, 0)
  private func make(_ kind: Expression.Kind) -> Expression { Expression(kind, at: nowhere) }

  private mutating func name() -> Name {
    Name(
      element([
        "status", "died", "age", "score_%", "where", "3rd", "Ärger", "a b", "count_of", "émile",
      ]), at: nowhere)
  }

  private mutating func key() -> RelationDefinition.Key {
    RelationDefinition.Key(entity: name(), fields: some { $0.name() })
  }

  private mutating func path() -> Path { Path((0...below(2)).map { _ in name() }) }

  private mutating func literal() -> Expression {
    switch below(9) {
    case 8:
      make(.literal(.quarter(1 + below(4), year: 2009, isFinancial: below(2) == 0)))
    case 0: make(.literal(.text(element(["CP plan", "", "a\"b", "back\\slash", "naïve – ✓"]))))
    case 1: make(.literal(.number(element([0, 1, 12, 0.5, 1234.25, 0.00001]))))
    case 2: make(.literal(.percent(element([42, 0.5]))))
    case 3: make(.literal(.quantity(element([1, 6, 0.5]), element(QuantityUnit.allCases))))
    case 4: make(.literal(.date(DateLiteral(year: 2009, month: 1 + below(12), day: 1 + below(28)))))
    case 5: make(.literal(.date(DateLiteral(year: 2009, month: 1 + below(12), day: nil))))
    case 6: make(.literal(.financialYear(element([1999, 2008, 2009]))))
    default: make(.literal(.boolean(below(2) == 0)))
    }
  }

  /// A value: anything that may stand beside a sign.
  private mutating func value(_ depth: Int) -> Expression {
    guard depth > 0 else { return below(2) == 0 ? literal() : make(.path(path())) }
    switch below(11) {
    case 9: return make(.aggregate(element(Aggregate.allCases), path()))
    case 10: return make(.datePart(element(DatePart.allCases), make(.path(path()))))
    case 0: return make(.group(value(depth - 1)))
    case 1: return make(.negative(make(.group(value(depth - 1)))))
    case 2:
      return make(
        .arithmetic(
          element(ArithmeticOperator.allCases), make(.group(value(depth - 1))),
          make(.group(value(depth - 1)))))
    case 3:
      return make(.countOf(relation: path(), condition: maybe { $0.condition(depth - 1) }))
    case 4:
      return make(.call(Name("round", at: nowhere), some { $0.value(depth - 1) }))
    case 5: return make(.subquery(measure(depth - 1)))
    case 6: return make(.parameter(Name("year", at: nowhere)))
    default: return below(2) == 0 ? literal() : make(.path(path()))
    }
  }

  private mutating func measure(_ depth: Int) -> Query {
    let verb: Query.Verb =
      switch below(3) {
      case 0: .count
      case 1: .percent(make(.group(condition(depth))))
      default: .measures([onlyMeasure()])
      }
    return Query(verb: verb, set: set(depth), span: nowhere)
  }

  private mutating func statistic() -> Statistic {
    below(4) == 0 ? .percentile(below(101)) : element(Statistic.named)
  }

  /// A measure that is neither a count nor a percentage, which alone have verbs of their own.
  private mutating func onlyMeasure() -> MeasureExpression {
    switch below(3) {
    case 0: MeasureExpression(.distinct(path()), at: nowhere)
    case 1: MeasureExpression(.named(Name("death_rate", at: nowhere)), at: nowhere)
    default: MeasureExpression(.statistic(statistic(), value(1)), at: nowhere)
    }
  }

  private mutating func measures() -> [MeasureExpression] {
    let first: MeasureExpression =
      switch below(3) {
      case 0: MeasureExpression(.count, at: nowhere)
      case 1: MeasureExpression(.percent(condition(1)), at: nowhere)
      default: onlyMeasure()
      }
    return [first, onlyMeasure()]
  }

  /// A measure where a comparison may follow it.
  private mutating func groupMeasure() -> Expression {
    let subject = make(.path(Path([Name("age", at: nowhere)])))
    let kind: MeasureExpression.Kind =
      switch below(4) {
      case 0: .count
      case 1: .distinct(Path([Name("age", at: nowhere)]))
      case 2: .percent(make(.group(condition(1))))
      default: .statistic(statistic(), subject)
      }
    return make(.measure(MeasureExpression(kind, at: nowhere)))
  }

  private mutating func having() -> Expression {
    make(
      .comparison(
        element(ComparisonOperator.allCases), groupMeasure(), literal(), operatorSpan: nowhere))
  }

  private mutating func set(_ depth: Int) -> SetExpression {
    if below(8) == 0 {
      return SetExpression(
        entity: Name("cell", at: nowhere), cell: some { $0.literal() },
        condition: maybe { $0.condition(depth) }, span: nowhere)
    }
    return SetExpression(
      entity: Name(element(["children", "reviews", "my rows", "those"]), at: nowhere),
      condition: maybe { $0.condition(depth) }, exception: maybe { $0.condition(depth) },
      span: nowhere)
  }

  /// A condition, with brackets wherever precedence needs them.
  mutating func condition(_ depth: Int) -> Expression {
    guard depth > 0 else { return make(.path(path())) }
    let subject = make(.path(path()))
    switch below(13) {
    case 10:
      return make(.inPeriod(subject, isNegated: below(2) == 0, period()))
    case 11: return make(.ordering(subject, element(DateOrder.allCases), value(depth - 1)))
    case 12: return textTest(subject)
    case 0: return make(.not(make(.group(condition(depth - 1)))))
    case 1:
      return make(
        .logical(
          element([.and, .or]), make(.group(condition(depth - 1))),
          make(.group(condition(depth - 1)))))
    case 2, 3:
      return make(
        .comparison(
          element(ComparisonOperator.allCases), subject, value(depth - 1), operatorSpan: nowhere))
    case 4: return make(.test(subject, isNegated: below(2) == 0, test(depth - 1)))
    case 5:
      return make(
        .membership(subject, isNegated: below(2) == 0, some { $0.value(depth - 1) }))
    case 6:
      return make(
        .between(subject, isNegated: below(2) == 0, low: value(depth - 1), high: value(depth - 1)))
    case 7:
      let mode = element(HasMode.allCases)
      return make(.has(subject, mode, mode == .one ? [literal()] : some { $0.literal() }))
    case 8:
      return make(
        .quantified(
          quantifier(), relation: path(), condition: maybe { $0.condition(depth - 1) }))
    default: return subject
    }
  }

  private mutating func period() -> Expression {
    switch below(5) {
    case 0: make(.literal(.number(2009)))
    case 1: make(.literal(.financialYear(2009)))
    case 2: make(.literal(.date(DateLiteral(year: 2009, month: 1 + below(12), day: nil))))
    case 3: make(.literal(.quarter(1 + below(4), year: 2010, isFinancial: below(2) == 0)))
    default: make(.parameter(Name("period", at: nowhere)))
    }
  }

  private mutating func textTest(_ subject: Expression) -> Expression {
    if below(3) == 0 {
      let pattern = make(.literal(.pattern(element(["a|b", "a/b", "\\d+", "\\\\/"]))))
      return make(.textTest(subject, .matches, .one, [pattern]))
    }
    let mode = element([HasMode.one, .any, .all, .none])
    let texts = some { $0.make(.literal(.text($0.element(["bruis*", "not seen", "a\"b"])))) }
    return make(
      .textTest(
        subject, element([.contains, .mentions]), mode, mode == .one ? [texts[0]] : texts))
  }

  private mutating func quantifier() -> Quantifier {
    switch below(7) {
    case 0: .any
    case 1: .every(ifAny: false)
    case 2: .every(ifAny: true)
    case 3: .no
    case 4: .atLeast(below(5))
    case 5: .atMost(below(5))
    default: .exactly(below(5))
    }
  }

  private mutating func test(_ depth: Int) -> Test {
    switch below(7) {
    case 0: .missing(reason: maybe { $0.make(.literal(.text("refused"))) })
    case 1: .recorded
    case 2: .yes
    case 3: .no
    case 4: .empty
    case 5: .level(element(LevelComparison.allCases), literal())
    default: .value(make(.literal(.text("x"))))
    }
  }

  private mutating func dimension() -> Expression {
    switch below(6) {
    case 3:
      make(
        .every(
          make(.path(path())), step: element([1, 5, 0.5]),
          maybe { $0.element(QuantityUnit.allCases) }))
    case 4: make(.each(path()))
    case 5: make(.datePart(element(DatePart.allCases), make(.path(path()))))
    case 0:
      make(.bands(make(.path(path())), some { $0.make(.literal(.number(Double($0.below(9))))) }))
    case 1: make(.group(condition(2)))
    default: make(.path(path()))
    }
  }

  private mutating func output(sorts: Bool) -> Output {
    var output = Output()
    if sorts, below(2) == 0 {
      output.sort = some {
        Output.SortKey(
          $0.below(2) == 0 ? $0.groupMeasure() : $0.make(.path($0.path())),
          isDescending: $0.below(2) == 0)
      }
    }
    output.first = maybe { 1 + $0.below(20) }
    output.format = maybe { _ in Name("csv", at: Span(0, 0)) }
    if below(3) == 0 {
      output.file = "out dir/file.csv"
      output.fileSpan = nowhere
    }
    return output
  }

  private mutating func query() -> Statement.Kind {
    let dimensions = below(2) == 0 ? [] : some { $0.dimension() }
    var query = Query(verb: .count, set: set(2), output: output(sorts: true), span: nowhere)
    switch below(8) {
    case 0:
      query.dimensions = dimensions
      query.having = maybe { $0.having() }
    case 1: query.verb = .list(show: below(2) == 0 ? [] : some { $0.dimension() })
    case 2:
      query.verb = .tabulate
      query.dimensions = some { $0.dimension() }
      query.options = options(QueryOption.Kind.allCases)
    case 3: query.verb = .sample(1 + below(9), show: below(2) == 0 ? [] : some { $0.dimension() })
    case 4:
      query.verb = .measures(measures())
      query.dimensions = dimensions
      query.having = maybe { $0.having() }
    case 5:
      query.verb = .summarise(value(2))
      query.dimensions = dimensions
    case 6:
      query.verb = .compare(with: set(1))
      query.dimensions = dimensions
    default:
      query.verb = .percent(make(.group(condition(2))))
      query.dimensions = dimensions
      query.options = options([.interval])
    }
    return .query(query)
  }

  private mutating func options(_ kinds: [QueryOption.Kind]) -> [QueryOption] {
    below(2) == 0 ? [] : some { QueryOption($0.element(kinds), at: Span(0, 0)) }
  }

  /// Any statement.
  mutating func statement() -> Statement {
    let kind: Statement.Kind
    switch below(23) {
    case 20:
      let markers = some {
        MissingDefinition.Marker($0.element(["c", "-9999", ""]), at: $0.nowhere)
      }
      kind = .defineMissing(
        MissingDefinition(
          markers: markers, path: path(), reason: maybe { _ in "suppressed \"here\"" }))
    case 21:
      kind = .defineRelation(
        RelationDefinition(name: name(), child: key(), parent: key(), inverse: maybe { $0.name() }))
    case 22:
      kind = .savePackage(
        PackageSaving(
          path: element(["out", "a b/c"]), span: nowhere, includesData: below(2) == 0,
          replaces: below(2) == 0))
    case 14:
      kind = .find(
        Find(
          text: "bruis*", textSpan: nowhere, path: path(), condition: maybe { $0.condition(1) },
          width: maybe { 1 + $0.below(50) }, output: output(sorts: false), span: nowhere))
    case 15: kind = .missing(set(1), output(sorts: false))
    case 16: kind = .defineMeasure(name(), measures()[below(2)])
    case 17: kind = .warn(condition(2))
    case 18: kind = .show(option: maybe { $0.name() })
    case 19:
      kind = .save(name: "by status", span: nowhere, description: maybe { _ in "What it means" })
    case 0: kind = .values(path(), entity: maybe { $0.name() }, output(sorts: false))
    case 1: kind = .describe(maybe { $0.path() })
    case 2: kind = .defineField(entity: name(), field: name(), dimension())
    case 3: kind = .defineSet(name(), set(2))
    case 4: kind = .expect(condition(3))
    case 5:
      let form = element([
        ExplainForm.english, .plan, .sql(dialect: nil),
        .sql(dialect: Name("duckdb", at: nowhere)),
      ])
      kind = .explain(form, Statement(query(), at: nowhere))
    case 6: kind = .help(topic: maybe { _ in "unknown-value" })
    case 7: kind = .open(file: "some folder/data.csv", span: nowhere)
    case 8:
      kind = .run(
        file: "a b.enq", span: nowhere,
        arguments: below(2) == 0
          ? [] : [RunArgument(name: Name("year", at: nowhere), value: literal())])
    case 9:
      kind = .parameter(
        Parameter(
          name: name(), defaultValue: maybe { $0.literal() },
          description: maybe { _ in "What it means" }))
    case 10:
      kind = element([
        .history(.all), .history(.off), .history(.search("grade")), .quit, .queries,
        .copy(Output()),
        .lesson(.start(3)), .lesson(.hint),
        .checkData(output(sorts: false)),
      ])
    default: kind = query()
    }
    return Statement(kind, at: nowhere)
  }
}
