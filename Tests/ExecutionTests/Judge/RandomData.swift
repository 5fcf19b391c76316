import Tables
import TestSupport

/// Makes random tables, linked in every way that the language can walk.
struct RandomData {
  var random: SeededRandom

  private static let names = [
    ("boards", "board"), ("reviews", "review"), ("children", "child"), ("visits", "visit"),
  ]

  /// Two to four tables: each but the first has a parent among those before it; one may have two
  /// parents, two relations to one parent, or a parent of its own kind.
  mutating func data() -> NaiveData {
    let count = 2 + random.below(3)
    var schemas: [EntitySchema] = []
    var links: [NaiveLink] = []
    for table in 0..<count {
      var fields = [FieldSchema(name: "id", type: .text)]
      for link in newLinks(of: table) {
        links.append(link)
        links[links.count - 1].keyField = fields.count
        fields.append(FieldSchema(name: link.name + "_id", type: .text))
      }
      fields += self.fields(of: table)
      schemas.append(
        EntitySchema(
          name: Self.names[table].0, singular: Self.names[table].1, fields: fields,
          primaryKey: ["id"]))
    }
    var tables: [NaiveTable] = []
    for (table, schema) in schemas.enumerated() {
      let size = random.oneIn(12) ? 0 : table == 0 ? 1 + random.below(12) : 3 + random.below(36)
      let rows = rows(size, schema, prefix: Self.names[table].1.prefix(1).uppercased())
      tables.append(NaiveTable(schema: schema, rows: rows))
    }
    for index in links.indices { connect(&links[index], &tables) }
    return NaiveData(tables: tables, links: links)
  }

  private mutating func newLinks(of table: Int) -> [NaiveLink] {
    func link(_ parent: Int, _ prefix: String) -> NaiveLink {
      NaiveLink(
        name: prefix + Self.names[parent].1, inverseName: prefix + Self.names[table].0,
        child: table, parent: parent, keyField: 0, parentOfChild: [])
    }
    guard table > 0 else {
      guard random.oneIn(5) else { return [] }
      return [
        NaiveLink(
          name: "chair", inverseName: "subs", child: table, parent: table, keyField: 0,
          parentOfChild: [])
      ]
    }
    var links = [link(random.oneIn(4) ? random.below(table) : table - 1, "")]
    if random.oneIn(5) { links.append(link(random.below(table), "other_")) }
    return links
  }

  /// Gives each child a parent, or none, or a key that no parent has.
  private mutating func connect(_ link: inout NaiveLink, _ tables: inout [NaiveTable]) {
    let parents = tables[link.parent].rows.count
    let crowd = max(1, parents - random.below(3))
    var rows = tables[link.child].rows
    for row in rows.indices {
      let parent = parents == 0 || random.oneIn(7) ? nil : random.below(min(parents, crowd))
      link.parentOfChild.append(parent)
      if let parent {
        rows[row][link.keyField] = tables[link.parent].rows[parent][0]
      } else {
        rows[row][link.keyField] = random.oneIn(3) ? .text("X9") : .missing(nil)
      }
    }
    tables[link.child] = NaiveTable(schema: tables[link.child].schema, rows: rows)
  }

  private mutating func rows(_ count: Int, _ schema: EntitySchema, prefix: String) -> [[Cell]] {
    let rates = schema.fields.map { _ in random.element([0, 5, 15, 15, 30, 30, 60, 100]) }
    return (0..<count).map { row in
      schema.fields.indices.map { index in
        if index == 0 { return .text("\(prefix)\(row + 1)") }
        let field = schema.fields[index]
        if random.below(100) < min(rates[index], random.oneIn(8) ? 100 : 60) {
          return .missing(random.element([nil, "refused", "not stated"]))
        }
        return cell(field)
      }
    }
  }
}
