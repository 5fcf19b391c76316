internal import Bitmaps

extension DataSet {
  /// Some rows drawn at random, as a data set of the same shape.
  ///
  /// About half of the rows are drawn of tables that lead to no other. Of the others, each row all of
  /// whose links lead to rows that were drawn comes with them, so that what belongs together stays
  /// together. A link that leads to a row that was not drawn, which a table that leads to itself may
  /// have, leads nowhere.
  ///
  /// - Parameters:
  ///   - mostRows: The most rows of a table.
  ///   - thinsFamilies: Whether of several rows that lead to the same row some are left out, though never
  ///     the last: where each town has one shop of each kind, there are else as many of each.
  ///   - random: The same numbers draw the same rows.
  /// - Complexity: O(rows drawn and the rows that lead to them); the cells of a column are copied when
  ///   the column is first asked for.
  public func sample(
    mostRows: Int, thinsFamilies: Bool = false, using random: inout some RandomNumberGenerator
  ) -> DataSet {
    var sampling = RowSampling(data: self, mostRows: mostRows, thinsFamilies: thinsFamilies)
    for table in sampling.parentsFirst { sampling.draw(table, using: &random) }
    return sampling.sample
  }
}

/// Draws rows of the tables of a data set, parents before their children.
private struct RowSampling {
  let data: DataSet
  let mostRows: Int
  let thinsFamilies: Bool
  /// The rows drawn of each table, upwards; `nil` while none are.
  private var drawn: [[Int]?]
  /// The same rows as sets.
  private var sets: [Bitmap?]
  /// How likely a row of a table without parents is drawn.
  private let chance: Double

  init(data: DataSet, mostRows: Int, thinsFamilies: Bool) {
    self.data = data
    self.mostRows = mostRows
    self.thinsFamilies = thinsFamilies
    drawn = Array(repeating: nil, count: data.tables.count)
    sets = Array(repeating: nil, count: data.tables.count)
    // A row that needs several others to be drawn should still come in about half of the cases.
    switch data.tables.indices.map({ Set(data.links(from: $0).map(\.parent)).count }).max() ?? 0 {
    case ...1: chance = 0.5
    case 2: chance = 0.7
    default: chance = 0.8
    }
  }

