import Tables
import TestSupport
import Testing

@testable import Planning

/// Values of columns that have very many.
@Suite struct LargeDictionaryTests {
  @Test func `texts a slip of the hand away are found, and no others`() {
    let texts = TextDictionary(["R0012", "r0013", "R012", "R00123", "R0021", "X0012", "S99", ""])
    func found(_ text: String) -> [String] { texts.codes(oneEditFrom: text).map { texts[$0] } }
    #expect(found("R0012") == ["R0012", "r0013", "R012", "R00123", "R0021", "X0012"])
    #expect(found("R1002").isEmpty)
    #expect(found("S9") == ["S99"])
    #expect(found("x") == [""])
    #expect(texts.codes(oneEditFrom: "R0012", most: 2).count == 2)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a folded value is found as folding each would find it`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "a", "B", " ", "  ", "-", "\u{2013}", "e\u{301}", "é", "\u{a0}", "İ", "ß", "\t", "1",
    ]
    func text() -> String {
      (0..<random.int(below: 6)).map { _ in random.element(of: pieces) }.joined()
    }
    let texts = Array(Set((0..<30).map { _ in text() })).sorted()
    for _ in 0..<30 {
      let wanted = ValueMatch.folded(random.bool() ? text() : random.element(of: texts))
      #expect(
        ValueMatch.code(ofFolded: wanted, in: TextDictionary(texts))
          == texts.firstIndex { ValueMatch.folded($0) == wanted },
        "seed \(seed): \(wanted.debugDescription)")
    }
  }
}
