import Testing

@testable import LineEditing

@Suite struct KeyDecoderTests {
  /// The keys in some bytes, which come as fast as they are asked for.
  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var position = 0
    let decoder = KeyDecoder(
      nextByte: { _ in
        guard position < bytes.count else { return nil }
        position += 1
        return bytes[position - 1]
      },
      unread: { _ in position -= 1 })
    var result: [Key] = []
    while position < bytes.count {
      position += 1
      result.append(decoder.decode(bytes[position - 1]))
    }
    return result
  }

  @Test func `characters of every length`() {
    #expect(keys("aé日🇬") == [.scalar("a"), .scalar("é"), .scalar("日"), .scalar("🇬")])
  }

  @Test func `bytes that are no UTF-8 become a mark, and nothing after them is lost`() {
    #expect(keys([0xFF, 0x61]) == [.scalar("\u{FFFD}"), .scalar("a")])
    #expect(keys([0xE6, 0x97, 0x61]) == [.scalar("\u{FFFD}"), .scalar("a")])
    #expect(keys([0x80, 0xC0, 0x0D]) == [.scalar("\u{FFFD}"), .scalar("\u{FFFD}"), .enter])
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;2B", .down), ("\u{1B}[C", .right),
    ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
    ("\u{1B}[1~", .home), ("\u{1B}OF", .end), ("\u{1B}[17~", .unknown), ("\u{1B}", .escape),
    ("\u{1B}f", .alt("f")), ("\u{1B}\r", .newline), ("\u{9}", .tab), ("\u{3}", .cancel),
    ("\u{1B}[", .unknown), ("\u{0}", .unknown), ("\u{1D}", .unknown), ("\u{1C}", .unknown),
  ])
  func `sequences`(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test func `a paste is one key, fit to stand in a statement`() {
    #expect(
      keys("\u{1B}[200~one\r\n\ttwo\rthree\u{7}\u{1B}[31m\u{1B}[201~x")
        == [.paste("one\n two\nthree[31m"), .scalar("x")])
    #expect(keys("\u{1B}[200~cut off") == [.paste("cut off")])
  }

  @Test func `any bytes give keys`() {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    for _ in 0..<300 {
      let bytes = (0..<40).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 60 == 0 ? UInt8(0x1B) : UInt8(truncatingIfNeeded: state >> 33)
      }
      #expect(!keys(bytes).isEmpty, "seed \(seed)")
    }
  }
}
