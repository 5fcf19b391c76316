import Testing
import TextLayout

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("children", 8), ("e\u{301}", 1), ("naïve", 5), ("日本語", 6), ("한글", 4),
    ("\u{1100}\u{1161}\u{11A8}", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇬🇧", 2), ("❤️", 2), ("1️⃣", 2),
    ("Łódź", 4), ("a\u{200B}b", 2), ("\u{1B}[1m", 3), ("\n\t\u{7F}", 0), ("£12.50", 6), ("…", 1),
  ])
  func `counts columns by grapheme`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `a substring counts as its text`() {
    #expect(displayWidth("日本語abc".dropFirst(2)) == 5)
  }
}
