import TestSupport
import Testing

@testable import Loading

/// Columns of few texts, as most are, whose cells are looked up among the texts that are known.
@Suite struct RepeatedTextTests {
  /// Lengths about those at which texts are looked up in another way.
  private static let lengths = [0, 1, 7, 8, 9, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 90]

  /// Texts that differ from one another in few bytes, or in their length alone.
  private static func texts(_ random: inout SeededRandom) -> [String] {
    let count = [1, 3, 20, 300, 700].randomElement(using: &random) ?? 3
    let longest = Int.random(in: 0..<lengths.count, using: &random)
    return (0..<count).map { _ in
      var bytes = Array(
        repeating: UInt8(ascii: "a"), count: lengths[Int.random(in: 0...longest, using: &random)])
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] =
          [0, UInt8(ascii: "b"), UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "c")]
          .randomElement(using: &random) ?? 0
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a cell gets the code of its text, however long it is and however it is quoted`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let width = Int.random(in: 1...3, using: &random)
    let columns = (0..<width).map { _ in Self.texts(&random) }
    let end = Bool.random(using: &random) ? "\n" : "\r\n"
    var rows: [[String]] = []
    var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + end
    for _ in 0..<600 {
      let row = columns.map { $0.randomElement(using: &random) ?? "" }
      // A line of one empty cell is no record.
      if row == [""] { continue }
      rows.append(row)
      text +=
        row.map { cell in
          cell.contains("\"") || Int.random(in: 0..<4, using: &random) == 0
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",") + end
    }
    let read = try ReadText(text, block: 4_096, chunk: 512)
    #expect(read.rows == rows, "seed \(seed)")
    for column in read.table.columns {
      #expect(Set(column.texts).count == column.texts.count, "seed \(seed): a text has two codes")
    }
  }

  @Test(arguments: [0, 3, 12, 30])
  func `identifiers of any length are kept in order, quoted or not`(prefixLength: Int) throws {
    let prefix = String(repeating: "x", count: prefixLength)
    let ids = (1000..<1600).map { "\(prefix)\($0)" }
    let plain = "id,of\n" + ids.map { "\($0),\($0)\n" }.joined()
    let quoted = "id,of\n" + ids.map { "\"\($0)\",\"\($0)\"\r\n" }.joined()
    for text in [plain, quoted] {
      let read = try ReadText(text, block: 4_096, chunk: 512)
      #expect(read.rows == ids.map { [$0, $0] })
      #expect(Array(read.table.columns[1].codes) == (0..<600).map { UInt32($0) })
    }
  }
}
