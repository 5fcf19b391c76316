/// A value of JSON that keeps the order of its properties, and is written for people to read.
indirect enum JSONText {
  case text(String)
  case number(Int)
  case flag(Bool)
  /// JSON that is there already.
  case written(String)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

  /// The longest line that holds a whole list or object.
  private static let width = 90

  /// The value as text; what is short stands on one line.
  func written(indent: Int = 0) -> String {
    let line = onOneLine
    if indent + line.count <= Self.width, isFlat { return line }
    let inner = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .list(let values) where !values.isEmpty:
      return "[\n"
        + values.map { inner + $0.written(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
    case .object(let properties) where !properties.isEmpty:
      return "{\n"
        + properties.map { property in
          inner + Self.quoted(property.key) + ": " + property.value.written(indent: indent + 2)
        }.joined(separator: ",\n") + end + "}"
    default: return line
    }
  }

  /// Whether nothing inside holds more than plain values.
  private var isFlat: Bool {
    switch self {
    case .text, .number, .flag, .written: true
    case .list(let values): values.allSatisfy(\.isPlain)
    case .object(let properties):
      properties.count <= 3 && properties.allSatisfy { $0.value.isPlain }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .flag, .written: true
    case .list, .object: false
    }
  }

  private var onOneLine: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .written(let json): json
    case .list(let values): "[" + values.map(\.onOneLine).joined(separator: ", ") + "]"
    case .object(let properties):
      "{"
        + properties.map { Self.quoted($0.key) + ": " + $0.value.onOneLine }.joined(
          separator: ", ")
        + "}"
    }
  }

  /// A text in quotes, with what JSON wants escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
