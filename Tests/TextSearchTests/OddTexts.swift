import TestSupport

/// Random texts and patterns with what makes words hard to tell apart.
struct OddTexts {
  var random: SeededRandom

  /// Words that differ in little, and letters whose cases, marks or widths are special.
  private static let words = [
    "a", "b", "ab", "abc", "AB", "neglect", "Neglected", "NEGLECT", "assess", "ASSESS", "indict",
    "long", "term", "17", "2010", "characterisation", "characterization", "child's", "child’s",
    "o'b", "É", "é", "e\u{301}", "e\u{301}a", "cafe", "café", "cafe\u{301}", "\u{212A}elvin",
    "kelvin", "İzmir", "ı", "ſtop", "stop", "straße", "儿童", "²", "１２", "\u{301}", "Ⓐ", "ǅ", "Σας",
  ]
  private static let signs = [
    " ", " ", " ", ", ", "-", "\n", "'", "’", "''", "'’", " '", "’ ", "_", "*", "—", "😀",
    "\u{200D}",
    "\u{0}", "",
  ]

  /// A text of up to so many words, now and then without any.
  mutating func text(upTo length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in
      random.element(of: Self.words) + random.element(of: Self.signs)
    }.joined()
  }

  /// The bytes of a text, now and then with one that UTF-8 does not have there.
  mutating func bytes(upTo length: Int) -> [UInt8] {
    var bytes = Array(text(upTo: length).utf8)
    if random.int(below: 20) == 0, !bytes.isEmpty {
      bytes[random.int(below: bytes.count)] = random.element(of: [0x80, 0xC3, 0xFF])
    }
    return bytes
  }

  /// Some words to look for, each whole or its beginning with a star.
  mutating func phrase() -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let word = random.element(of: Self.words)
      return random.bool() ? word : word.prefix(1 + random.int(below: 4)) + "*"
    }.joined(separator: random.element(of: [" ", "-", " "]))
  }

  /// A part of a text.
  mutating func part() -> String {
    let scalars = Array(text(upTo: 3).unicodeScalars)
    let start = random.int(below: scalars.count + 1)
    let part = scalars[start...].prefix(1 + random.int(below: 9))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: part)
    return String(view)
  }

  /// A regular expression that is made of letters more than of signs.
  mutating func expression() -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let word = random.element(of: ["neglect", "ab", "STOP", "kelvin", "İ", "I", "S", "é", "long"])
      let sign = random.element(of: [
        "", "", "?", "+", "*", "{2}", ".", " ", "\\b", "[a-e]", "^", "$",
      ])
      switch random.int(below: 4) {
      case 0: return "(\(word)|\(random.element(of: ["ab", "17", "", "cafe"])))" + sign
      case 1: return "(?:\(word)\(sign))" + random.element(of: ["", "?", "{0,2}", "+"])
      default: return word + sign
      }
    }.joined()
  }
}
