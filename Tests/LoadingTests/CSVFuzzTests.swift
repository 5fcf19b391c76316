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

  /// A file whose first columns are sorted, as keys are, up to a row that may be anywhere.
  private static func sortedFile(_ random: inout SeededRandom) -> [UInt8] {
    let rows = Int.random(in: 1...60, using: &random)
    let disorder = Int.random(in: 0...2 * rows, using: &random)
    let prefix = ["", "C0", "identifier-"].randomElement(using: &random) ?? ""
    var (key, parent) = (7, 95)
    var text = "id,parent\n"
    for row in 0..<rows {
      key += Int.random(in: 1...40, using: &random)
      if Bool.random(using: &random) { parent += Int.random(in: 0...3, using: &random) }
      let shown = row == disorder ? Int.random(in: 0...key, using: &random) : key
      text += "\(prefix)\(shown),\(row > disorder ? parent % 5 : parent)\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `sorted columns are read as the reference reads them, wherever the order ends`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<10 {
      let bytes = Self.sortedFile(&random)
      let chunk = Int.random(in: 1...80, using: &random)
      let block = Int.random(in: 1...240, using: &random)
      let note = "seed \(seed), chunk \(chunk), block \(block)"
      let read = try ReadText(bytes, block: block, chunk: chunk)
      compare(bytes, read, note)
      for column in read.table.columns {
        #expect(Set(column.texts).count == column.texts.count, "\(note): a text has two codes")
        // The codes are those of order of appearance, whichever way they were found.
        var next: UInt32 = 0
        for code in column.codes {
          #expect(code <= next, "\(note)")
          next = max(next, code + 1)
        }
      }
    }
  }
}
