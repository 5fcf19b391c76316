import Tables
import TestSupport
import Testing

@testable import Loading

/// Files that no careful program writes: nothing traps, nothing is lost, and every remark has a place.
@Suite struct TortureTests {
  private static let megabyte = 1 << 20

  // MARK: Sizes

  @Test func `a field of many megabytes is read, in quotes and without`() throws {
    let line = "some words, and more of them\n"
    let count = 20 * Self.megabyte / line.utf8.count
    let quoted = String(repeating: line, count: count)
    let read = try ReadText("id,text\n1,\"\(quoted)\"\n2,b\n", block: Self.megabyte)
    #expect(read.rows.count == 2 && read.rows[0][1] == quoted && read.rows[1] == ["2", "b"])
    #expect(read.lines == [2, count + 3] && read.issues.isEmpty)
    let plain = String(repeating: "some words and more of them ", count: count)
    let unquoted = try ReadText("id,text\n1,\(plain)\n2,b\n", block: Self.megabyte)
    #expect(unquoted.rows == [["1", plain], ["2", "b"]] && unquoted.issues.isEmpty)
  }

  @Test func `a quote that opens at the beginning and is never closed takes the rest, and is told`()
    throws
  {
    let rest = String(repeating: "some words\nand, more of them\n", count: 100_000)
    let read = try ReadText("a,b\n\"1,\(rest)", block: 1 << 16)
    #expect(read.rows == [["1," + rest, ""]])
    #expect(read.issues.map(\.kind) == [.unclosedQuote, .raggedRow])
    #expect(read.issues.map(\.line) == [2, 2])
    let header = try ReadText("\"a,b\n1,\(rest)", block: 1 << 16)
    #expect(header.names.count == 1 && header.rows.isEmpty)
    #expect(header.issues.first?.kind == .unclosedQuote && header.issues.first?.line == 1)
  }

  @Test func `ten thousand columns are read, whatever they are called`() throws {
    let width = 10_000
    let rows = (0..<20).map { row in (0..<width).map { String(($0 * row) % 97) } }
    let body = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let named = try ReadText((0..<width).map { "c\($0)" }.joined(separator: ",") + "\n" + body)
    #expect(named.rows == rows && named.names.last == "c9999" && named.issues.isEmpty)
    let same = try ReadText(String(repeating: "a,", count: width - 1) + "a\n" + body)
    #expect(same.rows == rows && Set(same.names).count == width && same.names[9_999] == "a_10000")
    #expect(same.issues.reduce(0) { $0 + $1.count } == width - 1)
    let nameless = try ReadText(String(repeating: ",", count: width - 1) + "\n" + body)
    #expect(nameless.rows == rows && nameless.names.last == "column_10000")
  }

  @Test func `a hundred thousand ragged rows are all kept, and counted`() throws {
    var random = SeededRandom(seed: 7)
    var text = "a,b,c\n"
    var ragged = 0
    for row in 0..<100_000 {
      let width = random.int(below: 6) + 1
      if width != 3 { ragged += 1 }
      text += "\(row)" + String(repeating: ",x", count: width - 1) + "\n"
    }
    let read = try ReadText(text)
    #expect(read.table.rowCount == 100_000)
    let first = read.table.columns[0]
    #expect(first.codes.enumerated().allSatisfy { first.texts[Int($1)] == "\($0)" })
    #expect(read.issues.allSatisfy { $0.kind == .raggedRow && $0.line != nil })
    #expect(read.issues.reduce(0) { $0 + $1.count } == ragged)
  }

  // MARK: Bytes

  @Test func `bytes of 0 are kept wherever they stand, and the first is told`() throws {
    let header = try ReadText("a\u{0}b,c\n1,2\n")
    #expect(header.names == ["a b", "c"] && header.rows == [["1", "2"]])
    #expect(header.issues.map(\.kind) == [.renamedColumn, .encoding])
    #expect(header.issues.map(\.line) == [1, 1])
    for block in [1, 3, 8 << 20] {
      let field = try ReadText("a,b\n1,x\n2,x\u{0}y\n", block: block)
      #expect(field.rows == [["1", "x"], ["2", "x\u{0}y"]])
      #expect(field.issues.map(\.kind) == [.encoding] && field.issues[0].line == 3)
      let quoted = try ReadText("a,b\r1,\"x\r\u{0},y\"\r", block: block)
      #expect(quoted.rows == [["1", "x\r\u{0},y"]])
      #expect(quoted.issues.map(\.kind) == [.encoding] && quoted.issues[0].line == 3)
    }
  }

