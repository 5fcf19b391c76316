/// How a file is written, as a descriptor says: Table Dialect of version 2, CSV Dialect of version 1.
///
/// See <https://datapackage.org/standard/table-dialect/>. A line's end is whatever the file has, so
/// `lineTerminator` is not needed.
struct DialectDescriptor {
  /// What it says, upon what is usual.
  private(set) var dialect = CSVDialect()
  /// Whether it names the delimiter.
  private(set) var hasDelimiter = false
  /// What stands for nothing, beside the missing values.
  private(set) var nullSequence: String?
  /// Whether names that differ only in case are different.
  private(set) var isCaseSensitive = false

  /// What is usual.
  init() {}

  init(_ properties: PropertyReader) {
    // Some programs write the whole description, or the part that is about CSV, one level deeper.
    let inner = properties.keys.contains("dialect") ? properties.object("dialect") : nil
    let csv = properties.keys.contains("csv") ? properties.object("csv") : nil
    readSigns(csv ?? inner ?? properties)
    readRows(inner ?? properties)
    isCaseSensitive = (inner ?? properties).flag("caseSensitiveHeader") ?? false
  }

  private mutating func readSigns(_ properties: PropertyReader) {
    if let delimiter = Self.byte("delimiter", properties) {
      dialect.delimiter = delimiter
      hasDelimiter = true
    }
    if properties.text("quoteChar")?.isEmpty == true || properties.holdsNull("quoteChar") {
      dialect.quote = nil
    } else if let quote = Self.byte("quoteChar", properties) {
      dialect.quote = quote
    }
    dialect.doublesQuotes = properties.flag("doubleQuote") ?? true
    if properties.text("escapeChar")?.isEmpty == false {
      dialect.escape = Self.byte("escapeChar", properties)
    }
    nullSequence = properties.text("nullSequence")
    dialect.skipsInitialSpace = properties.flag("skipInitialSpace") ?? false
  }

  private mutating func readRows(_ properties: PropertyReader) {
    dialect.hasHeader = properties.flag("header") ?? true
    if let rows = Self.rows("headerRows", properties) {
      dialect.headerRecords = rows
      dialect.countsAllLines = !rows.isEmpty
      if rows.isEmpty { dialect.hasHeader = false }
    }
    if let join = properties.text("headerJoin") { dialect.headerJoin = join }
    dialect.commentRecords = Set(Self.rows("commentRows", properties) ?? [])
    if properties.text("commentChar")?.isEmpty == false {
      dialect.comment = Self.byte("commentChar", properties)
    }
  }

  private static func rows(_ key: String, _ properties: PropertyReader) -> [Int]? {
    properties.list(key, of: "the number of a row") { value in
      value.scalarText.flatMap { CellText.integer($0) }.flatMap {
        (1...10_000).contains($0) ? $0 : nil
      }
    }
  }

  /// A sign, which must be one byte.
  private static func byte(_ key: String, _ properties: PropertyReader) -> UInt8? {
    guard let text = properties.text(key), !text.isEmpty else { return nil }
    let written = text == "\\t" ? "\t" : text
    guard written.utf8.count == 1, let byte = written.utf8.first, byte != 0x0A, byte != 0x0D else {
      properties.note(key, "is no single plain character; it was ignored")
      return nil
    }
    return byte
  }
}

extension PropertyReader {
  /// Whether a property is there and says nothing.
  func holdsNull(_ key: String) -> Bool { keys.contains(key) && value(key) == nil }
}
