/// What a `CREATE TABLE` statement says of a table, as far as its rows need it.
struct TableText {
  struct Column {
    var name: String
    /// The declared type, in capitals, its words one blank apart.
    var type = ""
    /// The value of rows that are older than the column.
    var standard = ColumnDefault.null
    /// How texts are compared, unless a key says otherwise.
    var collation = "BINARY"
    /// Whether the value is computed when it is asked for, and stands in no record.
    var isVirtual = false

    /// Whether whole numbers are fractions that are stored short.
    var holdsFractions: Bool { ColumnAffinity(type) == .real }
  }

  /// A column of the key, by the name that the key has for it.
  struct KeyPart {
    var name: String
    /// `nil` for the column's own.
    var collation: String?
  }

  struct ForeignKey {
    var columns: [String]
    var table: String
    /// Empty for the other table's primary key.
    var parentColumns: [String]
  }

  private(set) var columns: [Column] = []
  private(set) var primaryKey: [KeyPart] = []
  private(set) var foreignKeys: [ForeignKey] = []
  private(set) var hasRowNumbers = true
  /// Whether the key was declared in a way that is no name for the row number.
  private var isDescending = false

  private var tokens: [SQLToken]
  private var at = 0

  /// Reads a statement; `nil` for one that makes no ordinary table.
  init?(_ statement: String) {
    tokens = SQLToken.all(in: statement)
    guard let open = tokens.firstIndex(of: .mark("(")) else { return nil }
    if tokens[..<open].contains(where: { $0.isWord("VIRTUAL") || $0.isWord("AS") }) { return nil }
    at = open + 1
    while at < tokens.count, tokens[at] != .mark(")") {
      readDefinition()
      if at < tokens.count, tokens[at] == .mark(",") { at += 1 }
    }
    hasRowNumbers = !tokens[min(at, tokens.count)...].contains { $0.isWord("WITHOUT") }
    if columns.isEmpty { return nil }
  }

  /// The column that is another name for the row number.
  var rowNumberColumn: Int? {
    guard hasRowNumbers, !isDescending, primaryKey.count == 1 else { return nil }
    return position(of: primaryKey[0].name).flatMap { columns[$0].type == "INTEGER" ? $0 : nil }
  }

  /// The column that a name is for.
  func position(of name: String) -> Int? {
    columns.firstIndex { SQLName.areSame($0.name, name) }
  }

  /// The order in which the columns stand in a record; `nil` for one that stands there again, as
  /// does a key's column that the key compares in two ways.
  var storedColumns: [Int?] {
    let all = columns.indices.filter { !columns[$0].isVirtual }
    if hasRowNumbers { return all }
    var key: [(column: Int, collation: [UInt8])] = []
    var stored: [Int?] = []
    for part in primaryKey {
      guard let column = position(of: part.name) else { continue }
      let collation = SQLName.folded(part.collation ?? columns[column].collation)
      if key.contains(where: { $0.column == column && $0.collation == collation }) { continue }
      stored.append(key.contains { $0.column == column } ? nil : column)
      key.append((column, collation))
    }
    return stored + all.filter { column in !key.contains { $0.column == column } }
  }

  // MARK: Definitions

  private var token: SQLToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func take(_ word: String) -> Bool {
    guard token?.isWord(word) == true else { return false }
    at += 1
    return true
  }

  private static let tableConstraints = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"]

  private mutating func readDefinition() {
    if let token, Self.tableConstraints.contains(where: token.isWord) {
      readTableConstraint()
    } else if let name = token?.name {
      at += 1
      readColumn(Column(name: name))
    }
    skipToNext()
  }

  /// Goes to the comma or the parenthesis that ends a definition.
  private mutating func skipToNext() {
    while let token, token != .mark(","), token != .mark(")") { skipOne() }
  }

  /// Passes over a token, or over all between a pair of parentheses.
  private mutating func skipOne() {
    var depth = 0
    repeat {
      if token == .mark("(") { depth += 1 }
      if token == .mark(")") { depth -= 1 }
      at += 1
    } while depth > 0 && at < tokens.count
  }

  private mutating func readTableConstraint() {
    if take("CONSTRAINT") { at += 1 }
    if take("PRIMARY"), take("KEY") {
      primaryKey = readKey()
    } else if take("FOREIGN"), take("KEY") {
      let names = readKey().map(\.name)
      if take("REFERENCES") { readReference(names) }
    }
  }

  private static let columnConstraints = [
    "CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES",
    "GENERATED", "AS", "ON",
  ]

  private mutating func readColumn(_ named: Column) {
    var column = named
    var type: [String] = []
    while let token, let word = token.name, !Self.columnConstraints.contains(where: token.isWord) {
      type.append(word.uppercased())
      at += 1
    }
    column.type = type.joined(separator: " ")
    while let token, token != .mark(","), token != .mark(")") {
      if take("PRIMARY") {
        primaryKey = [KeyPart(name: column.name)]
        if take("KEY"), take("DESC") { isDescending = true }
      } else if take("REFERENCES") {
        readReference([column.name])
      } else if take("DEFAULT") {
        column.standard = readStandard().stored(as: ColumnAffinity(column.type))
      } else if take("SET") {
        // `ON DELETE SET DEFAULT` gives none.
        at += 1
      } else if take("COLLATE") {
        column.collation = self.token?.name ?? column.collation
        at += 1
      } else if take("AS") {
        column.isVirtual = true
      } else if take("STORED") {
        column.isVirtual = false
      } else {
        skipOne()
      }
    }
    columns.append(column)
  }

  private mutating func readStandard() -> ColumnDefault {
    let start = at
    while token == .mark("-") || token == .mark("+") { at += 1 }
    if token != .mark(","), token != .mark(")") { skipOne() }
    return ColumnDefault(tokens[start..<min(at, tokens.count)])
  }

  private mutating func readReference(_ columns: [String]) {
    guard let table = token?.name else { return }
    at += 1
    let names = token == .mark("(") ? readKey().map(\.name) : []
    foreignKeys.append(ForeignKey(columns: columns, table: table, parentColumns: names))
  }

  /// The columns between parentheses: the first name of each part, and how it is compared.
  private mutating func readKey() -> [KeyPart] {
    guard token == .mark("(") else { return [] }
    at += 1
    var parts: [KeyPart] = []
    var isNext = true
    while let token, token != .mark(")") {
      if isNext, let name = token.name { parts.append(KeyPart(name: name)) }
      isNext = token == .mark(",")
      skipOne()
      if token.isWord("COLLATE"), !parts.isEmpty {
        parts[parts.count - 1].collation = self.token?.name
      }
    }
    at += 1
    return parts
  }
}