  /// The tables in an order in which each comes after those that it leads to, but for circles.
  var parentsFirst: [Int] {
    var order: [Int] = []
    var left = Array(data.tables.indices)
    while !left.isEmpty {
      let next =
        left.first { table in data.links(from: table).allSatisfy { !left.contains($0.parent) } }
        ?? left[0]
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  mutating func draw(_ table: Int, using random: inout some RandomNumberGenerator) {
    let count = data.tables[table].rowCount
    let links = data.links(from: table).filter { drawn[$0.parent] != nil }
    let rows =
      links.isEmpty ? anyRows(of: count, using: &random) : rows(with: links, using: &random)
    drawn[table] = rows
    sets[table] = Bitmap(capacity: count, rows: rows)
  }

  private func anyRows(of count: Int, using random: inout some RandomNumberGenerator) -> [Int] {
    if Double(count) * chance > Double(mostRows) {
      return Self.thinned(count, to: mostRows, using: &random)
    }
    let rows = (0..<count).filter { _ in Double.random(in: 0..<1, using: &random) < chance }
    guard !rows.isEmpty else { return Self.thinned(count, to: min(count, 1), using: &random) }
    return Self.thinned(rows.count, to: mostRows, using: &random).map { rows[$0] }
  }

  /// The rows all of whose links lead to rows that were drawn, or nowhere.
  private func rows(
    with links: [DataSet.Link], using random: inout some RandomNumberGenerator
  ) -> [Int] {
    // The link that the fewest rows have is followed; the others are looked up.
    let families = links.map { link in
      let index = data.relationIndex(link.relation)
      return (drawn[link.parent] ?? []).map { index.children(of: $0) }
    }
    let sizes = families.map { $0.reduce(0) { $0 + $1.count } }
    let first = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
    let orphans = data.relationIndex(links[first].relation).orphans
    let most = mostRows * Self.spare
    var rows = Self.picked(
      families[first].lazy.joined(), at: Self.thinned(sizes[first], to: most, using: &random)
    ).map { Int($0) }
    rows += Self.picked(orphans, at: anyRows(of: orphans.count, using: &random))
    let fitting = rows.filter { row in
      links.allSatisfy { link in
        let parent = Int(data.relationIndex(link.relation).parentOfChild[row])
        return parent < 0 || sets[link.parent]?.contains(parent) == true
      }
    }
    let chosen = Self.thinned(fitting.count, to: mostRows, using: &random).map { fitting[$0] }
    return (thinsFamilies ? withoutSome(of: chosen, links, using: &random) : chosen).sorted()
  }

  /// The rows without about a quarter, but for the last that leads to a row by one of the links.
  private func withoutSome(
    of rows: [Int], _ links: [DataSet.Link], using random: inout some RandomNumberGenerator
  ) -> [Int] {
    let parents = links.map { data.relationIndex($0.relation).parentOfChild }
    var left = links.map { _ in [Int32: Int]() }
    for row in rows {
      for link in links.indices { left[link][parents[link][row], default: 0] += 1 }
    }
    return rows.filter { row in
      let isNeeded = links.indices.contains { left[$0][parents[$0][row]] == 1 }
      guard !isNeeded, Int.random(in: 0..<4, using: &random) == 0 else { return true }
      for link in links.indices { left[link][parents[link][row], default: 0] -= 1 }
      return false
    }
  }

  /// How many times the rows wanted are looked at, since another link may lead to no row drawn.
  private static let spare = 8

  /// The elements at some positions, which go upwards.
  private static func picked<Elements: Sequence>(
    _ elements: Elements, at positions: [Int]
  ) -> [Elements.Element] {
    var rest = positions[...]
    var picked: [Elements.Element] = []
    for (position, element) in elements.enumerated() where position == rest.first {
      picked.append(element)
      rest.removeFirst()
      if rest.isEmpty { break }
    }
    return picked
  }

  /// The numbers below a count; one from each of so many parts of equal length where they are more.
  private static func thinned(
    _ count: Int, to most: Int, using random: inout some RandomNumberGenerator
  ) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { part in
      let range = count * part / most..<count * (part + 1) / most
      return Int.random(in: range, using: &random)
    }
  }

  /// The rows drawn, with the links between them.
  var sample: DataSet {
    let tables = data.tables.indices.map { table in
      data.tables[table].picking(drawn[table] ?? [])
    }
    let indexes = data.relations.indices.map { relation in
      let link = data.relations[relation]
      let (children, parents) = (
        drawn[link.childTable] ?? [], drawn[link.parentTable] ?? []
      )
      return Deferred<RelationIndex> { [data] in
        let parentOfChild = data.relationIndex(relation).parentOfChild
        let places = Dictionary(uniqueKeysWithValues: zip(parents, Int32(0)...))
        return RelationIndex(
          parentOfChild: Storage(children.map { places[Int(parentOfChild[$0]), default: -1] }),
          parentRowCount: parents.count)
      }
    }
    return DataSet(
      name: data.name, title: data.title, description: data.description, version: data.version,
      isSynthetic: data.isSynthetic, tables: tables, relations: data.relations,
      relationIndexes: indexes, definitions: data.definitions)
  }
}

extension DataSet {
  /// A relation from one table to another.
  fileprivate struct Link {
    /// A position in `relations`.
    var relation: Int
    var parent: Int
  }

  /// The relations that lead from a table to others.
  fileprivate func links(from table: Int) -> [Link] {
    relations.enumerated().compactMap { position, relation in
      relation.childTable == table && relation.parentTable != table
        ? Link(relation: position, parent: relation.parentTable) : nil
    }
  }
}

extension Table {
  /// The table of some rows, in their order.
  fileprivate func picking(_ rows: [Int]) -> Table {
    let columns = columns
    return Table(
      schema: schema,
      content: Deferred(
        Content(
          columns: columns.indices.map { column in Deferred { columns[column].picking(rows) } },
          rowCount: rows.count)))
  }
}
