import Testing

@testable import Loading

/// Texts in the encodings that files come in, read in blocks of any size.
@Suite struct EncodingTests {
  private func cells(_ bytes: [UInt8], declared: String? = nil, block: Int) throws -> [String] {
    let read = try ReadText(bytes, encoding: declared, block: block, chunk: 3)
    return read.names + read.rows.flatMap { $0 }
  }

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 64])
  func `encodings are seen`(block: Int) throws {
    let text = "é,日本\n🙂,“x”\n"
    let expected = ["é", "日本", "🙂", "“x”"]
    let utf8 = Array(text.utf8)
    #expect(try cells(utf8, block: block) == expected)
    #expect(try cells([0xEF, 0xBB, 0xBF] + utf8, block: block) == expected)
    #expect(
      try cells([0xFF, 0xFE] + Self.utf16(text, isBigEndian: false), block: block) == expected)
    #expect(
      try cells([0xFE, 0xFF] + Self.utf16(text, isBigEndian: true), block: block) == expected)
    let old: [UInt8] = [0x93, 0x61, 0x94, 0x2C, 0xE9, 0x0A, 0x80, 0x2C, 0x31]
    #expect(try cells(old, block: block) == ["“a”", "é", "€", "1"])
    #expect(try cells(old, declared: "iso-8859-1", block: block) == ["“a”", "é", "€", "1"])
  }

  @Test func `what was found out is said, and what was declared is not`() throws {
    let old = Array("name\ncaf".utf8) + [0xE9, 0x0A]
    #expect(try ReadText(old).issues.map(\.kind) == [.encoding])
    #expect(try ReadText(old, encoding: "cp1252").issues.isEmpty)
    #expect(try ReadText(old, encoding: "klingon").issues.count == 2)
    #expect(try ReadText("name\ncafé\n").issues.isEmpty)
  }

  @Test(arguments: [1, 6, 1000])
  func `a file of two encodings is read as both, and the first place is told`(block: Int) throws {
    let bytes = Array("name\ncafé\nplain\nd".utf8) + [0xE9] + Array("j\n日\n".utf8)
    let read = try ReadText(bytes, block: block)
    #expect(read.rows.flatMap { $0 } == ["café", "plain", "déj", "日"])
    #expect(read.issues.map(\.kind) == [.encoding])
    #expect(read.issues.first?.line == 4)
  }

  @Test func `a zero byte is kept far from the beginning, and its line is told`() throws {
    let start = (0..<3000).map { "row \($0)\n" }.joined()
    let bytes = Array(("name\n" + start).utf8) + [0x61, 0x00, 0x62, 0x0A]
    for block in [100, 8 << 20] {
      let read = try ReadText(bytes, block: block)
      #expect(read.rows.last == ["a\u{0}b"])
      #expect(read.issues.map(\.line) == [3002])
    }
    #expect(throws: LoadFailure.self) { try ReadText([0x61, 0x00, 0x00, 0x00, 0x62]) }
  }
}
