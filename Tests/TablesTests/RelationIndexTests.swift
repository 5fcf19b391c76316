import Bitmaps
import Tables
import TestSupport
import Testing

@Test(arguments: 1...40 as ClosedRange<UInt64>)
func `children stand with their parent, upwards, and each once`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let parentCount = Int.random(in: 0...30, using: &random)
  let childCount = Int.random(in: 0...100, using: &random)
  let parents = (0..<childCount).map { _ in
    Int32.random(in: -1..<Int32(parentCount), using: &random)
  }
  let index = RelationIndex(parentOfChild: Storage(parents), parentRowCount: parentCount)
  #expect(Array(index.parentOfChild) == parents, "seed \(seed)")
  #expect(index.childOffsets.count == parentCount + 1, "seed \(seed)")
  #expect(index.children.count == parents.count { $0 >= 0 }, "seed \(seed)")
  for parent in 0..<parentCount {
    let naive = parents.indices.filter { parents[$0] == Int32(parent) }.map { Int32($0) }
    #expect(Array(index.children(of: parent)) == naive, "seed \(seed), parent \(parent)")
  }
}

@Test func `a table finds the rows of a value by code`() {
  let schema = EntitySchema(
    name: "children",
    fields: [FieldSchema(name: "status", type: .category), FieldSchema(name: "needs", type: .list)])
  let status = Column(
    values: .coded(CodedValues(codes: [0, 1, .max, 0], dictionary: ["Known", "CP plan"])),
    recorded: Bitmap(capacity: 4, rows: [0, 1, 3]))
  let needs = Column(
    values: .lists(
      ListValues(offsets: [0, 2, 2, 3, 3], codes: [0, 1, 1], dictionary: ["MOB", "HAND"])),
    recorded: Bitmap(allOf: 4))
  let table = Table(schema: schema, columns: [status, needs], rowCount: 4)
  for _ in 1...2 {
    #expect(Array(table.rows(column: 0, code: 0)) == [0, 3])
    #expect(Array(table.rows(column: 0, code: 1)) == [1])
    #expect(Array(table.rows(column: 1, code: 1)) == [0, 2])
    #expect(table.rows(column: 1, code: 7).isEmpty)
  }
  #expect(table.fieldIndex(named: "STATUS") == 0)
  #expect(schema.singular == "child")
}
