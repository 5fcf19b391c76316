internal import Execution
internal import Tables
internal import TextLayout

/// Writes one object: statement, unit, columns, rows, base, undecided, notes, always in this order;
/// tests, histogram and seconds follow where there are any.
struct JSONWriter: AnswerWriter {
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let table = answer.tidyTable
    let keys = table.columns.map(\.name)
    out += "{\n"
    out += "  \"statement\": \(JSONText.string(answer.statement)),\n"
    out += "  \"unit\": \(answer.unit.map(JSONText.string) ?? "null"),\n"
    writeLines(
      "columns",
      table.columns.map { column in
        JSONText.object([
          ("name", JSONText.string(column.name)), ("type", JSONText.string(column.kind.rawValue)),
        ])
      }, to: &out)
    writeLines("rows", table.rows.lazy.map { JSONValue.row($0, keys: keys) }, to: &out)
    out += "  \"totalRows\": \(table.totalRowCount),\n"
    out += "  \"base\": \(answer.base.map(object) ?? "null"),\n"
    out += "  \"undecided\": \(answer.undecided),\n"
    out += "  \"notes\": \(JSONText.array(answer.notes.map(JSONText.string)))"
    if !answer.tests.isEmpty {
      out += ",\n  \"tests\": \(JSONText.array(answer.tests.map(object)))"
    }
    if let histogram = answer.histogram {
      out += ",\n  \"histogram\": \(JSONText.array(histogram.bands.map(object)))"
    }
    if let elapsed = options.elapsed { out += ",\n  \"seconds\": \(Self.seconds(elapsed))" }
    out += "\n}\n"
  }

  /// A duration in seconds with its nanoseconds: `0.000085123`.
  static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let nanoseconds = String(attoseconds / 1_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: 9 - nanoseconds.count) + nanoseconds
  }

  /// An array with each value on its own line, so that a long answer can be compared by line.
  private func writeLines(_ key: String, _ values: some Sequence<String>, to out: inout String) {
    out += "  \(JSONText.string(key)): ["
    var isFirst = true
    for value in values {
      out += isFirst ? "\n    " : ",\n    "
      out += value
      isFirst = false
    }
    out += isFirst ? "],\n" : "\n  ],\n"
  }

  private func number(_ number: Double?) -> String {
    number.flatMap(NumberText.shortest) ?? "null"
  }

  private func object(_ band: Histogram.Band) -> String {
    JSONText.object([
      ("from", number(band.from)), ("to", number(band.to)), ("count", String(band.count)),
    ])
  }

  private func object(_ test: TestResult) -> String {
    JSONText.object([
      ("name", JSONText.string(test.name)),
      ("layer", test.layer.map(JSONText.string) ?? "null"),
      ("statistic", number(test.statistic)),
      ("degreesOfFreedom", test.degreesOfFreedom.map(String.init) ?? "null"),
      ("probability", number(test.probability)), ("oddsRatio", number(test.oddsRatio)),
      ("smallestExpected", number(test.smallestExpected)),
      ("remark", test.remark.map(JSONText.string) ?? "null"),
    ])
  }

  private func object(_ base: Base) -> String {
    let fields = base.undecidedFields.map { field in
      JSONText.object([("name", JSONText.string(field.name)), ("count", String(field.count))])
    }
    return JSONText.object([
      ("total", String(base.total)), ("counted", String(base.counted)),
      ("undecided", String(base.undecided)), ("undecidedFields", JSONText.array(fields)),
    ])
  }
}

/// Writes one object a row, each on a line.
struct JSONLinesWriter: AnswerWriter {
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    let table = answer.tidyTable
    let keys = table.columns.map(\.name)
    for row in table.rows {
      out += JSONValue.row(row, keys: keys)
      out += "\n"
    }
  }
}

/// Values of an answer as JSON.
private enum JSONValue {
  static func row(_ row: [AnswerValue], keys: [String]) -> String {
    JSONText.object(zip(keys, row).map { ($0, value($1)) })
  }

  private static func value(_ value: AnswerValue) -> String {
    switch value {
    case .missing: "null"
    case .text(let text): JSONText.string(text)
    case .integer(let number): String(number)
    case .number(let number): NumberText.shortest(number) ?? "null"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .date(let date): JSONText.string(date.description)
    case .list(let values): JSONText.array(values.map(JSONText.string))
    case .percent(let part, let whole): Percentage(part: part, whole: whole).digits ?? "null"
    }
  }
}
