import Tables
import TestSupport
import Testing

@testable import Loading

/// Linked rows against a search for each row.
@Suite struct RelationLinkingTests {
  private func table(_ name: String, _ columns: [[String]]) -> Table {
    let rows = columns[0].count
    let fields = columns.indices.map { "k\($0)" }
    let text = ([fields] + (0..<rows).map { row in columns.map { $0[row] } })
      .map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
    guard var raw = try? ReadText(text).table else { preconditionFailure("no table") }
    let inferred = TypeInference.infer(raw, entity: name)
    let built = TableBuilding.build(&raw, inferred.readings)
    return Table(
      schema: EntitySchema(name: name, fields: inferred.readings.map(\.schema)),
      content: Deferred(built.content))
  }

  private func link(_ child: Table, _ parent: Table, _ fields: [Int]) -> (
    index: RelationIndex, issues: [LoadIssue]
  ) {
    let relation = Relation(
      name: "r", inverseName: "s", childTable: 0, childFields: fields, parentTable: 1,
      parentFields: fields)
    return RelationLinking(relation, tables: [child, parent], files: ["c", "p"]).link()
  }

  @Test func `random keys of one to three parts lead to the first row that has them`() {
    for seed in UInt64(0)..<60 {
      var random = SeededRandom(seed: seed)
      let parts = Int.random(in: 1...3, using: &random)
      let letters = Int.random(in: 2...9, using: &random)
      let asNumbers = Bool.random(using: &random)
      func key() -> String {
        let value = Int.random(in: 0..<letters, using: &random)
        return value == 0 ? "" : asNumbers ? "\(value)" : "x\(value)"
      }
      func columns(_ rows: Int) -> [[String]] {
        (0..<parts).map { _ in (0..<rows).map { _ in key() } }
      }
      let (parents, children) = (columns(40), columns(60))
      let fields = Array(0..<parts)
      let linked = link(table("c", children), table("p", parents), fields)
      var dangling = 0
      for row in 0..<60 {
        let wanted = fields.map { children[$0][row] }
        let expected =
          wanted.contains("")
          ? nil
          : (0..<40).first { parent in fields.allSatisfy { parents[$0][parent] == wanted[$0] } }
        if expected == nil, !wanted.contains("") { dangling += 1 }
        #expect(
          linked.index.parentOfChild[row] == Int32(expected ?? -1), "seed \(seed), row \(row)")
      }
      let told = linked.issues.first { $0.kind == .danglingReference }?.count ?? 0
      #expect(told == dangling, "seed \(seed)")
    }
  }

  @Test func `numbers and texts are one key`() {
    let child = table("c", [["1", "2", "x"]])
    let parent = table("p", [["2", "1"]])
    let linked = link(child, parent, [0])
    #expect(Array(linked.index.parentOfChild) == [1, 0, -1])
    #expect(linked.issues.first?.message == "\"x\" is no row of p; the row leads nowhere")
  }
}
