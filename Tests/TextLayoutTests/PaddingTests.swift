import Testing
import TextLayout

@Suite struct PaddingTests {
  @Test func `pads on the side away from the alignment`() {
    #expect(padded("日本", to: 6) == "日本  ")
    #expect(padded("42", to: 5, .right) == "   42")
    #expect(padded("ab", to: 5, .centre) == " ab  ")
    #expect(padded("longer", to: 3) == "longer")
    #expect(padded("x", to: -1) == "x")
  }

  @Test(arguments: [
    ("children", 8, "children"), ("children", 7, "childr…"), ("children", 1, "…"),
    ("children", 0, ""), ("children", -3, ""), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("e\u{301}tude", 3, "e\u{301}t…"), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"),
  ])
  func `cuts with an ellipsis`(text: String, width: Int, expected: String) {
    #expect(truncated(text, to: width) == expected)
    #expect(displayWidth(truncated(text, to: width)) <= max(0, width))
  }

  @Test func `fits exactly`() {
    for text in ["", "a", "日本語", "children in need", "e\u{301}e\u{301}"] {
      for width in 0..<12 { #expect(displayWidth(fitted(text, to: width)) == width) }
    }
  }
}
