import Testing
import TextLayout

@Suite struct SanitisingTests {
  @Test(arguments: [
    ("plain é 日本", "plain é 日本"), ("one\ntwo", "one two"), ("one\r\ntwo\rthree", "one two three"),
    ("a\tb", "a b"), ("\u{1B}[31mred\u{1B}]0;title\u{7}", "␛[31mred␛]0;title␇"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\u{7F}\u{0}", "␡␀"), ("\u{202E}abc", "\u{FFFD}abc"),
    ("a\u{2028}b\u{85}c", "a b c"), ("👨‍👩‍👧‍👦e\u{301}", "👨‍👩‍👧‍👦e\u{301}"),
  ])
  func `leaves nothing a terminal would obey`(text: String, expected: String) {
    #expect(sanitised(text) == expected)
  }

  @Test func `no scalar gets through as a control character`() {
    for value in UInt32(0)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let clean = sanitised(String(Character(scalar)))
      #expect(clean.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }
}
