internal import Bitmaps

/// The rows of one entity, by column.
///
/// Never changes after loading.
public struct Table: Sendable {
  /// What the codebook says.
  public let schema: EntitySchema
  /// The columns, in the order of `schema.fields`.
  public let columns: [Column]
  /// The number of rows.
  public let rowCount: Int
  /// The sets of rows that hold each value, built when first asked for and shared by all copies.
  let indexes: ColumnIndexes

  /// Creates a table; every column has `rowCount` rows and there is one for each field.
  public init(schema: EntitySchema, columns: [Column], rowCount: Int) {
    precondition(columns.count == schema.fields.count, "a column for each field")
    precondition(columns.allSatisfy { $0.rowCount == rowCount }, "columns of one length")
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
    indexes = ColumnIndexes(columnCount: columns.count)
  }

  /// The position of a field by its name, exactly, or else without regard to case when only one
  /// name matches so.
  public func fieldIndex(named name: String) -> Int? {
    NameMatch.index(of: name, in: schema.fields.lazy.map(\.name))
  }
}

/// How names in a query find names in the data.
public enum NameMatch {
  /// The position of an exact match, or else of the only match that ignores case.
  public static func index(of name: String, in names: some Sequence<String>) -> Int? {
    var folded: Int?
    var isAmbiguous = false
    let wanted = name.lowercased()
    for (index, candidate) in names.enumerated() {
      if candidate == name { return index }
      if candidate.lowercased() == wanted {
        isAmbiguous = folded != nil
        folded = folded ?? index
      }
    }
    return isAmbiguous ? nil : folded
  }
}
