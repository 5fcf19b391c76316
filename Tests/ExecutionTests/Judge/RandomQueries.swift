import Diagnostics
import Language
import Tables
import TestSupport

/// The place of what was never written.
let nowhere = Span(0, 0)

func make(_ kind: Expression.Kind) -> Expression { Expression(kind, at: nowhere) }

func make(_ path: Path) -> Expression { make(.path(path)) }

/// Makes random statements that are right for random data: every name exists, and every value and
/// number is of the kind that its place needs.
struct RandomQueries {
  var random: SeededRandom
  let data: NaiveData
  /// Knows what has been defined, and what each expression is.
  var naive: NaiveEvaluator
  /// The fields that can be named from each table, along to-one relations too.
  private(set) var fields: [[Field]] = []
  /// The measures with names, by the table whose rows they are of.
  var namedMeasures: [(name: String, table: Int)] = []
  var namedSets: [(name: String, table: Int)] = []

  /// A field as it is named from a table.
  struct Field {
    var path: Path
    var kind: NaiveEvaluator.Kind
    /// The reasons that its missing values have.
    var reasons: [String]
  }

  /// Related rows as they are named from a table.
  struct Relation {
    var path: Path
    var table: Int
  }

  init(random: SeededRandom, data: NaiveData) {
    self.random = random
    self.data = data
    naive = NaiveEvaluator(data: data)
    findFields()
  }

  // MARK: Names

  func name(_ text: String) -> Name { Name(text, at: nowhere) }
  func path(_ names: [String]) -> Path { Path(names.map { name($0) }) }
  func group(_ inner: Expression) -> Expression { make(.group(inner)) }
  func number(_ number: Double) -> Expression { make(.literal(.number(number))) }
  func text(_ text: String) -> Expression { make(.literal(.text(text))) }

  /// Finds the fields again, after a definition.
  mutating func findFields() {
    fields = data.tables.indices.map { table in
      fields(of: table, before: [], depth: 2)
    }
  }

  private func fields(of table: Int, before names: [String], depth: Int) -> [Field] {
    let schema = data.tables[table].schema
    var found: [Field] = []
    for (index, field) in schema.fields.enumerated() {
      let target = NaiveEvaluator.Target(hops: [], table: table, source: .stored(index))
      var reasons = field.missingMarkers.compactMap(\.reason)
      for case .missing(let reason?) in data.tables[table].rows.map({ $0[index] })
      where !reasons.contains(reason) { reasons.append(reason) }
      found.append(
        Field(
          path: path(names + [field.name]), kind: naive.kind(of: target), reasons: reasons))
    }
    for defined in naive.definitions.fields where defined.table == table {
      let target = NaiveEvaluator.Target(
        hops: [], table: table, source: .defined(defined.body))
      found.append(
        Field(path: path(names + [defined.name]), kind: naive.kind(of: target), reasons: []))
    }
    // The fields at hand are asked for more often than those far away.
    if depth == 2 { found += found }
    guard depth > 0 else { return found }
    for link in data.links where link.child == table {
      found += fields(of: link.parent, before: names + [link.name], depth: depth - 1)
    }
    return found
  }

  /// A field of the table for which something can be made.
  mutating func field<Made>(_ table: Int, _ choose: (Field) -> Made?) -> Made? {
    let possible = fields[table].compactMap(choose)
    return possible.isEmpty ? nil : random.element(possible)
  }

  /// The ways from a table to many rows: those that name it as their parent, its siblings, and such
  /// rows of a parent.
  func relations(_ table: Int) -> [Relation] {
    var found = direct(table, before: [])
    for link in data.links where link.child == table {
      found += direct(link.parent, before: [link.name])
    }
    return found
  }

  private func direct(_ table: Int, before names: [String]) -> [Relation] {
    var found: [Relation] = []
    for link in data.links where link.parent == table {
      let child = data.tables[link.child].schema
      found.append(Relation(path: path(names + [link.inverseName]), table: link.child))
      if link.inverseName == child.name {
        found.append(Relation(path: path(names + [child.singular]), table: link.child))
      }
    }
    if data.links.filter({ $0.child == table }).count == 1 {
      found.append(Relation(path: path(names + ["sibling"]), table: table))
      found.append(Relation(path: path(names + ["siblings"]), table: table))
    }
    return found
  }

  /// The first of several makers, tried in random order, that makes something.
  mutating func oneOf<Made>(_ makers: [(inout RandomQueries) -> Made?]) -> Made? {
    var rest = makers
    while !rest.isEmpty {
      if let made = rest.remove(at: random.below(rest.count))(&self) { return made }
    }
    return nil
  }

  mutating func maybe<Made>(_ make: (inout RandomQueries) -> Made?) -> Made? {
    random.bool() ? make(&self) : nil
  }
}
