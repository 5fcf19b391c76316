import Tables

@testable import Loading

/// A delimited text as it was read.
struct ReadText {
  let table: RawTable
  let issues: [LoadIssue]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - dialect: How it is written; `nil` to find out.
  ///   - chunk: How many bytes a thread parses at a time.
  ///   - block: How many bytes are read at a time.
  init(
    _ bytes: [UInt8], dialect: CSVDialect? = CSVDialect(), encoding: String? = nil,
    name: String = "t.csv", block: Int = 8 << 20, chunk: Int = 1 << 18, threads: Int = 2
  ) throws {
    let read = try RawTable.read(
      name, from: MemoryFiles(files: [name: bytes]), dialect: dialect, encoding: encoding,
      division: CSVReader.Division(block: block, chunk: chunk, threads: threads))
    table = read.table
    issues = read.issues
  }

  init(
    _ text: String, dialect: CSVDialect? = CSVDialect(), name: String = "t.csv",
    block: Int = 8 << 20, chunk: Int = 1 << 18, threads: Int = 2
  ) throws {
    try self.init(
      Array(text.utf8), dialect: dialect, name: name, block: block, chunk: chunk, threads: threads)
  }

  var names: [String] { table.columns.map(\.name) }
  var rows: [[String]] {
    (0..<table.rowCount).map { row in table.columns.map { $0.texts[Int($0.codes[row])] } }
  }
  var lines: [Int] { (0..<table.rowCount).map { table.lineOfRecord[$0] } }
}
