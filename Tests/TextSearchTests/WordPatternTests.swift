import TestSupport
import Testing
import TextSearch

/// Words and phrases against a plain split into words, and parts of texts against the library's own.
@Suite struct WordPatternTests {
  @Test(arguments: [
    ("bruis*", "Bruising was seen.", true), ("bruis", "Bruising was seen.", false),
    ("not seen", "was NOT\n  seen, again", true), ("not seen", "not yet seen", false),
    ("mother's", "The mother’s account", true), ("mother", "The mother’s account", false),
    ("well-being", "his well being", true), ("é", "É", true), ("a* b*", "alpha beta", true),
    ("17", "aged 17.", true), ("school", "preschool", false), ("x", "", false),
  ])
  func `whole words are found`(pattern: String, text: String, isFound: Bool) throws {
    #expect(try #require(WordPattern(pattern)).matches(text) == isFound)
  }

  @Test(arguments: ["", " ", "*", "...", "'", "— !"])
  func `a pattern without a word is none`(pattern: String) {
    #expect(WordPattern(pattern) == nil)
  }

  @Test func `places are those of the words, in bytes of the text as it is`() throws {
    let text = "É: bruised; Bruises! No bruise."
    let places = try #require(WordPattern("bruis*")).ranges(in: text)
    let bytes = Array(text.utf8)
    #expect(
      places.map { String(decoding: bytes[$0], as: UTF8.self) } == ["bruised", "Bruises", "bruise"])
    #expect(try #require(WordPattern("a a")).ranges(in: "a a a a a").map(\.lowerBound) == [0, 4])
  }

  @Test func `random patterns agree with a plain search`() throws {
    var random = SeededRandom(seed: 29)
    let words = ["ab", "abc", "b", "B", "c'd", "É"]
    for number in 0..<4000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        random.element(of: words) + random.element(of: [" ", ", ", "-", "\n"])
      }.joined()
      let parts = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        random.element(of: words) + random.element(of: ["", "*"])
      }
      let pattern = try #require(WordPattern(parts.joined(separator: " ")))
      #expect(
        pattern.matches(text) == Self.plainly(parts, in: text),
        "seed 29, \(number): \(parts) in \"\(text)\"")
      let part = parts.joined(separator: " ").replacing("*", with: "")
      #expect(
        SubstringPattern(part).matches(text) == text.lowercased().contains(part.lowercased()),
        "seed 29, \(number): \"\(part)\" in \"\(text)\"")
    }
  }

  @Test func `odd texts agree with reading them character by character`() throws {
    var odd = OddTexts(random: SeededRandom(seed: 31))
    for number in 0..<4000 {
      let (text, phrase, part) = (odd.text(upTo: 6), odd.phrase(), odd.part())
      if let pattern = WordPattern(phrase) {
        let found = Self.scalarWords(of: text)
        let isFound = found.indices.contains { start in
          let rest = found[start...].prefix(pattern.words.count)
          return rest.count == pattern.words.count
            && zip(pattern.words, rest).allSatisfy {
              $0.isPrefix ? $1.hasPrefix($0.text) : $1 == $0.text
            }
        }
        #expect(
          pattern.matches(text) == isFound,
          "seed 31, \(number): \(phrase.debugDescription) in \(text.debugDescription)")
      }
      let bytes = Array(text.lowercased().utf8)
      #expect(
        SubstringPattern(part).matches(text) == bytes.contains(Array(part.lowercased().utf8)),
        "seed 31, \(number): \(part.debugDescription) in \(text.debugDescription)")
    }
  }

  /// The words of a text in lower case, an apostrophe with the letter that follows it.
  private static func scalarWords(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var hasApostrophe = false
    for scalar in text.unicodeScalars {
      if WordPattern.isLetter(scalar) {
        word += (hasApostrophe ? "'" : "") + scalar.properties.lowercaseMapping
        hasApostrophe = false
      } else if !word.isEmpty, !hasApostrophe, scalar == "'" || scalar == "’" {
        hasApostrophe = true
      } else {
        words.append(word)
        word = ""
        hasApostrophe = false
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  /// The parts one after another, by splitting the text.
  private static func plainly(_ parts: [String], in text: String) -> Bool {
    let found = text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    guard found.count >= parts.count else { return false }
    return (0...(found.count - parts.count)).contains { start in
      parts.indices.allSatisfy { index in
        let part = parts[index].lowercased()
        return part.hasSuffix("*")
          ? found[start + index].hasPrefix(part.dropLast()) : found[start + index] == part
      }
    }
  }
}
