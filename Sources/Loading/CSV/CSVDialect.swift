/// How a delimited file is written.
///
/// The properties follow the Table Dialect standard
/// (<https://datapackage.org/standard/table-dialect/>).
struct CSVDialect: Sendable, Hashable, Codable {
  /// The byte between fields.
  var delimiter = UInt8(ascii: ",")
  /// The byte around fields that hold a delimiter or a line break; `nil` where there is none.
  var quote: UInt8? = UInt8(ascii: "\"")
  /// Whether two quotes inside a quoted field stand for one.
  var doublesQuotes = true
  /// The byte that takes the meaning from the one after it.
  var escape: UInt8?
  /// Whether the file holds the names of the columns.
  var hasHeader = true
  /// The records that hold the names, from 1; several are joined.
  var headerRecords = [1]
  /// Whether blank lines and comments count as records where their numbers are given.
  ///
  /// Without numbers the names stand in the first record that is neither.
  var countsAllLines = false
  /// What joins the names of several header records.
  var headerJoin = " "
  /// The byte that begins a line which is no record.
  var comment: UInt8?
  /// Records that are no data, from 1, with blank lines and comments counted.
  var commentRecords: Set<Int> = []
  /// Whether blanks after a delimiter are no part of the field.
  var skipsInitialSpace = false

  /// Whether separators alone divide the text, so that it can be scanned for them.
  var isPlain: Bool { escape == nil && doublesQuotes && !skipsInitialSpace && comment == nil }

  /// The last record, from 1, of those that come before the data.
  var lastHeaderRecord: Int { hasHeader ? headerRecords.max() ?? 0 : 0 }
}
