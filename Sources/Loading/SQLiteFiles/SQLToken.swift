/// The smallest parts of SQL text.
enum SQLToken: Equatable {
  /// A word without quotes.
  case word(String)
  /// A name in quotes of any kind but single ones.
  case quoted(String)
  /// A text in single quotes, which may be a name as well.
  case text(String)
  case number(String)
  case mark(Character)

  /// The name that this may be.
  var name: String? {
    switch self {
    case .word(let name), .quoted(let name), .text(let name): name
    case .number, .mark: nil
    }
  }

  func isWord(_ word: String) -> Bool {
    if case .word(let own) = self { return own.uppercased() == word }
    return false
  }

  /// The tokens of a text, without comments.
  static func all(in text: String) -> [SQLToken] {
    let scalars = Array(text)
    var tokens: [SQLToken] = []
    var at = 0
    while at < scalars.count {
      let character = scalars[at]
      let next: Character = at + 1 < scalars.count ? scalars[at + 1] : " "
      if character.isWhitespace {
        at += 1
      } else if character == "-", next == "-" {
        while at < scalars.count, !scalars[at].isNewline { at += 1 }
      } else if character == "/", next == "*" {
        at += 2
        while at < scalars.count, !(scalars[at - 1] == "*" && scalars[at] == "/") { at += 1 }
        at += 1
      } else if let close = closing(character) {
        let inside = quoted(scalars, &at, close)
        tokens.append(character == "'" ? .text(inside) : .quoted(inside))
      } else if character.isNumber || (character == "." && next.isNumber) {
        var number = run(scalars, &at) { $0.isNumber || $0.isLetter || $0 == "." }
        // The sign of an exponent: `1e-5`.
        if number.last?.lowercased() == "e", !number.lowercased().hasPrefix("0x"),
          at < scalars.count, scalars[at] == "-" || scalars[at] == "+"
        {
          number.append(scalars[at])
          at += 1
          number += run(scalars, &at) { $0.isNumber }
        }
        tokens.append(.number(number))
      } else if isPart(character) {
        tokens.append(.word(run(scalars, &at, isPart)))
      } else {
        tokens.append(.mark(character))
        at += 1
      }
    }
    return tokens
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "$"
      || !character.isASCII
  }

  private static func run(
    _ text: [Character], _ at: inout Int, _ isPart: (Character) -> Bool
  ) -> String {
    let start = at
    while at < text.count, isPart(text[at]) { at += 1 }
    return String(text[start..<at])
  }

  private static func closing(_ open: Character) -> Character? {
    switch open {
    case "'", "\"", "`": open
    case "[": "]"
    default: nil
    }
  }

  /// What stands in quotes; two of them inside are one.
  private static func quoted(_ text: [Character], _ at: inout Int, _ close: Character) -> String {
    var inside = ""
    at += 1
    while at < text.count {
      if text[at] == close {
        guard close != "]", at + 1 < text.count, text[at + 1] == close else { break }
        at += 1
      }
      inside.append(text[at])
      at += 1
    }
    at += 1
    return inside
  }
}
