internal import Tables

/// The entities of a data set as a tree, each below the one that its rows belong to.
///
/// Relations need not be a tree: rows may belong to several entities, or to others of their own. Such an
/// entity stands below the one that itself lies deepest, and what is left is told in words.
struct RelationTree {
  private let data: DataSet
  /// For each table the position of the relation that it hangs on; `nil` for a root.
  private var link: [Int?]

  init(_ data: DataSet) {
    self.data = data
    link = Array(repeating: nil, count: data.tables.count)
    var depths = [Int?](repeating: nil, count: data.tables.count)
    for table in data.tables.indices { _ = Self.depth(of: table, in: data, &depths) }
    for table in data.tables.indices {
      var best: (relation: Int, depth: Int)?
      for (position, relation) in data.relations.enumerated() where relation.childTable == table {
        let depth = depths[relation.parentTable] ?? 0
        guard !hangs(relation.parentTable, on: table), depth > best?.depth ?? -1 else { continue }
        best = (position, depth)
      }
      link[table] = best?.relation
    }
  }

  /// The most steps up from a table; what leads around in a circle counts as none.
  private static func depth(of table: Int, in data: DataSet, _ depths: inout [Int?]) -> Int {
    if let known = depths[table] { return known }
    depths[table] = 0
    var most = 0
    for relation in data.relations
    where relation.childTable == table && relation.parentTable != table {
      most = max(most, depth(of: relation.parentTable, in: data, &depths) + 1)
    }
    depths[table] = most
    return most
  }

  /// Whether a table is another one or hangs on it, by the links so far.
  private func hangs(_ table: Int, on other: Int) -> Bool {
    var current = table
    while current != other {
      guard let position = link[current] else { return false }
      current = data.relations[position].parentTable
    }
    return true
  }

  /// The lines of the tree from the top, in the order of the tables.
  var lines: [Outline.Line] {
    var lines: [Outline.Line] = []
    func add(_ table: Int, _ isLast: [Bool]) {
      lines.append(Outline.Line(row: table, isLast: isLast, otherLinks: otherLinks(of: table)))
      let below = link.indices.filter { child in
        link[child].map { data.relations[$0].parentTable == table } ?? false
      }
      for child in below { add(child, isLast + [child == below.last]) }
    }
    for table in link.indices where link[table] == nil { add(table, []) }
    return lines
  }

  /// The links of a table that the tree does not show, or shows by another name than queries use.
  private func otherLinks(of table: Int) -> [String] {
    var links: [String] = []
    for (position, relation) in data.relations.enumerated() {
      let (child, parent) = (
        data.tables[relation.childTable].schema, data.tables[relation.parentTable].schema
      )
      let isDrawn = link[relation.childTable] == position
      if relation.childTable == table {
        if relation.name != parent.singular {
          links.append("\(relation.name) (\(parent.name))")
        } else if !isDrawn {
          links.append(relation.name)
        }
      }
      if relation.parentTable == table {
        if relation.inverseName != child.name {
          links.append("many \(relation.inverseName) (\(child.name))")
        } else if !isDrawn {
          links.append("many \(relation.inverseName)")
        }
      }
    }
    return links
  }
}
