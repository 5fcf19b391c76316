import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// Links that names and values suggest where nothing is declared.
@Suite struct RelationProposalTests {
  private func load(_ files: [String: [String]], infers: Bool = false) throws -> LoadedData {
    let folder = try TemporaryFolder()
    for (name, lines) in files {
      try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    }
    var options = LoadOptions()
    options.infersRelations = infers
    return try Loader.load(paths: [folder.path], options: options)
  }

  /// `visits.child_id -> children.id as child`, one for each proposal.
  private func proposed(_ data: LoadedData) -> [String] {
    data.proposedRelations().map { proposal in
      let relation = proposal.relation
      let child = data.dataSet.tables[relation.childTable].schema
      let parent = data.dataSet.tables[relation.parentTable].schema
      return "\(child.name).\(child.fields[relation.childFields[0]].name) -> "
        + "\(parent.name).\(parent.fields[relation.parentFields[0]].name) as \(relation.name)"
    }
  }

  private static func rows(_ header: String, _ count: Int, _ row: (Int) -> String) -> [String] {
    [header] + (0..<count).map(row)
  }

  private static let children = rows("id,name", 40) { "C\($0),Child \($0)" }

  @Test(arguments: [
    ("child_id", "id", "visits.child_id -> children.id as child"),
    ("child", "id", "visits.child -> children.id as child"),
    ("childId", "Id", "visits.childId -> children.Id as child"),
    ("CHILD", "CHILD", "visits.CHILD -> children.CHILD as child"),
    ("child_id", "child_id", "visits.child_id -> children.child_id as child"),
    ("index_child_id", "id", "visits.index_child_id -> children.id as index_child"),
    ("tailnum", "tailnum", "visits.tailnum -> children.tailnum as child"),
  ])
  func `matching names with matching values are a link`(field: String, key: String, link: String)
    throws
  {
    let data = try load([
      "children.csv": Self.rows("\(key),name", 40) { "C\($0),Child \($0)" },
      "visits.csv": Self.rows("visit,\(field)", 100) { "V\($0),C\($0 % 40)" },
    ])
    #expect(proposed(data) == [link])
  }

  @Test func `names alone or values alone are none`() throws {
    let strangers = try load([
      "children.csv": Self.children,
      "visits.csv": Self.rows("visit,child_id", 100) { "V\($0),X\($0 % 40)" },
    ])
    #expect(proposed(strangers).isEmpty)
    let unnamed = try load([
      "children.csv": Self.children,
      "visits.csv": Self.rows("visit,place", 100) { "V\($0),C\($0 % 40)" },
    ])
    #expect(proposed(unnamed).isEmpty)
    let repeated = try load([
      "children.csv": Self.rows("id,name", 80) { "C\($0 / 2),Child \($0)" },
      "visits.csv": Self.rows("visit,child_id", 100) { "V\($0),C\($0 % 40)" },
    ])
    #expect(proposed(repeated).isEmpty)
    let numbered = try load([
      "children.csv": Self.rows("id,name", 80) { "\($0),Child \($0)" },
      "visits.csv": Self.rows("id,length", 60) { "\($0),\($0 * 2)" },
    ])
    #expect(proposed(numbered).isEmpty)
  }

  @Test func `a few values that lead nowhere are no matter, and many are`() throws {
    func data(_ strangers: Int) throws -> LoadedData {
      try load([
        "children.csv": Self.rows("id,name", 100) { "C\($0),Child \($0)" },
        "visits.csv": Self.rows("visit,child_id", 200) { row in
          "V\(row)," + (row % 100 < strangers ? "X\(row % 100)" : "C\(row % 100)")
        },
      ])
    }
    let few = try data(5)
    #expect(few.proposedRelations().map(\.foundCount) == [95])
    #expect(few.proposedRelations().map(\.valueCount) == [100])
    #expect(few.proposedRelations().map(\.isNearlyWhole) == [true])
    let more = try data(6)
    #expect(more.proposedRelations().map(\.isNearlyWhole) == [false])
    #expect(more.acceptingProposals().data.dataSet.relations.isEmpty)
    #expect(try proposed(data(25)).isEmpty)
  }

  @Test func `numbers lead to texts of digits, and of two tables the one of the name is taken`()
    throws
  {
    let data = try load([
      "planes.csv": Self.rows("tail,seats", 60) { "\($0 + 1),\($0 * 3 % 50)" },
      "children.csv": Self.rows("child_id,name", 60) { "\($0),n\($0)" },
      "details.csv": Self.rows("child_id,weight", 60) { "\($0),\($0).5" },
      "visits.csv": Self.rows("visit,child_id", 100) { "V\($0),\($0 % 60)" },
    ])
    #expect(
      proposed(data) == [
        "details.child_id -> children.child_id as child",
        "visits.child_id -> children.child_id as child",
      ])
  }

  @Test func `accepted, they are declared`() throws {
    let files = [
      "children.csv": Self.children,
      "visits.csv": Self.rows("visit_id,child_id", 100) { "V\($0),C\($0 % 41)" },
    ]
    let data = try load(files, infers: true)
    #expect(data.dataSet.relations.map(\.name) == ["child"])
    #expect(data.dataSet.tables.map(\.schema.primaryKey) == [["id"], ["visit_id"]])
    #expect(data.dataSet.relationIndex(0).parentOfChild.count { $0 >= 0 } == 98)
    #expect(data.report.groups.map(\.kind) == [.danglingReference])
    #expect(data.proposedRelations().isEmpty && data.proposedKeys().isEmpty)
    let asked = try load(files)
    #expect(asked.dataSet.relations.isEmpty)
    #expect(asked.proposedKeys().map(\.table) == [0, 1])
  }

  @Test func `what a descriptor declares is not second-guessed`() throws {
    #expect(try Loader.loadBundled().proposedRelations().isEmpty)
  }

  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  private static let isThere = FileManager.default.fileExists(atPath: shared.path)

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `real files link as their authors mean them`() throws {
    let children = try Loader.load(paths: [Self.shared.appending(path: "ssda903-fake").path])
    let links = proposed(children)
    // Of three tables with a row for each child, one is the one that all lead to.
    #expect(links.contains("episodes.CHILD -> header.CHILD as header"))
    #expect(links.count >= 9 && links.allSatisfy { $0.hasSuffix("header.CHILD as header") })
    let flights = Self.shared.appending(path: "nycflights13")
    let names = try FileManager.default.contentsOfDirectory(atPath: flights.path).filter {
      $0.hasSuffix(".csv")
    }.sorted()
    guard !names.isEmpty else { return }
    let data = try Loader.load(paths: names.map { flights.appending(path: $0).path })
    #expect(
      proposed(data) == [
        "flights_jan.carrier -> airlines.carrier as airline",
        "flights_jan.tailnum -> planes.tailnum as plane",
      ])
    // Planes that the register does not have fly as well.
    #expect(data.proposedRelations().map(\.isNearlyWhole) == [true, false])
  }
}
