import Bitmaps
import Synchronization
import TestSupport
import Testing
import TextSearch

/// Searches through an index against looking at each text.
@Suite struct TextIndexTests {
  private static let seed: UInt64 = 0x7E57

  private static func source(_ texts: [[UInt8]], pieces: Int) -> TextSource {
    // The number of pieces follows the size that the source claims.
    TextSource(count: texts.count, byteCount: pieces << 23) { text, body in
      texts[text].withUnsafeBufferPointer(body)
    }
  }

  private static func lookedAt(_ pattern: some TextPattern, _ texts: [[UInt8]]) -> [Int] {
    texts.indices.filter { texts[$0].withUnsafeBufferPointer(pattern.matches) }
  }

  @Test(arguments: [0, 1, 5, 300, 1500])
  func `an index finds the texts that match`(count: Int) throws {
    var odd = OddTexts(random: SeededRandom(seed: Self.seed &+ UInt64(count)))
    // Most texts of the larger sets are short, so that some words are rare and others are not.
    let texts = (0..<count).map { _ in odd.bytes(upTo: odd.random.int(below: 8) == 0 ? 30 : 3) }
    let source = Self.source(texts, pieces: 7)
    let index = try #require(TextIndex(source, threads: 2))
    for number in 0..<(count > 1000 ? 25 : 120) {
      func check(_ pattern: some TextPattern, _ words: String) throws {
        let found = try #require(index.texts(matching: pattern, in: source, threads: 2))
        #expect(
          Array(found) == Self.lookedAt(pattern, texts),
          "seed \(Self.seed), \(count) texts, \(number): \(words)")
      }
      let (phrase, part, expression) = (odd.phrase(), odd.part(), odd.expression())
      if let pattern = WordPattern(phrase) {
        try check(pattern, "mentions \(phrase.debugDescription)")
      }
      try check(SubstringPattern(part), "contains \(part.debugDescription)")
      if let pattern = try? RegularExpression(expression) {
        try check(pattern, "matches \(expression.debugDescription)")
      }
    }
  }

  @Test func `an index is the same for any number of threads and pieces`() throws {
    var odd = OddTexts(random: SeededRandom(seed: Self.seed))
    let texts = (0..<2000).map { _ in odd.bytes(upTo: 12) }
    let patterns = (0..<40).compactMap { _ in WordPattern(odd.phrase()) }
    let found = try [(1, 1), (1, 9), (2, 9), (4, 300), (3, 5000)].map { threads, pieces in
      let source = Self.source(texts, pieces: pieces)
      let index = try #require(TextIndex(source, threads: threads))
      return try [[index.byteCount, index.wordCount]]
        + patterns.map { pattern in
          Array(try #require(index.texts(matching: pattern, in: source, threads: threads)))
        }
    }
    #expect(found.allSatisfy { $0 == found[0] })
  }

  @Test(arguments: [("neglect", true), ("negl*", true), ("long term", false), ("a*-b", false)])
  func `only a phrase needs a look at the texts`(pattern: String, isSufficient: Bool) throws {
    #expect(try #require(WordPattern(pattern)).requirement.isSufficient == isSufficient)
  }

  @Test func `texts that lack a word of a regular expression are not looked at`() throws {
    let texts = ["long term neglect", "neglect", "a long term", "term"].map { Array($0.utf8) }
    let looks = Mutex(0)
    let plain = Self.source(texts, pieces: 1)
    let index = try #require(TextIndex(plain))
    let counting = TextSource(count: texts.count, byteCount: 1) { text, body in
      looks.withLock { $0 += 1 }
      texts[text].withUnsafeBufferPointer(body)
    }
    let found = index.texts(
      matching: try RegularExpression("long.term (abuse|neglect)"), in: counting)
    #expect(found.map { Array($0) } == [0])
    #expect(looks.withLock { $0 } == 1)
  }

  @Test func `an index that is not wanted any more is given up, and so is a search`() throws {
    let texts = Array(repeating: Array("one two".utf8), count: 1000)
    let source = Self.source(texts, pieces: 3)
    let unwanted = TextIndex(source) { true }
    #expect(unwanted == nil)
    let index = try #require(TextIndex(source))
    let phrase = try #require(WordPattern("one two"))
    let given = index.texts(matching: phrase, in: source) { true }
    #expect(given == nil)
    #expect(index.texts(matching: phrase, in: source)?.count == 1000)
  }

  @Test func `a frequent word takes a bit for each text and a rare one a byte or two`() throws {
    let texts = (0..<64_000).map { Array(($0 % 8000 == 0 ? "each rare" : "each").utf8) }
    let index = try #require(TextIndex(Self.source(texts, pieces: 1)))
    #expect(index.wordCount == 2)
    #expect((8000..<8100).contains(index.byteCount), "\(index.byteCount)")
  }
}
