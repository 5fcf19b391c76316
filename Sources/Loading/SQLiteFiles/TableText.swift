/// What a `CREATE TABLE` statement says of a table, as far as its rows need it.
struct TableText {
  struct Column {
    var name: String
    /// The declared type, in capitals, its words one blank apart.
    var type = ""
    /// The value of rows that are older than the column, as it is written.
    var standard: SQLToken?
    /// Whether the value is computed when it is asked for, and stands in no record.
    var isVirtual = false

    /// Whether whole numbers are fractions that are stored short
    /// (<https://www.sqlite.org/datatype3.html#determination_of_column_affinity>).
    var holdsFractions: Bool {
      let others = ["INT", "CHAR", "CLOB", "TEXT", "BLOB"]
      return ["REAL", "FLOA", "DOUB"].contains(where: type.contains)
        && !others.contains(where: type.contains)
    }
  }

  struct ForeignKey {
    var columns: [String]
    var table: String
    /// Empty for the other table's primary key.
    var parentColumns: [String]
  }

  private(set) var columns: [Column] = []
  private(set) var primaryKey: [String] = []
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
    let position = columns.firstIndex { $0.name.lowercased() == primaryKey[0].lowercased() }
    return position.flatMap { columns[$0].type == "INTEGER" ? $0 : nil }
  }

  /// The order in which the columns stand in a record.
  var storedColumns: [Int] {
    let all = columns.indices.filter { !columns[$0].isVirtual }
    if hasRowNumbers { return all }
    var first: [Int] = []
    for name in primaryKey {
      let position = columns.firstIndex { $0.name.lowercased() == name.lowercased() }
      if let position, !first.contains(position) { first.append(position) }
    }
    return first + all.filter { !first.contains($0) }
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
      primaryKey = readNames()
    } else if take("FOREIGN"), take("KEY") {
      let names = readNames()
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
        primaryKey = [column.name]
        if take("KEY"), take("DESC") { isDescending = true }
      } else if take("REFERENCES") {
        readReference([column.name])
      } else if take("DEFAULT") {
        column.standard = readStandard()
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

  private mutating func readStandard() -> SQLToken? {
    var sign = ""
    if token == .mark("-") || token == .mark("+") {
      sign = token == .mark("-") ? "-" : ""
      at += 1
    }
    guard let token else { return nil }
    if case .mark = token { return nil }
    at += 1
    if case .number(let text) = token { return .number(sign + text) }
    return token
  }

  private mutating func readReference(_ columns: [String]) {
    guard let table = token?.name else { return }
    at += 1
    let names = token == .mark("(") ? readNames() : []
    foreignKeys.append(ForeignKey(columns: columns, table: table, parentColumns: names))
  }

  /// The first name of each part between parentheses.
  private mutating func readNames() -> [String] {
    guard token == .mark("(") else { return [] }
    at += 1
    var names: [String] = []
    var isNext = true
    while let token, token != .mark(")") {
      if isNext, let name = token.name { names.append(name) }
      isNext = token == .mark(",")
      skipOne()
    }
    at += 1
    return names
  }
}
