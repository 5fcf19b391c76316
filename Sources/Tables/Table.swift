/// The rows of one entity, by column.
///
/// A table never changes after loading. It may be read from its file only when it is first looked
/// into: then `columns` or `rowCount` take as long as the reading.
public struct Table: Sendable {
  /// What the codebook says.
  public let schema: EntitySchema
  private let content: Deferred<Content>
  /// What makes questions about its columns fast, built when first asked for and shared by all copies.
  public let indexes = ColumnIndexes()
  /// How many rows hold each value, counted when first asked for and shared by all copies.
  let counts: ColumnCounts

  /// The columns of a table and their length.
  public struct Content: Sendable {
    let columns: Columns
    let rowCount: Int

    /// Creates the content; every column has `rowCount` rows.
    public init(columns: [Column], rowCount: Int) {
      precondition(columns.allSatisfy { $0.rowCount == rowCount }, "columns of one length")
      self.init(columns: columns.map { Deferred($0) }, rowCount: rowCount)
    }

    /// Creates the content; each column is made when it is first asked for, with `rowCount` rows.
    public init(columns: [Deferred<Column>], rowCount: Int) {
      self.columns = Columns(columns)
      self.rowCount = rowCount
    }
  }

  /// Columns by position, each made when it is first asked for.
  public struct Columns: RandomAccessCollection, Sendable {
    fileprivate let deferred: [Deferred<Column>]

    fileprivate init(_ columns: [Deferred<Column>]) { deferred = columns }

    /// The first position.
    public var startIndex: Int { 0 }
    /// The position past the last.
    public var endIndex: Int { deferred.count }
    /// The column at a position.
    public subscript(position: Int) -> Column { deferred[position].value }
  }

  /// Creates a table; every column has `rowCount` rows and there is one for each field.
  public init(schema: EntitySchema, columns: [Column], rowCount: Int) {
    precondition(columns.count == schema.fields.count, "a column for each field")
    self.schema = schema
    content = Deferred(Content(columns: columns, rowCount: rowCount))
    counts = ColumnCounts(columnCount: columns.count)
  }

  /// Creates a table whose rows are read when they are first needed.
  ///
  /// - Parameter content: Gives a column for each field of the schema; called once.
  public init(schema: EntitySchema, content: Deferred<Content>) {
    self.schema = schema
    self.content = content
    counts = ColumnCounts(columnCount: schema.fields.count)
  }

  /// The table with another codebook for its columns, some of which are others.
  ///
  /// Columns that are not read yet stay so.
  public func replacing(_ columns: [Int: Column] = [:], schema: EntitySchema) -> Table {
    let old = content.value
    let all = old.columns.deferred.enumerated().map { position, column in
      columns[position].map { Deferred($0) } ?? column
    }
    return Table(schema: schema, content: Deferred(Content(columns: all, rowCount: old.rowCount)))
  }

  /// The columns, in the order of `schema.fields`.
  public var columns: Columns { content.value.columns }

  /// The number of rows.
  public var rowCount: Int { content.value.rowCount }

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
