internal import Execution
internal import Tables

/// JSON: the whole answer as one object, or one object a row.
enum JSONFormat {
  static func render(_ answer: Answer) -> String {
    let table = answer.tidyTable
    let columns = table.columns.map {
      object([("name", string($0.name)), ("type", string($0.kind.rawValue))])
    }
    let rows = table.rows.map { "    " + row($0, table.columns) }
    let unit = answer.unit.map { string($0) } ?? "null"
    let notes = answer.notes.map { string($0) }.joined(separator: ", ")
    let members: [(String, String)] = [
      ("statement", string(answer.statement)),
      ("unit", unit),
      ("columns", "[" + columns.joined(separator: ", ") + "]"),
      ("rows", rows.isEmpty ? "[]" : "[\n" + rows.joined(separator: ",\n") + "\n  ]"),
      ("base", base(answer)),
      ("undecided", answer.undecided.map(String.init) ?? "null"),
      ("notes", "[\(notes)]"),
    ]
    return "{\n" + members.map { "  \(string($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n"
  }

  static func renderLines(_ answer: Answer) -> String {
    let table = answer.tidyTable
    return table.rows.map { row($0, table.columns) + "\n" }.joined()
  }

  private static func row(_ values: [AnswerValue], _ columns: [AnswerColumn]) -> String {
    object(zip(columns, values).map { ($0.name, value($1)) })
  }

  private static func base(_ answer: Answer) -> String {
    guard let base = answer.base else { return "null" }
    let fields = base.undecidedFields.map {
      object([("name", string($0.name)), ("count", String($0.count))])
    }
    return object([
      ("total", String(base.total)), ("counted", String(base.counted)),
      ("undecided", String(base.undecided)),
      ("undecidedFields", "[" + fields.joined(separator: ", ") + "]"),
    ])
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func value(_ value: AnswerValue) -> String {
    switch value {
    case .missing: "null"
    case .text(let text): string(text)
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? AnswerValue.digits(number) : "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .date(let date): string(date.description)
    case .list(let values): "[" + values.map { string($0) }.joined(separator: ", ") + "]"
    case .percent(let part, let whole): whole > 0 ? Percentage.digits(part, of: whole) : "null"
    }
  }

  /// A JSON string (RFC 8259, section 7); also the two line breaks that JavaScript refuses.
  private static func string(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension Answer {
  /// The rows that missing values left undecided.
  var undecided: Int? {
    if case .share(let share) = body { return share.undecided }
    return base?.undecided
  }
}
