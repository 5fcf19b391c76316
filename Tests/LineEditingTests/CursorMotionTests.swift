import Testing

@testable import LineEditing

@Suite struct CursorMotionTests {
  private func motion(_ text: String, at cursor: Int) -> CursorMotion {
    CursorMotion(Array(text.unicodeScalars), cursor: cursor)
  }

  @Test func `steps over whole characters`() {
    #expect(motion("e\u{301}a", at: 0).characterAfter == 2)
    #expect(motion("e\u{301}a", at: 2).characterBefore == 0)
    #expect(motion("👨‍👩‍👧‍👦", at: 7).characterBefore == 0)
    #expect(motion("", at: 0).characterBefore == 0)
    #expect(motion("a", at: 9).characterAfter == 1)
  }

  @Test func `steps over words`() {
    #expect(motion("count  children", at: 0).wordAfter == 5)
    #expect(motion("count  children", at: 5).wordAfter == 15)
    #expect(motion("count  children", at: 15).wordBefore == 7)
    #expect(motion("count  children", at: 7).wordBefore == 0)
  }

  @Test func `keeps the column from line to line`() {
    let text = "日本語\nabcdef\nx"
    #expect(motion(text, at: 2).lineBelow == 8)
    #expect(motion(text, at: 8).lineAbove == 2)
    #expect(motion(text, at: 9).lineAbove == 2)
    #expect(motion(text, at: 10).lineBelow == 12)
    #expect(motion(text, at: 0).lineAbove == nil)
    #expect(motion(text, at: 12).lineBelow == nil)
    #expect(motion("a\n", at: 2).lineAbove == 0)
  }
}
