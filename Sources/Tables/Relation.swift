/// A declared link from many rows of one table to one row of another.
public struct Relation: Sendable, Hashable {
  /// What the many call the one: `review` in `review.grade`.
  public let name: String
  /// What the one calls the many: `children` in `any child (...)`.
  public var inverseName: String
  /// The table of the many, as a position in `DataSet.tables`.
  public let childTable: Int
  /// The fields of the child table that hold the key, as positions.
  public let childFields: [Int]
  /// The table of the one.
  public let parentTable: Int
  /// The fields of the parent table that are the key, in the same order.
  public let parentFields: [Int]

  /// Creates a relation.
  public init(
    name: String, inverseName: String, childTable: Int, childFields: [Int], parentTable: Int,
    parentFields: [Int]
  ) {
    self.name = name
    self.inverseName = inverseName
    self.childTable = childTable
    self.childFields = childFields
    self.parentTable = parentTable
    self.parentFields = parentFields
  }

  /// Whether two relations have the same name and the same fields, whatever the way back is called.
  public func isSame(as other: Relation) -> Bool {
    name == other.name && childTable == other.childTable && childFields == other.childFields
      && parentTable == other.parentTable && parentFields == other.parentFields
  }
}
