import Bitmaps
import Tables
import Testing

@testable import Execution

/// A data set without rows, of which only the links matter.
///
/// - Parameter links: What the many call the one, the many, the one, and what the one calls the many.
private func dataSet(
  _ names: [String], _ links: [(name: String, child: String, parent: String, inverse: String)]
) -> DataSet {
  func place(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
  return DataSet(
    name: "linked",
    tables: names.map {
      Table(schema: EntitySchema(name: $0, fields: []), columns: [], rowCount: 0)
    },
    relations: links.map {
      Relation(
        name: $0.name, inverseName: $0.inverse, childTable: place($0.child), childFields: [],
        parentTable: place($0.parent), parentFields: [])
    },
    relationIndexes: links.map { _ in
      Deferred(RelationIndex(parentOfChild: Storage([]), parentRowCount: 0))
    })
}

/// The tree as indented names, with the links that it does not show.
private func tree(_ data: DataSet) -> [String] {
  RelationTree(data).lines.map { line in
    String(repeating: " ", count: line.isLast.count) + data.tables[line.row].schema.name
      + (line.otherLinks.isEmpty ? "" : ": " + line.otherLinks.joined(separator: ", "))
  }
}

@Suite struct RelationTreeTests {
  @Test func `entities stand below those they belong to`() {
    let data = dataSet(
      ["children", "boards", "reviews", "claims"],
      [
        ("review", "children", "reviews", "children"), ("board", "reviews", "boards", "reviews"),
      ])
    #expect(tree(data) == ["boards", " reviews", "  children", "claims"])
    #expect(RelationTree(data).lines.map(\.isLast) == [[], [true], [true, true], []])
  }

  @Test func `of two entities the deeper one is chosen, and the other link is told`() {
    let data = dataSet(
      ["boards", "reviews", "children"],
      [
        ("board", "children", "boards", "children"), ("board", "reviews", "boards", "reviews"),
        ("review", "children", "reviews", "children"),
      ])
    #expect(tree(data) == ["boards: many children", " reviews", "  children: board"])
  }

  @Test func `many to many is told on both sides`() {
    let data = dataSet(
      ["pupils", "courses", "places"],
      [("pupil", "places", "pupils", "places"), ("course", "places", "courses", "places")])
    #expect(tree(data) == ["pupils", " places: course", "courses: many places"])
  }

  @Test func `names that are not those of the entities are told`() {
    let data = dataSet(
      ["flights", "airports"],
      [
        ("origin", "flights", "airports", "departures"),
        ("destination", "flights", "airports", "arrivals"),
      ])
    #expect(
      tree(data) == [
        "airports: many departures (flights), many arrivals (flights)",
        " flights: origin (airports), destination (airports)",
      ])
  }

  @Test func `circles end, with every entity once`() {
    let data = dataSet(
      ["a", "b", "c"],
      [
        ("a", "b", "a", "b"), ("b", "c", "b", "c"), ("c", "a", "c", "a"),
        ("parent", "c", "c", "children"),
      ])
    let lines = RelationTree(data).lines
    #expect(lines.map(\.row).sorted() == [0, 1, 2])
    #expect(tree(data).joined().contains("parent (c)"))
    // The link that closes the circle is told, since it is not drawn.
    #expect(lines.filter { $0.isLast.isEmpty }.count == 1)
    let told = lines.flatMap(\.otherLinks)
    #expect(["a", "b", "c"].contains { told.contains($0) }, "\(told)")
  }
}
