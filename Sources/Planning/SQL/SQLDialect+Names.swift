internal import Tables

extension SQLDialect {
  /// A name as an identifier: as it is where every dialect reads it so, and in double quotes
  /// elsewhere.
  static func identifier(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
      } && name.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    if isPlain, !reserved.contains(name) { return name }
    return "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Words that one of the dialects does not take as a name.
  private static let reserved = Set(
    """
    add all alter analyse analyze and any array as asc asymmetric authorization begin between binary
    both by case cast check collate collation column commit concurrently constraint create cross
    current_catalog current_date current_role current_schema current_time current_timestamp
    current_user default deferrable delete desc describe distinct do drop else end escape except
    exists false fetch filter following for foreign freeze from full generated glob grant group
    groups having if ilike in index indexed initially inner insert instead intersect into is isnull
    join lambda lateral leading left like limit localtime localtimestamp match materialized natural
    not nothing notnull null nulls offset on only or order others outer over overlaps partition
    pivot placing pragma preceding primary qualify raise range recursive references regexp
    reindex release rename replace returning right rollback row rows select session_user set show
    similar some summarize symmetric table tablesample temp temporary then ties to trailing
    transaction trigger true unbounded union unique unpivot update user using vacuum values
    variadic verbose view virtual when where window with without
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// A text as a literal; an end of a line is spelled out, because layout may move lines.
  func literal(_ text: String) -> SQLExpression {
    func quoted(_ part: some StringProtocol) -> String {
      "'" + part.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
    }
    guard text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else {
      return SQLExpression(quoted(text))
    }
    let character = self == .sqlite ? "char" : "chr"
    var parts: [SQLExpression] = []
    var part = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if !part.isEmpty { parts.append(SQLExpression(quoted(part))) }
        part = ""
        parts.append(SQLExpression("\(character)(\(scalar.value))"))
      } else {
        part.unicodeScalars.append(scalar)
      }
    }
    if !part.isEmpty { parts.append(SQLExpression(quoted(part))) }
    return parts.count == 1 ? parts[0] : .concatenated(parts)
  }

  /// A day as a literal.
  func literal(_ date: CalendarDate) -> SQLExpression {
    SQLExpression(self == .sqlite ? "'\(date)'" : "date '\(date)'")
  }

  /// A number as a literal; whole numbers without a fraction.
  static func literal(_ number: Double) -> SQLExpression {
    let digits =
      Int(exactly: number).flatMap { $0.magnitude < 1 << 53 ? String($0) : nil } ?? "\(number)"
    return SQLExpression(digits, number < 0 ? .additive : .whole)
  }
}
