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

/// A relation as row numbers, both ways.
public struct RelationIndex: Sendable {
  /// The parent's row for each child row; -1 where there is none.
  public let parentOfChild: Storage<Int32>
  /// `parentRowCount + 1` offsets into `children`.
  public let childOffsets: Storage<Int32>
  /// The child rows grouped by parent, each group upwards.
  public let children: Storage<Int32>

  /// Creates the index from each child's parent, by counting.
  ///
  /// - Complexity: O(children + parents).
  public init(parentOfChild: Storage<Int32>, parentRowCount: Int) {
    var offsets = [Int32](repeating: 0, count: parentRowCount + 1)
    for parent in parentOfChild where parent >= 0 { offsets[Int(parent) + 1] += 1 }
    for parent in 0..<parentRowCount { offsets[parent + 1] += offsets[parent] }
    childOffsets = Storage(offsets)
    var children = [Int32](repeating: 0, count: Int(offsets[parentRowCount]))
    for (child, parent) in parentOfChild.enumerated() where parent >= 0 {
      children[Int(offsets[Int(parent)])] = Int32(child)
      offsets[Int(parent)] += 1
    }
    self.parentOfChild = parentOfChild
    self.children = Storage(children)
  }

  /// Creates the index from its parts.
  public init(
    parentOfChild: Storage<Int32>, childOffsets: Storage<Int32>, children: Storage<Int32>
  ) {
    self.parentOfChild = parentOfChild
    self.childOffsets = childOffsets
    self.children = children
  }

  /// The child rows of a parent row.
  public func children(of parent: Int) -> Slice<Storage<Int32>> {
    children[Int(childOffsets[parent])..<Int(childOffsets[parent + 1])]
  }
}
