import Execution
import Foundation
import Rendering
import Testing

/// Values that have broken someone's format before.
private let awkward = [
  "plain", "", " ", "a,b", "say \"x\"", "\"", "two\nlines", "two\r\nlines", "a\rb", "a\tb", "a|b",
  "a\\b", "\\n", "\u{1B}[2J", "\u{7}\u{8}", "\u{85}\u{9B}31m", "\u{202E}thgir", "\u{2066}x\u{2069}",
  "漢字かな", "e\u{301}", ",\u{301}", "\"\u{301}", "|\u{301}", "👩‍👧", "שלום", "\u{200F}x", "\u{2028}",
  "null", "0.10", "=1+1",
]

private func table(_ rows: [[AnswerValue]]) -> Answer {
  let width = rows.first?.count ?? 0
  return Answer(
    statement: "list \"x\"\n",
    body: .table(
      AnswerTable(columns: (0..<width).map { AnswerColumn("c\($0)", .text) }, rows: rows)))
}

/// Reads CSV by the letter of RFC 4180, scalar by scalar; knows nothing of the writer.
private func parseCSV(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = String.UnicodeScalarView()
  var isQuoted = false
  var wasQuote = false
  for scalar in text.unicodeScalars {
    if isQuoted {
      if scalar == "\"" {
        isQuoted = false
        wasQuote = true
      } else {
        cell.append(scalar)
      }
      continue
    }
    switch scalar {
    case "\"":
      if wasQuote { cell.append(scalar) }
      isQuoted = true
    case ",":
      row.append(String(cell))
      cell = .init()
    case "\n":
      rows.append(row + [String(cell)])
      row = []
      cell = .init()
    default: cell.append(scalar)
    }
    wasQuote = false
  }
  return rows
}

/// Undoes the four escapes of TSV.
private func unescaped(_ cell: Substring.UnicodeScalarView) -> String {
  var out = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in cell {
    if isEscaped {
      out.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      out.append(scalar)
    }
  }
  return String(out)
}

/// Compared by scalar: `==` of strings takes other spellings of a letter for the same.
private func scalars(_ rows: [[String]]) -> [[[UInt32]]] {
  rows.map { $0.map { $0.unicodeScalars.map(\.value) } }
}

@Test func `whatever the text, CSV and TSV read back as they were`() {
  let rows = awkward.indices.map { index in
    [awkward[index], awkward[(index + 7) % awkward.count], "end"]
  }
  let answer = table(rows.map { $0.map(AnswerValue.text) })
  let read = parseCSV(Renderer.render(answer, as: .csv))
  #expect(scalars(Array(read.dropFirst())) == scalars(rows))
  let lines = Renderer.render(answer, as: .tsv).unicodeScalars.split(separator: "\n").dropFirst()
  let cells = lines.map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
  }
  #expect(scalars(cells) == scalars(rows))
}

private func jsonRows(_ answer: Answer) throws -> [[String: Any]] {
  let whole = try #require(
    JSONSerialization.jsonObject(with: Data(Renderer.render(answer, as: .json).utf8))
      as? [String: Any])
  #expect(whole["statement"] as? String == answer.statement)
  return try #require(whole["rows"] as? [[String: Any]])
}

@Test func `whatever the text, JSON reads back as it was and sends no control character`() throws {
  let answer = table(awkward.map { [.text($0)] })
  let read = try jsonRows(answer).map { try #require($0["c0"] as? String) }
  #expect(scalars([read]) == scalars([awkward]))
  let lines = Renderer.render(answer, as: .jsonLines).unicodeScalars.split(separator: "\n")
  #expect(lines.count == awkward.count)
  #expect(!Renderer.render(answer, as: .json).unicodeScalars.contains(where: isObeyed))
  for (line, text) in zip(lines, awkward) {
    let object =
      try JSONSerialization.jsonObject(with: Data(String(line).utf8)) as? [String: String]
    #expect(object?["c0"] == text)
  }
}

/// Whether a terminal would obey a character rather than draw it.
private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control: scalar != "\n" && scalar != "\t"
  case .lineSeparator, .paragraphSeparator: true
  case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  default: false
  }
}

@Test(arguments: OutputFormat.all.map(\.name))
func `no text reaches a window raw, in any format and any place`(format: String) throws {
  let format = try #require(OutputFormat.named(format))
  let hostile = awkward.joined()
  let dimension = AnswerValue.text(hostile)
  let bodies: [Answer.Body] = [
    .count(1), .share(Share(part: 1, whole: 2, undecided: 1)),
    .table(
      AnswerTable(
        columns: [AnswerColumn(hostile, .text), AnswerColumn("l", .list)],
        rows: [[.missing(reason: hostile), .list([hostile])]])),
    .frequencies(
      Frequencies(
        dimension: hostile, groups: [Frequencies.Group(key: dimension, count: 1)], missing: 1,
        includesMissing: false, isOrdered: true)),
    .crosstab(
      Crosstab(
        rowDimension: hostile, columnDimension: hostile, rowKeys: [dimension],
        columnKeys: [dimension], counts: [[1]], percentages: [.row], includesMissing: false)),
  ]
  for body in bodies {
    let answer = Answer(
      statement: hostile, unit: hostile, unitSingular: "row", body: body,
      base: Base(
        total: 3, counted: 1, undecided: 1,
        undecidedFields: [UndecidedField(name: hostile, count: 1)]), notes: [hostile])
    for width in [20, 80] {
      let text = Renderer.render(answer, as: format, options: RenderOptions(width: width))
      let obeyed = text.unicodeScalars.filter(isObeyed)
      #expect(obeyed.isEmpty, "\(obeyed.map { String($0.value, radix: 16) })")
    }
  }
}

@Test(arguments: Samples.all.map(\.name))
func `JSON and CSV say the same of every shape`(name: String) throws {
  let answer = try #require(Samples.all.first { $0.name == name }).answer
  let csv = parseCSV(Renderer.render(answer, as: .csv))
  let header = try #require(csv.first)
  let json = try jsonRows(answer)
  #expect(json.count == csv.count - 1)
  for (object, cells) in zip(json, csv.dropFirst()) {
    #expect(Set(object.keys) == Set(header))
    for (key, cell) in zip(header, cells) {
      switch object[key] {
      case is NSNull: #expect(cell == "")
      case let text as String: #expect(cell == text)
      case let list as [String]: #expect(cell == list.joined(separator: ";"))
      case let number as NSNumber:
        let isBoolean = cell == "true" || cell == "false"
        #expect(
          isBoolean ? number.boolValue == (cell == "true") : number.doubleValue == Double(cell))
      default: Issue.record("\(key) is \(String(describing: object[key]))")
      }
    }
  }
}
