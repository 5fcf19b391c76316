import TestSupport
import Testing

@testable import Loading

/// The reader against one that is as simple as can be.
@Suite struct CSVFuzzTests {
  private static let pieces = [
    "", "a", "é", ",", ",", ",", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "longer text", "\t",
    ";", "0", "\u{1}", "日本", "\"x,y\"", "\"l\nm\"", "\",\"", "\"\n",
  ]

  /// A file of any bytes that matter to a reader.
  private static func anyFile(_ random: inout SeededRandom) -> [UInt8] {
    var text = "id,b,c\n"
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    return Array(text.utf8)
  }

  /// A file as a careful program writes it.
  private static func goodFile(_ random: inout SeededRandom) -> [UInt8] {
    let width = Int.random(in: 1...5, using: &random)
    let end = Bool.random(using: &random) ? "\n" : "\r\n"
    var lines = [(0..<width).map { "c\($0)" }.joined(separator: ",")]
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let cells = (0..<width).map { _ in
        let cell = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
        let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return needsQuotes || Int.random(in: 0..<8, using: &random) == 0
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
      lines.append(cells.joined(separator: ","))
    }
    return Array((lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")).utf8)
  }

  private func compare(_ bytes: [UInt8], _ read: ReadText, _ note: String) {
    let expected = ReferenceReader(bytes)
    let note = "\(note): \(String(reflecting: String(decoding: bytes, as: UTF8.self)))"
    #expect(read.rows == expected.rows, "\(note)")
    #expect(read.lines == expected.lines, "\(note)")
    func lines(_ kind: LoadIssue.Kind) -> [Int] {
      read.issues.filter { $0.kind == kind }.compactMap(\.line)
    }
    #expect(lines(.raggedRow) == expected.ragged, "\(note)")
    #expect(lines(.strayQuote) == expected.stray, "\(note)")
    #expect(lines(.unclosedQuote) == expected.unclosed, "\(note)")
  }

  @Test(arguments: 1...400 as ClosedRange<UInt64>)
  func `any file is read as the reference reads it, in chunks of any size`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<10 {
      let bytes =
        Bool.random(using: &random) ? Self.anyFile(&random) : Self.goodFile(&random)
      let chunk = Int.random(in: 1...40, using: &random)
      let block = Int.random(in: 1...120, using: &random)
      let note = "seed \(seed), chunk \(chunk), block \(block)"
      compare(bytes, try ReadText(bytes, block: block, chunk: chunk), note)
      compare(bytes, try ReadText(bytes), "seed \(seed), whole")
    }
  }
}
