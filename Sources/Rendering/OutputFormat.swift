internal import Execution

/// A way to write an answer; the one list that `as`, `set format`, `help` and completion read.
public struct OutputFormat: Sendable {
  /// The name after `as`.
  public let name: String
  /// Other words for it.
  public let aliases: [String]
  /// One line for help.
  public let summary: String
  /// The endings of files in this format, without the dot; the first is the usual one.
  public let fileExtensions: [String]
  /// Whether a program reads it: such a format holds every row and no remark.
  public let isForPrograms: Bool
  /// Whether it tells how long the answer took to compute, where `RenderOptions.elapsed` says.
  public var tellsTime = false
  /// Whether base, notes and time can stand in one line below it (`RenderOptions.joinsRemarks`).
  public var hasFooter = false
  /// Whether the statement stands above the answer as its title.
  public var isTitled = false
  let writer: any AnswerWriter
}

/// Writes answers of every shape in one format.
protocol AnswerWriter: Sendable {
  /// Appends the answer, ending in a newline unless it is empty.
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String)
}

extension OutputFormat {
  /// Every format, in the order help shows them.
  public static let all: [OutputFormat] = [
    table, bars, csv, tsv, json, jsonLines, markdown, html, svg, latex,
  ]

  /// Aligned columns, for reading.
  public static let table = OutputFormat(
    name: "table", aliases: ["text"], summary: "aligned columns, for reading",
    fileExtensions: ["txt"], isForPrograms: false, hasFooter: true, writer: TableWriter())

  /// The table with a bar beside each count or measure.
  public static let bars = OutputFormat(
    name: "bars", aliases: ["bar"], summary: "the table, with a bar beside each count or measure",
    fileExtensions: [], isForPrograms: false, hasFooter: true,
    writer: TableWriter(showsBars: true))

  /// Comma-separated values.
  public static let csv = OutputFormat(
    name: "csv", aliases: [], summary: "comma-separated values, one row a line",
    fileExtensions: ["csv"], isForPrograms: true, writer: DelimitedWriter.csv)

  /// Tab-separated values.
  public static let tsv = OutputFormat(
    name: "tsv", aliases: ["tab"], summary: "tab-separated values, one row a line",
    fileExtensions: ["tsv", "tab"], isForPrograms: true, writer: DelimitedWriter.tsv)

  /// One JSON object.
  public static let json = OutputFormat(
    name: "json", aliases: [], summary: "one JSON object with statement, rows, base and notes",
    fileExtensions: ["json"], isForPrograms: true, tellsTime: true,
    writer: JSONWriter())

  /// One JSON object a row.
  public static let jsonLines = OutputFormat(
    name: "jsonl", aliases: ["ndjson"], summary: "one JSON object a row, each on a line",
    fileExtensions: ["jsonl", "ndjson"], isForPrograms: true, writer: JSONLinesWriter())

  /// A table for documents.
  public static let markdown = OutputFormat(
    name: "markdown", aliases: ["md"], summary: "a table for a Markdown document",
    fileExtensions: ["md", "markdown"], isForPrograms: false, writer: MarkdownWriter())

  /// A page for a browser.
  public static let html = OutputFormat(
    name: "html", aliases: ["htm"],
    summary: "one page for a browser, with a chart, which needs no other file",
    fileExtensions: ["html", "htm"], isForPrograms: false, isTitled: true, writer: HTMLWriter())

  /// A chart.
  public static let svg = OutputFormat(
    name: "svg", aliases: ["chart"],
    summary: "a bar chart for a report, with a title and description for screen readers",
    fileExtensions: ["svg"], isForPrograms: false, isTitled: true, writer: SVGWriter())

  /// A table for LaTeX.
  public static let latex = OutputFormat(
    name: "latex", aliases: ["tex"], summary: "a tabular for a LaTeX document",
    fileExtensions: ["tex"], isForPrograms: false, writer: LaTeXWriter())

  /// The format of a name or alias, without regard to case.
  public static func named(_ name: String) -> OutputFormat? {
    let wanted = name.lowercased()
    return all.first { $0.name == wanted || $0.aliases.contains(wanted) }
  }

  /// The format that a file's ending asks for: `csv` for `deaths.CSV`.
  public static func forFile(_ path: String) -> OutputFormat? {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return nil }
    let ending = file[file.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(ending) }
  }
}
