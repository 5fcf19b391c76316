import Testing
import TextLayout

@Suite struct WrappingTests {
  @Test func `breaks between words`() {
    #expect(
      wrapped("count the children who died", to: 12) == ["count the", "children who", "died"])
    #expect(wrapped("one\n\ntwo", to: 10) == ["one", "", "two"])
    #expect(wrapped("", to: 10) == [""])
  }

  @Test func `indents what continues a line`() {
    #expect(wrapped("note: a b c d", to: 8, indentation: "  ") == ["note: a", "  b c d"])
    #expect(wrapped("abcd", to: 2, indentation: "    ") == ["ab", "cd"])
  }

  @Test func `cuts a word wider than a line`() {
    #expect(wrapped("ab abcdefgh", to: 4) == ["ab", "abcd", "efgh"])
    #expect(wrapped("日本語", to: 5) == ["日本", "語"])
    #expect(wrapped("日本", to: 1) == ["日", "本"])
    #expect(wrapped("ab", to: -5) == ["a", "b"])
  }

  @Test func `keeps every character and no line too wide, whatever the text`() {
    let alphabet: [Character] = ["a", "é", "日", " ", " ", "e\u{301}", "👨‍👩‍👧‍👦", "🇬🇧", "\n", "\u{7}", "-"]
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Xorshift(seed: seed)
    for _ in 0..<500 {
      let text = String(
        (0..<Int(random.next() % 60)).map { _ in alphabet[Int(random.next() % 11)] })
      let width = 2 + Int(random.next() % 20)
      let indentation = String(repeating: " ", count: Int(random.next() % 4))
      let lines = wrapped(text, to: width, indentation: indentation)
      #expect(
        lines.allSatisfy { displayWidth($0) <= width }, "seed \(seed), \(text.debugDescription)")
      #expect(
        lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace },
        "seed \(seed), \(text.debugDescription)")
    }
  }
}

private struct Xorshift {
  private var state: UInt64
  init(seed: UInt64) { state = seed | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
