/// JSON as text, for answers and messages: written by hand so that keys keep their order.
public enum JSONText {
  /// A text in quotes.
  ///
  /// Also escapes U+2028 and U+2029, which end a line in JavaScript, and all else that a terminal
  /// would obey: delete, the control characters above it, and marks that turn the direction.
  public static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// An object on one line, keys in the order given; the values are JSON already.
  public static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { string($0.key) + ": " + $0.value }.joined(separator: ", ") + "}"
  }

  /// An array on one line; the values are JSON already.
  public static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ", ") + "]"
  }
}