  @Test func `what holds many bytes of 0 is no text`() {
    let wide = "a,b\n1,2\n3,4\n".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(throws: LoadFailure.self) { try ReadText(wide) }
    var random = SeededRandom(seed: 3)
    let noise = (0..<5000).map { _ in UInt8(random.int(below: 256)) }
    #expect(throws: LoadFailure.self) { try ReadText(noise) }
    #expect(throws: LoadFailure.self) { try ReadText([UInt8](repeating: 0, count: 10_000)) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines may end in any way`(ending: String) throws {
    let rows = (0..<3000).map { ["\($0)", $0 % 5 == 0 ? "x\(ending)y" : "z"] }
    let text = rows.map { "\($0[0]),\($0[1].count > 1 ? "\"\($0[1])\"" : $0[1])" }
    let bytes = (["a,b"] + text).joined(separator: ending)
    for (block, chunk) in [(8 << 20, 1 << 18), (100, 7), (1, 1)] {
      let read = try ReadText(bytes, block: block, chunk: chunk)
      #expect(read.rows == rows && read.issues.isEmpty)
      #expect(read.lines.last == 3000 + 600 + 1)
    }
  }

  @Test func `line ends may be mixed`() throws {
    let read = try ReadText("a,b\r1,2\n3,4\r\n\r\n5,\"x\ry\"\r\r7,8", block: 5, chunk: 2)
    #expect(read.rows == [["1", "2"], ["3", "4"], ["5", "x\ry"], ["7", "8"]])
    #expect(read.lines == [2, 3, 5, 8] && read.issues.isEmpty)
  }

  @Test func `a file may hold hardly anything`() throws {
    for text in ["a,b", "a,b\n", "a,b\r", "\u{FEFF}a,b\r\n"] {
      let read = try ReadText(text)
      #expect(read.names == ["a", "b"] && read.rows.isEmpty && read.issues.isEmpty, "\(text)")
    }
    #expect(try ReadText("\n\r\n\r\n").rows.isEmpty)
    #expect(throws: LoadFailure.self) { try ReadText("") }
    #expect(throws: LoadFailure.self) { try ReadText("\u{FEFF}") }
    #expect(throws: LoadFailure.self) { try ReadText([0xFF, 0xFE]) }
  }

  @Test(arguments: [1, 2, 3, 8 << 20])
  func `half a character at the end of UTF-16 is told`(block: Int) throws {
    let whole = "a,b\n1,x".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    // A byte of two, half a pair, and one and a half of them.
    for half in [[0x79], [0x3D, 0xD8], [0x3D, 0xD8, 0x00]] as [[UInt8]] {
      let read = try ReadText([0xFF, 0xFE] + whole + half, block: block)
      #expect(read.rows == [["1", "x\u{FFFD}"]])
      #expect(read.issues.map(\.kind) == [.damagedFile])
      #expect(read.issues.first?.line == 2 && read.issues.first?.record == 1)
    }
    #expect(try ReadText([0xFF, 0xFE] + whole, block: block).issues.isEmpty)
  }

  // MARK: Names

  @Test func `every name can be typed in backticks`() throws {
    let read = try ReadText(
      "a`b,\"line\r\nbreak\",\"tab\there\",a'b,plain,\"`\"\n1,2,3,4,5,6\n", block: 4)
    #expect(read.names == ["a'b", "line break", "tab here", "a'b_2", "plain", "'"])
    #expect(read.issues.allSatisfy { $0.kind == .renamedColumn && $0.line == 2 })
    #expect(read.issues.count == 5)
    #expect(read.issues.first?.message.hasSuffix("it is called a'b") == true)
  }

  @Test func `a descriptor's names are matched with names that were changed`() throws {
    let matching = FieldMatching(
      ["x", "line break", "a'b"], ["a`b", "line\nbreak", "x"], isCaseSensitive: true,
      byPosition: false)
    #expect(matching.fieldOfColumn == [2, 1, 0] && matching.unmatched.isEmpty)
  }

  // MARK: Chunks

  private static let pieces = [
    "", "a", "é", ",", ",", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "longer text than a word",
    "日本", "\"x,y\"", "\"l\nm\"", "\",\"", "\"\n", "\"say \"\"so\"\"\"", "0", "\u{0}", "\n\n",
  ]

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `any division among any threads gives the same codes, texts, lines and issues`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var text = "id,b\n"
    for _ in 0..<random.int(below: 60) + 5 { text += random.element(of: Self.pieces) }
    let whole = try ReadText(text, threads: 1)
    for chunk in 1...64 {
      for threads in 1...3 {
        let block = random.element(of: [1, 3, 17, 64, 200, 8 << 20])
        let read = try ReadText(text, block: block, chunk: chunk, threads: threads)
        let note = "seed \(seed), chunk \(chunk), threads \(threads), block \(block): "
        let isEqual =
          read.table.columns.elementsEqual(whole.table.columns) {
            $0.name == $1.name && $0.codes == $1.codes && $0.texts == $1.texts
          } && read.lines == whole.lines && read.issues == whole.issues
        #expect(isEqual, "\(note)\(String(reflecting: text))")
      }
    }
  }
}
