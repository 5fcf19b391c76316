/// The formats of answers: dispatch, help and completion read this list.
public enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, tsv, json, jsonl, markdown

  /// Other names for it.
  public var aliases: [String] {
    switch self {
    case .table: ["text"]
    case .jsonl: ["ndjson"]
    case .markdown: ["md"]
    case .csv, .tsv, .json: []
    }
  }

  /// What it is, in one line.
  public var summary: String {
    switch self {
    case .table: "aligned columns for people, with bases and notes"
    case .csv: "comma-separated values (RFC 4180), one row a group or cell"
    case .tsv: "the same with tabs"
    case .json: "one object: statement, unit, columns, rows, base, undecided and notes"
    case .jsonl: "one JSON object a row"
    case .markdown: "a table for a report, with base and notes below"
    }
  }

  /// The endings of file names that imply it.
  public var fileExtensions: [String] {
    switch self {
    case .table: ["txt"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    case .json: ["json"]
    case .jsonl: ["jsonl", "ndjson"]
    case .markdown: ["md"]
    }
  }

  /// The format of a name or alias, without regard to case.
  public init?(named name: String) {
    let name = name.lowercased()
    guard
      let found = Self.allCases.first(where: { $0.rawValue == name || $0.aliases.contains(name) })
    else { return nil }
    self = found
  }

  /// The format that a file's name implies.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let found = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = found
  }
}
