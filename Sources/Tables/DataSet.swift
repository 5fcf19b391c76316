/// Everything that was loaded from one package or set of files.
///
/// Never changes after loading.
public struct DataSet: Sendable {
  /// The package's name, or the file's name without its extension.
  public let name: String
  /// A heading for people.
  public let title: String
  /// A sentence or more; empty when the package gives none.
  public let description: String
  /// The package's version, as it says; `nil` where it says none.
  public let version: String?
  /// Whether the package says that its rows are invented.
  public let isSynthetic: Bool
  /// The tables, in package order.
  public let tables: [Table]
  /// The links between them.
  public let relations: [Relation]
  /// The links as row numbers, one for each relation.
  public let relationIndexes: [Deferred<RelationIndex>]
  /// The memory that indexes of the tables take and may take.
  public let indexBudget: IndexBudget
  /// The text of the package's definitions script, and the name to show for it.
  public let definitions: (name: String, text: String)?

  /// Creates a data set.
  public init(
    name: String, title: String = "", description: String = "", version: String? = nil,
    isSynthetic: Bool = false, tables: [Table], relations: [Relation] = [],
    relationIndexes: [Deferred<RelationIndex>] = [], indexBudget: IndexBudget = IndexBudget(),
    definitions: (name: String, text: String)? = nil
  ) {
    precondition(relations.count == relationIndexes.count, "an index for each relation")
    self.name = name
    self.title = title.isEmpty ? name : title
    self.description = description
    self.version = version
    self.isSynthetic = isSynthetic
    self.tables = tables
    self.relations = relations
    self.relationIndexes = relationIndexes
    self.definitions = definitions
    self.indexBudget = indexBudget
    for table in tables { table.indexes.join(indexBudget) }
  }

  /// A link as row numbers.
  ///
  /// - Parameter relation: A position in `relations`.
  public func relationIndex(_ relation: Int) -> RelationIndex { relationIndexes[relation].value }

  /// The position of a table by its plural or singular name, as `NameMatch` compares.
  public func tableIndex(named name: String) -> Int? {
    NameMatch.index(of: name, in: tables.lazy.map(\.schema.name))
      ?? NameMatch.index(of: name, in: tables.lazy.map(\.schema.singular))
  }
}
