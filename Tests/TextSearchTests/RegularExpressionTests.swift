import Foundation
import TestSupport
import Testing
import TextSearch

/// Regular expressions against those of Foundation, and what is refused.
@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("mother|father", "The FATHER was seen", true), ("^the", "The end", true),
    ("^end", "The end", false), ("end$", "The end", true), ("b.d", "a bad\nthing", true),
    ("a.b", "a\nb", false), ("\\bnot\\b", "nothing", false), ("\\bnot\\b", "is not, now", true),
    ("\\d{2,3}", "aged 7", false), ("\\d{2,3}", "aged 17", true), ("[a-c]x", "BX", true),
    ("[^a-c]x", "bx", false), ("colou?r", "Color", true), ("(ab)+c", "xababc", true),
    ("(?:a|b){2}$", "ccab", true), ("É", "é", true), ("a{0}b", "b", true), ("\\.", "a", false),
    ("[]x]", "]", true), ("[\\w-]+@", "a-b@c", true), ("\\s\\S", "a b", true), ("(|a)b", "b", true),
  ])
  func `letters are found as they should be`(source: String, text: String, isFound: Bool) throws {
    #expect(try RegularExpression(source).matches(text) == isFound)
  }

  @Test func `case matters where it is asked for`() throws {
    #expect(try RegularExpression("^[a-c]É$", matchesCase: true).matches("bÉ"))
    for text in ["BÉ", "bé"] {
      #expect(try !RegularExpression("^[a-c]É$", matchesCase: true).matches(text))
    }
    #expect(try RegularExpression("[^a]", matchesCase: true).matches("A"))
    #expect(try !RegularExpression("[^a]").matches("A"))
  }

  @Test(arguments: [
    ("", 0), ("a)", 1), ("(a", 0), ("*a", 0), ("a{3,1}", 1), ("[a", 0), ("[b-a]", 1), ("\\", 0),
    ("(?=a)", 0), ("(a)\\1", 3), ("é\\q", 2), ("a{1000}", 1),
  ])
  func `what cannot be read says where`(source: String, offset: Int) {
    #expect {
      try RegularExpression(source)
    } throws: { error in
      (error as? RegularExpressionError)?.offset == offset
    }
  }

  @Test func `an expression that explodes elsewhere takes no time`() throws {
    // A backtracking search of these takes 2^40 steps.
    let text = String(repeating: "a", count: 40)
    #expect(try !RegularExpression("(a*)*b").matches(text))
    #expect(try !RegularExpression("(a|a)*b").matches(text))
    #expect(try RegularExpression("(a?){20}a{20}").matches(text))
  }

  @Test func `expressions nested too deep or written out too long are refused`() {
    let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
    #expect(throws: RegularExpressionError.self) { try RegularExpression(deep) }
    #expect(throws: RegularExpressionError.self) { try RegularExpression("((a{100}){100}){100}") }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `random expressions agree with another engine`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for number in 0..<1500 {
      let source = Self.expression(depth: 3, &random)
      let ours = try RegularExpression(source)
      let judge = try NSRegularExpression(
        pattern: source, options: [.caseInsensitive, .useUnicodeWordBoundaries])
      for _ in 0..<4 {
        let text = Self.text(&random)
        let range = NSRange(text.startIndex..., in: text)
        let expected = judge.firstMatch(in: text, range: range) != nil
        #expect(
          ours.matches(text) == expected, "seed \(seed), \(number): /\(source)/ in \"\(text)\"")
      }
    }
  }

  private static let letters = ["a", "b", "c", "A", "B", "1", "2", " "]

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in random.element(of: letters) }.joined()
  }

  private static func expression(depth: Int, _ random: inout SeededRandom) -> String {
    let simple = ["a", "b", "c", "1", ".", "\\d", "\\w", "\\s", "[ab]", "[^a]", "[a-c1]", "\\D"]
    guard depth > 0 else { return random.element(of: simple) }
    func part() -> String { expression(depth: depth - 1, &random) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return part() + part()
    case 1: return "(\(part())|\(part()))"
    case 2: return "(\(part()))" + random.element(of: ["*", "+", "?", "{2}", "{1,3}", "{0,}"])
    case 3: return "(?:\(part()))" + part()
    case 4: return random.element(of: ["^", ""]) + part() + random.element(of: ["$", ""])
    default: return random.element(of: simple) + random.element(of: ["", "?", "*", "+"])
    }
  }

  @Test(arguments: [
    ("neglect(ed|ful)?", RegularExpression.Flavour.sqlite, "neglect(ed|ful)?"),
    ("Neglect(?:ed)", .postgresql, "neglected"), ("a.b", .re2, "a[^\\n\\r]b"),
    ("\\bnot\\b", .postgresql, "\\ynot\\y"), ("\\d{2,}?", .sqlite, "[0-9]{2,}"),
    ("[a-c-]", .sqlite, "[\\x2da-c]"), ("[a-c-]", .re2, "[\\-a-c]"), ("\\.", .re2, "\\."),
    ("(ab)+", .sqlite, "(ab)+"), ("(ab)+", .re2, "(?:ab)+"),
  ])
  func `an expression is written for another program`(
    source: String, flavour: RegularExpression.Flavour, expected: String
  ) throws {
    #expect(try RegularExpression(source).text(in: flavour, characters: []) == expected)
  }

  @Test func `letters beyond ASCII are written out or refused`() throws {
    let word = try RegularExpression("\\w")
    #expect(try word.text(in: .re2, characters: ["é", "–"]) == "[0-9_a-zé]")
    let boundary = try RegularExpression("\\bnot")
    #expect(throws: RegularExpressionError.self) {
      try boundary.text(in: .re2, characters: ["é"])
    }
    #expect(throws: RegularExpressionError.self) {
      try RegularExpression("\\Bnot").text(in: .sqlite, characters: [])
    }
  }
}
