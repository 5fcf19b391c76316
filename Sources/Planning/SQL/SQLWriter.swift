internal import Bitmaps
internal import Tables

/// Writes conditions, numbers and queries of one script.
///
/// Each kind of thing has an extension of its own. What SQL cannot say is thrown.
struct SQLWriter {
  let catalogue: Catalogue
  let dialect: SQLDialect
  let usage: SQLUsage

  var data: DataSet { catalogue.data }

  /// What a condition or number is asked of.
  enum Subject {
    case row(SQLRow)
    /// The data set as a whole.
    case dataSet
    /// A group, with a number for each measure of the query.
    case group([SQLNumber])
  }

  /// How much of three-valued logic a condition's text must keep.
  enum Logic {
    /// True, false and undecided are what they are.
    case threeValued
    /// True where it is true; false and undecided need not be told apart, as after `where`.
    case onlyTrue
  }

  func identifier(_ name: String) -> String { SQLDialect.identifier(name) }

  /// A new `select` from a table, perhaps inside another.
  func row(ofTable table: Int, inside outer: SQLScope? = nil, named name: String? = nil) -> SQLRow {
    let own = identifier(data.tables[table].schema.name)
    if outer != nil { usage.usesSeveralTables = true }
    let scope = SQLScope((name.map { [$0] } ?? []) + [own], of: own, inside: outer)
    return SQLRow(scope: scope, alias: scope.alias, table: table, usage: usage)
  }

  /// A name for a query of a `with`, unlike any table's.
  func queryName(_ name: String) -> String {
    let tables = data.tables.map { $0.schema.name.lowercased() }
    return tables.contains(name) ? queryName(name + "_") : name
  }

  // MARK: Relations

  /// The row that to-one relations lead to, joined.
  func row(_ row: SQLRow, through hops: [Int]) throws(SQLRefusal) -> SQLRow {
    var result = row
    for hop in hops { result = try self.row(result, through: hop) }
    return result
  }

  /// The row that a to-one relation leads to, joined.
  func row(_ row: SQLRow, through relation: Int) throws(SQLRefusal) -> SQLRow {
    try checkKey(of: relation)
    let link = data.relations[relation]
    let table = identifier(data.tables[link.parentTable].schema.name)
    usage.usesSeveralTables = true
    let alias = row.scope.join(
      relation, from: row.alias, names: [table, identifier(link.name)], table: table
    ) { alias in
      let parent = SQLRow(scope: row.scope, alias: alias, table: link.parentTable, usage: usage)
      return sameKey(relation, child: row, parent: parent)
    }
    return SQLRow(scope: row.scope, alias: alias, table: link.parentTable, usage: usage)
  }

  /// That a child row names a parent row.
  func sameKey(_ relation: Int, child: SQLRow, parent: SQLRow) -> SQLExpression {
    let link = data.relations[relation]
    let pairs = zip(link.parentFields, link.childFields).map { parentField, childField in
      let key = data.tables[link.parentTable].schema.fields[parentField]
      let reference = data.tables[link.childTable].schema.fields[childField]
      var left = child.column(reference.name)
      var right = parent.column(key.name)
      if key.type.isText != reference.type.isText {
        left = dialect.text(left)
        right = dialect.text(right)
      }
      return SQLExpression.comparison(left, "=", right)
    }
    return .all(pairs)
  }

  /// Refuses a relation whose key several parents have: a row leads to the first of them, and
  /// tables of SQL have no first.
  func checkKey(of relation: Int) throws(SQLRefusal) {
    let link = data.relations[relation]
    guard !isKey(link.parentFields, ofTable: link.parentTable) else { return }
    let schema = data.tables[link.parentTable].schema
    let key = link.parentFields.map { schema.fields[$0].name }.joined(separator: ", ")
    throw SQLRefusal(
      "several \(schema.name) have the same \(key), and in SQL a row would lead to all of them")
  }

  /// Whether no two rows have the same values, of those that have them all.
  func isKey(_ fields: [Int], ofTable table: Int) -> Bool {
    let columns = fields.map { data.tables[table].columns[$0] }
    var known: Set<[String]> = []
    for row in 0..<data.tables[table].rowCount {
      let values = columns.compactMap { $0.keyText(row) }
      if values.count == columns.count, !known.insert(values).inserted { return false }
    }
    return true
  }

  /// Whether a child row names a parent that is not there.
  func hasDanglingRows(_ relation: Int) -> Bool {
    let link = data.relations[relation]
    let columns = link.childFields.map { data.tables[link.childTable].columns[$0] }
    return data.relationIndex(relation).parentOfChild.enumerated().contains { row, parent in
      parent < 0 && columns.allSatisfy { $0.recorded.contains(row) }
    }
  }
}

extension FieldType {
  /// Whether its values are texts in a table.
  fileprivate var isText: Bool { self == .text || self == .category }
}

extension Column {
  /// A value as text that differs where values do; `nil` where it is missing.
  fileprivate func keyText(_ row: Int) -> String? {
    guard recorded.contains(row) else { return nil }
    return switch values {
    case .coded(let coded): coded.dictionary[Int(coded.codes[row])]
    case .integers(let values): String(values[row])
    case .numbers(let values): String(values[row])
    case .dates(let values): String(values[row])
    case .flags(let yes): String(yes.contains(row))
    case .lists: nil
    }
  }
}
