internal import Tables

/// Where a table was read from, and how its files are written: what a descriptor would say of it.
public struct SourceDescription: Sendable, Hashable, Codable {
  /// The folder that the paths are relative to, empty for the working folder; `nil` for the files that are
  /// part of the program.
  var folder: String?
  /// The files that hold the rows; none for rows that stand in the descriptor.
  var paths: [String]
  /// The rows that stand in the descriptor, as JSON, and what issues call them.
  var inlineRows: String?
  var inlineName: String?
  /// The encoding, as a descriptor names it.
  var encoding: String
  /// How the files are written.
  var dialect: CSVDialect
  /// How the values of each field are written.
  var fields: [FieldWriting]
  /// Whether a descriptor said so, and nothing was guessed.
  public internal(set) var isDeclared: Bool
  /// Whether the rows stand in no file of delimited text, so that a package writes them out.
  var isNoText: Bool?
  /// The line on which each record begins; none where that is not known, as after a snapshot.
  var lines: RecordLines = []

  /// The first record of each file, of a table in several.
  var firstRecords: [Int] = []

  private enum CodingKeys: CodingKey {
    case folder, paths, inlineRows, inlineName, encoding, dialect, fields, isDeclared, isNoText
  }

  /// How a file writes the values of one field.
  struct FieldWriting: Sendable, Hashable, Codable {
    var dateFormat: DateFormat
    var yes: [String]
    var no: [String]
    var listDelimiter: String
    /// `nil` where numbers are written as programs write them.
    var numbers: NumberFormat?
    /// The type and format of texts that are checked, and the type of a list's values.
    var textType: String?
    var textFormat: String?
    var itemType: String?

    init(_ reading: FieldReading) {
      dateFormat = reading.dateFormat
      yes = reading.yes
      no = reading.no
      listDelimiter = reading.listDelimiter
      numbers = reading.numbers.isPlain ? nil : reading.numbers
      textType = reading.writtenType
      textFormat = reading.writtenFormat
      itemType = reading.itemType
    }
  }

  init(
    folder: String?, paths: [String], _ raw: RawTable, _ readings: [FieldReading],
    isDeclared: Bool
  ) {
    self.folder = folder
    self.paths = paths
    encoding = raw.encoding
    dialect = raw.dialect
    fields = readings.map(FieldWriting.init)
    self.isDeclared = isDeclared
    lines = raw.hasLines ? raw.lineOfRecord : []
    firstRecords = raw.parts.map(\.firstRecord)
  }

  /// Whether both say the same of the files; which record begins where is no part of that.
  public static func == (a: SourceDescription, b: SourceDescription) -> Bool {
    a.folder == b.folder && a.paths == b.paths && a.inlineRows == b.inlineRows
      && a.encoding == b.encoding
      && a.dialect == b.dialect && a.fields == b.fields && a.isDeclared == b.isDeclared
  }

  /// Hashes where the table was read from.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(folder)
    hasher.combine(paths)
  }

  /// The place of a file in the file system; `nil` for one that is part of the program.
  func location(of path: String) -> String? {
    guard let folder else { return nil }
    return PathText.joined(folder, path)
  }
}
