/// The smallest parts of SQL text.
///
/// They are found by scalars, as SQLite does by bytes: a quote that a combining mark follows is one.
enum SQLToken: Equatable {
  /// A word without quotes.
  case word(String)
  /// A name in quotes of any kind but single ones.
  case quoted(String)
  /// A text in single quotes, which may be a name as well.
  case text(String)
  case number(String)
  /// What stands in the quotes of `x'00ff'`.
  case bytes(String)
  case mark(Unicode.Scalar)

  /// The name that this may be.
  var name: String? {
    switch self {
    case .word(let name), .quoted(let name), .text(let name): name
    case .number, .bytes, .mark: nil
    }
  }

  func isWord(_ word: String) -> Bool {
    if case .word(let own) = self { return SQLName.areSame(own, word) }
    return false
  }

  /// The tokens of a text, without comments.
  static func all(in text: String) -> [SQLToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [SQLToken] = []
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      let next: Unicode.Scalar = at + 1 < scalars.count ? scalars[at + 1] : " "
      if isBlank(scalar) {
        at += 1
      } else if scalar == "-", next == "-" {
        while at < scalars.count, scalars[at] != "\n" { at += 1 }
      } else if scalar == "/", next == "*" {
        at += 3
        while at < scalars.count, !(scalars[at - 1] == "*" && scalars[at] == "/") { at += 1 }
        at += 1
      } else if scalar == "x" || scalar == "X", next == "'" {
        at += 1
        tokens.append(.bytes(quoted(scalars, &at, "'")))
      } else if let close = closing(scalar) {
        let inside = quoted(scalars, &at, close)
        tokens.append(scalar == "'" ? .text(inside) : .quoted(inside))
      } else if isDigit(scalar) || (scalar == "." && isDigit(next)) {
        tokens.append(.number(number(scalars, &at)))
      } else if isPart(scalar) {
        tokens.append(.word(run(scalars, &at, isPart)))
      } else {
        tokens.append(.mark(scalar))
        at += 1
      }
    }
    return tokens
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Whether a scalar may stand in a word: any may that is not ASCII.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "_"
      || scalar == "$" || !scalar.isASCII
  }

  private static func run(
    _ text: [Unicode.Scalar], _ at: inout Int, _ isPart: (Unicode.Scalar) -> Bool
  ) -> String {
    let start = at
    while at < text.count, isPart(text[at]) { at += 1 }
    return string(text[start..<at])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A number, without the `_` that may keep its digits apart.
  private static func number(_ text: [Unicode.Scalar], _ at: inout Int) -> String {
    var number = run(text, &at) { $0 == "." || (isPart($0) && $0.isASCII) }
    let isHexadecimal = number.hasPrefix("0x") || number.hasPrefix("0X")
    // The sign of an exponent: `1e-5`.
    if !isHexadecimal, let last = number.last, last == "e" || last == "E", at < text.count,
      text[at] == "-" || text[at] == "+"
    {
      number.unicodeScalars.append(text[at])
      at += 1
      number += run(text, &at) { isDigit($0) || $0 == "_" }
    }
    return number.filter { $0 != "_" }
  }

  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "'", "\"", "`": open
    case "[": "]"
    default: nil
    }
  }

  /// What stands in quotes; two of them inside are one.
  private static func quoted(
    _ text: [Unicode.Scalar], _ at: inout Int, _ close: Unicode.Scalar
  ) -> String {
    var inside = String.UnicodeScalarView()
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
    return String(inside)
  }
}
