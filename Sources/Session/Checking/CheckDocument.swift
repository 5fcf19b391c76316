internal import Execution
internal import Loading
internal import TextLayout

/// The report of a check as it is shown.
struct CheckDocument {
  let report: CheckReport
  let paths: [String]
  /// How many places of each kind are shown.
  let limit: Int

  init(_ report: CheckReport, paths: [String], limit: Int) {
    self.report = report
    self.paths = paths
    self.limit = limit
  }

  /// The places of a kind that are shown: of each field one, and then others, in order of appearance.
  private func shown(_ group: LoadReport.Group) -> [LoadIssue] {
    var fields: Set<[String]> = []
    let isFirst = group.examples.map { fields.insert([$0.file, $0.field ?? ""]).inserted }
    let places = group.examples.indices
    let chosen = (places.filter { isFirst[$0] } + places.filter { !isFirst[$0] }).prefix(limit)
    return chosen.sorted().map { group.examples[$0] }
  }

  // MARK: For people

  /// The tables, the issues by kind, and a line of sums.
  func text(palette: Palette, width: Int?) -> String {
    var out = ""
    for table in report.tables {
      let sums = Self.sums(errors: table.errorCount, warnings: table.warningCount)
      out += Self.lines(
        "\(table.file): \(Self.count(table.rowCount, "row")), "
          + "\(Self.count(table.fieldCount, "field")), \(sums)", width)
    }
    for group in report.groups {
      let label =
        group.kind.isError ? palette.paint("error", .error) : palette.paint("warning", .warning)
      out += "\(label)[\(group.kind.rawValue)]: \(Self.count(group.count, "case"))\n"
      let shown = shown(group)
      for issue in shown {
        let times = issue.count > 1 ? " (\(issue.count) cases)" : ""
        out += Self.lines("  " + issue.text + times, width)
      }
      let rest = group.count - shown.reduce(0) { $0 + $1.count }
      if rest > 0, limit > 0 { out += "  ... and \(rest) more\n" }
    }
    let sums = Self.sums(errors: report.errorCount, warnings: report.warningCount)
    return out + "\(sums) in \(Self.count(report.tables.count, "table"))\n"
  }

  /// Lines that fit the terminal, in which the data may not steer it.
  private static func lines(_ text: String, _ width: Int?) -> String {
    let text = sanitised(text)
    guard let width else { return text + "\n" }
    return wrapped(text, to: width, indentation: "    ").joined(separator: "\n") + "\n"
  }

  private static func sums(errors: Int, warnings: Int) -> String {
    let first = errors == 0 ? "no errors" : count(errors, "error")
    return warnings == 0 ? first : "\(first), \(count(warnings, "warning"))"
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  // MARK: For programs

  /// One object; its keys are a promise.
  var json: String {
    let members: [(String, [String])] = [
      ("tables", report.tables.map(Self.object)),
      ("kinds", report.groups.map(Self.object)),
      ("issues", report.groups.flatMap(shown).map(Self.object)),
    ]
    let lists = members.map { key, values in
      "  \"\(key)\": [" + values.map { "\n    " + $0 }.joined(separator: ",")
        + (values.isEmpty ? "]" : "\n  ]")
    }
    return """
      {
        "tool": "enquire",
        "path": \(JSONText.array(paths.map(JSONText.string))),
        "valid": \(report.isValid),
        "errors": \(report.errorCount),
        "warnings": \(report.warningCount),
      \(lists.joined(separator: ",\n"))
      }

      """
  }

  private static func object(_ table: CheckReport.CheckedTable) -> String {
    JSONText.object([
      ("name", JSONText.string(table.name)), ("file", JSONText.string(table.file)),
      ("rows", String(table.rowCount)), ("fields", String(table.fieldCount)),
      ("errors", String(table.errorCount)), ("warnings", String(table.warningCount)),
    ])
  }

  private static func object(_ group: LoadReport.Group) -> String {
    JSONText.object([
      ("kind", JSONText.string(group.kind.rawValue)),
      ("severity", JSONText.string(severity(group.kind))), ("count", String(group.count)),
    ])
  }

  private static func object(_ issue: LoadIssue) -> String {
    JSONText.object([
      ("kind", JSONText.string(issue.kind.rawValue)),
      ("severity", JSONText.string(severity(issue.kind))), ("file", JSONText.string(issue.file)),
      ("line", issue.line.map(String.init) ?? "null"),
      ("record", issue.record.map(String.init) ?? "null"),
      ("field", issue.field.map(JSONText.string) ?? "null"),
      ("message", JSONText.string(issue.message)), ("count", String(issue.count)),
    ])
  }

  private static func severity(_ kind: LoadIssue.Kind) -> String {
    kind.isError ? "error" : "warning"
  }

  /// The issues as the rows of a table, for all other formats.
  var answer: Answer {
    let columns = [
      AnswerColumn("severity", .text), AnswerColumn("kind", .text), AnswerColumn("file", .text),
      AnswerColumn("line", .integer), AnswerColumn("record", .integer),
      AnswerColumn("field", .text), AnswerColumn("message", .text),
      AnswerColumn("count", .integer),
    ]
    let rows = report.groups.flatMap(shown).map { issue in
      [
        .text(Self.severity(issue.kind)), .text(issue.kind.rawValue), .text(issue.file),
        Self.cell(issue.line), Self.cell(issue.record),
        issue.field.map { .text($0) } ?? .missing(reason: nil), .text(issue.message),
        .integer(issue.count),
      ] as [AnswerValue]
    }
    let sums = Self.sums(errors: report.errorCount, warnings: report.warningCount)
    return Answer(
      statement: "check data", body: .table(AnswerTable(columns: columns, rows: rows)),
      notes: ["\(sums) in \(Self.count(report.tables.count, "table"))"])
  }

  private static func cell(_ number: Int?) -> AnswerValue {
    number.map { .integer($0) } ?? .missing(reason: nil)
  }
}
