import Bitmaps
import TestSupport
import Testing
import TextSearch

@testable import Tables

/// The rows that an index of a column finds against those whose text matches.
@Suite struct TextIndexTests {
  private static let texts = ["neglect and abuse", "Neglect", "", "abuse", "no record"]

  @Test(arguments: [true, false])
  func `rows are found, whether or not they share texts`(areShared: Bool) throws {
    var random = SeededRandom(seed: 5)
    let count = 500
    let dictionary =
      areShared ? Self.texts : (0..<count).map { "\(random.element(of: Self.texts)) \($0)" }
    // What a row without a value holds means nothing, and need not be a code.
    let recorded = Bitmap(capacity: count) { $0 % 7 != 3 }
    let codes = (0..<count).map { row in
      recorded.contains(row)
        ? UInt32(areShared ? random.int(below: dictionary.count) : row) : UInt32.max - 5
    }
    let column = Column(
      values: .coded(CodedValues(codes: Storage(codes), dictionary: TextDictionary(dictionary))),
      recorded: recorded)
    let table = Table(
      schema: EntitySchema(name: "cases", fields: [FieldSchema(name: "text", type: .text)]),
      columns: [column], rowCount: count)
    #expect(table.indexes.descriptions.isEmpty)
    let made = table.textIndex(column: 0) { false }
    let index = try #require(made)
    for pattern in ["neglect", "abuse", "neglect and", "17", "absent"] {
      let words = try #require(WordPattern(pattern))
      let found = index.rows(matching: words) { false }
      let expected = (0..<count).filter {
        recorded.contains($0) && words.matches(dictionary[Int(codes[$0])])
      }
      #expect(found.map { Array($0) } == expected, "\(pattern)")
    }
    let kept = table.indexes.descriptions
    #expect(kept.map(\.kind) == ["words"] && kept[0].byteCount >= index.byteCount)
    #expect(index.description.hasPrefix("index of "))
  }

  @Test func `an index that is given up is not kept`() {
    let column = Column(
      values: .coded(CodedValues(codes: [0], dictionary: ["a"])), recorded: Bitmap(allOf: 1))
    let table = Table(
      schema: EntitySchema(name: "cases", fields: [FieldSchema(name: "text", type: .text)]),
      columns: [column], rowCount: 1)
    let unwanted = table.textIndex(column: 0) { true }
    #expect(unwanted == nil)
    let wanted = table.textIndex(column: 0) { false }
    #expect(wanted != nil)
  }

  @Test func `an index pays for many long texts only`() {
    func pays(_ count: Int, ofLength length: Int) -> Bool {
      let texts = TextDictionary(
        bytes: Storage([UInt8](repeating: 97, count: count * length)),
        offsets: Storage((0...count).map { UInt32($0 * length) }))
      return TextColumnIndex.pays(CodedValues(codes: [], dictionary: texts))
    }
    #expect(!pays(1000, ofLength: 800))
    #expect(!pays(700_000, ofLength: 8))
    #expect(pays(6000, ofLength: 800))
  }
}
