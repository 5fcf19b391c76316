import Tables

/// One cell, as plainly as can be.
enum Cell: Hashable {
  /// No value, and why, where that is known.
  case missing(String?)
  case text(String)
  case number(Double)
  case flag(Bool)
  /// Days since 1970-01-01.
  case date(Int)
  case list([String])
  /// A part and its whole.
  case share(Int, Int)

  var isMissing: Bool { if case .missing = self { true } else { false } }
  /// The number of a number or a date.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .date(let day): Double(day)
    default: nil
    }
  }
}

/// The values that a field can hold, in the order in which they are grouped and compared.
struct Codebook: Hashable {
  /// As the data writes them: those that the codebook lists, then others as they turn up.
  var values: [String]
  /// As people read them.
  var labels: [String]
  /// How many of the values the codebook lists.
  var listed: Int
  var isOrdered: Bool

  /// The position of a value however it is written: as it is, by its label, or by either without
  /// regard to case, blanks and kinds of dash.
  func position(of text: String) -> Int? {
    let wanted = Self.plain(text)
    return values.firstIndex(of: text) ?? labels[..<listed].firstIndex(of: text)
      ?? labels[..<listed].firstIndex { Self.plain($0) == wanted }
      ?? values.firstIndex { Self.plain($0) == wanted }
  }

  private static func plain(_ text: String) -> String {
    let dashes: [Character] = ["–", "—", "‑", "‐", "‒", "−"]
    return String(text.lowercased().map { dashes.contains($0) ? "-" : $0 })
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The rows of one table, cell by cell.
struct NaiveTable {
  var schema: EntitySchema
  /// A cell for each field of the schema.
  var rows: [[Cell]]
  /// A codebook for each field; empty for a field that has no values of a list.
  private(set) var codebooks: [Codebook]

  init(schema: EntitySchema, rows: [[Cell]]) {
    self.schema = schema
    self.rows = rows
    codebooks = schema.fields.enumerated().map { index, field in
      var values = field.categories.map(\.value)
      var seen = Set(values)
      for row in rows {
        let held: [String] =
          switch row[index] {
          case .text(let text): [text]
          case .list(let texts): texts
          default: []
          }
        for value in held where seen.insert(value).inserted { values.append(value) }
      }
      let labels = field.categories.map(\.label) + values.dropFirst(field.categories.count)
      return Codebook(
        values: values, labels: labels, listed: field.categories.count, isOrdered: field.isOrdered)
    }
  }
}

/// A relation as positions: the parent of each child, or none.
struct NaiveLink {
  var name: String
  var inverseName: String
  var child: Int
  var parent: Int
  /// The field of the child that holds the parent's key.
  var keyField: Int
  var parentOfChild: [Int?]
}

/// Linked tables as rows of cells.
struct NaiveData {
  var tables: [NaiveTable]
  var links: [NaiveLink]

  /// The position of a table by either of its names.
  func table(named name: String) -> Int? {
    tables.firstIndex { $0.schema.name == name || $0.schema.singular == name }
  }

  /// The rows that name a row as their parent.
  func children(of row: Int, by link: Int) -> [Int] {
    links[link].parentOfChild.indices.filter { links[link].parentOfChild[$0] == row }
  }
}
