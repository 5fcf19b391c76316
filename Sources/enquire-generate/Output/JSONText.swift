/// JSON with its members in the order they were given, laid out for people to read.
indirect enum JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  case string(String)
  case boolean(Bool)
  case array([JSONText])
  case object([(name: String, value: JSONText)])

  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// An array of texts.
  static func strings(_ texts: [String]) -> JSONText { .array(texts.map(JSONText.string)) }

  /// The document, ending in a line feed.
  var document: String { text(indent: 0) + "\n" }

  /// On one line where it fits in 100 columns, else one member a line.
  private func text(indent: Int) -> String {
    let line = oneLine
    if line.utf8.count + indent <= 96 { return line }
    let margin = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .string, .boolean: return line
    case .array(let elements):
      let rows = elements.map { margin + $0.text(indent: indent + 2) }
      return "[\n" + rows.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let rows = members.map {
        margin + Self.quoted($0.name) + ": " + $0.value.text(indent: indent + 2)
      }
      return "{\n" + rows.joined(separator: ",\n") + end + "}"
    }
  }

  private var oneLine: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .boolean(let flag): flag ? "true" : "false"
    case .array(let elements): "[" + elements.map(\.oneLine).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { Self.quoted($0.name) + ": " + $0.value.oneLine }.joined(separator: ", ")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<" ":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
