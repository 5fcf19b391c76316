internal import Bitmaps
internal import Tables

/// Looks for links between tables by the names and the values of their columns.
struct RelationProposals {
  private let data: DataSet
  private let isGuessed: (Int) -> Bool
  /// What the links are, in the order of the tables.
  private(set) var all: [RelationProposal] = []
  /// The hashes of some different values of each column that was looked up.
  private var samples: [Field: Set<Int>] = [:]

  private struct Field: Hashable {
    var table: Int
    var column: Int
  }

  /// Fewer values that are there are a coincidence.
  private static let leastShare = 0.8
  /// At most this many different values are looked up.
  private static let mostValues = 20_000

  /// - Parameter isGuessed: Whether links that lead from a table may be proposed.
  init(_ data: DataSet, isGuessed: @escaping (Int) -> Bool) {
    self.data = data
    self.isGuessed = isGuessed
    let keys = possibleKeys()
    for table in data.tables.indices where isGuessed(table) {
      for column in data.tables[table].schema.fields.indices { propose(table, column, keys) }
    }
  }

  /// The columns whose names others may match, as far as their values are all different: the best
  /// first.
  ///
  /// Of several tables with the same key, one is the table that the others lead to: the one that has the
  /// name of the key, or else the one with the most rows, or else the first.
  private func possibleKeys() -> [Field] {
    let tables = data.tables
    let names = tables.map { Set($0.schema.fields.map { KeyNames.folded($0.name) }) }
    let keys = tables.indices.flatMap { table -> [Field] in
      let own = KeyNames(tables[table].schema)
      return tables[table].schema.fields.indices.filter { column in
        let name = tables[table].schema.fields[column].name
        let folded = KeyNames.folded(name)
        let isShared = names.indices.contains { $0 != table && names[$0].contains(folded) }
        let isNamed = own.likeness(name) > 0
        return (isNamed || (isShared && !tables[table].columns[column].holdsPeriods))
          && tables[table].isKey(column, allowsMissing: true)
      }.map { Field(table: table, column: $0) }
    }
    return keys.map { (key: $0, rank: rank($0)) }.sorted { $0.rank > $1.rank }.map(\.key)
  }

  private func rank(_ key: Field) -> (Int, Int, Int) {
    let table = data.tables[key.table]
    let likeness = KeyNames(table.schema).likeness(table.schema.fields[key.column].name)
    return (likeness > 2 ? 1 : 0, table.columns[key.column].recorded.count, -key.table)
  }

  /// Proposes the best of the tables that a column may lead to.
  private mutating func propose(_ table: Int, _ column: Int, _ keys: [Field]) {
    let field = Field(table: table, column: column)
    let schema = data.tables[table].schema.fields[column]
    guard !isRelated(table, column), !schema.isPersonal else { return }
    var best: RelationProposal?
    for key in keys {
      // A key leads to a better one, or two tables would lead to one another.
      if key == field { break }
      let parent = data.tables[key.table].schema
      guard key.table != table, best?.isNearlyWhole != true,
        KeyNames(parent).mayLead(schema.name, to: parent.fields[key.column].name),
        let found = lookUp(field, in: key), let relation = relation(table, column, key)
      else { continue }
      let proposal = RelationProposal(
        relation: relation, valueCount: found.values, foundCount: found.found)
      guard proposal.share >= Self.leastShare else { continue }
      if best == nil || proposal.isNearlyWhole { best = proposal }
    }
    if let best { all.append(best) }
  }

  private func isRelated(_ table: Int, _ column: Int) -> Bool {
    data.relations.contains { $0.childTable == table && $0.childFields == [column] }
  }

  /// The link with names that no other has; `nil` where none is free.
  private func relation(_ table: Int, _ column: Int, _ key: Field) -> Relation? {
    let before = data.relations + all.map(\.relation)
    let child = data.tables[table].schema
    let parent = data.tables[key.table].schema
    let taken = Set(before.filter { $0.childTable == table }.map(\.name))
    let usual = RelationBuilding.names(table, [column], key.table, in: data.tables, after: before)
    let name = [KeyNames.relationName(child.fields[column].name, parent), usual.toOne].first {
      !taken.contains($0)
    }
    guard let name,
      !before.contains(where: {
        $0.parentTable == key.table && $0.inverseName == usual.toMany
      })
    else { return nil }
    return Relation(
      name: name, inverseName: usual.toMany, childTable: table, childFields: [column],
      parentTable: key.table, parentFields: [key.column])
  }

  // MARK: Values

  /// How many of a column's different values are among those of another; `nil` for less than two.
  private mutating func lookUp(_ field: Field, in key: Field) -> (values: Int, found: Int)? {
    let wanted = sample(of: field)
    guard wanted.count > 1 else { return nil }
    var found: Set<Int> = []
    data.tables[key.table].columns[key.column].forEachValue(step: 1) { value in
      if wanted.contains(value) { found.insert(value) }
      return found.count < wanted.count
    }
    return (wanted.count, found.count)
  }

  private mutating func sample(of field: Field) -> Set<Int> {
    if let known = samples[field] { return known }
    var made: Set<Int> = []
    let column = data.tables[field.table].columns[field.column]
    column.forEachValue(step: max(1, column.distinctLimit / Self.mostValues)) { value in
      made.insert(value)
      return made.count < Self.mostValues
    }
    samples[field] = made
    return made
  }
}

extension Column {
  /// Whether the values are dates or years: a table with a row a year is no table that the years of others
  /// lead to.
  fileprivate var holdsPeriods: Bool {
    switch values {
    case .dates: return true
    case .integers(let numbers):
      return (0..<rowCount).allSatisfy {
        !recorded.contains($0) || (1800...2200).contains(numbers[$0])
      }
    case .coded, .numbers, .flags, .lists: return false
    }
  }

  /// No fewer than the different values, as far as that is known without looking.
  fileprivate var distinctLimit: Int {
    if case .coded(let coded) = values { return coded.dictionary.count }
    return 0
  }

  /// Calls a function with a hash of each value, as text, so that numbers and texts of digits are the same.
  ///
  /// - Parameters:
  ///   - step: Which of the different texts are passed: each, every second, and so on.
  ///   - body: Whether to go on.
  fileprivate func forEachValue(step: Int, _ body: (Int) -> Bool) {
    if case .coded(let coded) = values {
      var isHeld = [Bool](repeating: false, count: coded.dictionary.count)
      recorded.forEachRow { isHeld[Int(coded.codes[$0])] = true }
      for code in stride(from: 0, to: isHeld.count, by: step) where isHeld[code] {
        let hash = coded.dictionary.withUTF8(at: code) { Self.hash(UnsafeRawBufferPointer($0)) }
        if !body(hash) { return }
      }
      return
    }
    switch values {
    case .integers, .dates: break
    case .coded, .numbers, .flags, .lists: return
    }
    for row in 0..<rowCount {
      guard var text = text(ofRow: row) else { continue }
      if !body(text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }) { return }
    }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: bytes)
    return hasher.finalize()
  }
}
