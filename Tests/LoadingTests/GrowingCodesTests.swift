import Tables
import TestSupport
import Testing

@testable import Loading

/// Codes that become wider while they are added.
@Suite struct GrowingCodesTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `codes are what was added, however wide they had to become`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let growing = GrowingCodes()
    var expected: [UInt32] = []
    var limit = 1
    for _ in 0..<20 {
      limit += random.element(of: [0, 1, 100, 254, 30_000])
      let more = (0..<random.int(below: 300)).map { _ in UInt32(random.int(below: limit)) }
      growing.append(more.count, below: limit) { more[$0] }
      expected += more
      #expect(growing.count == expected.count, "seed \(seed)")
    }
    let codes = growing.codes()
    #expect(Array(codes) == expected, "seed \(seed)")
    #expect(codes.width == Codes.Width(holding: limit), "seed \(seed)")
  }

  @Test func `a column of a file is as narrow as its values allow`() throws {
    for (count, width) in [(255, Codes.Width.byte), (256, .short), (65536, .word)] {
      let text = "n\n" + (0..<count).map { "v\($0)\n" }.joined()
      let read = try ReadText(Array(text.utf8), block: 4096, chunk: 512)
      let column = try #require(read.table.columns.first)
      #expect(column.codes.width == width)
      #expect(column.codes.map { column.texts[Int($0)] } == (0..<count).map { "v\($0)" })
    }
  }
}
