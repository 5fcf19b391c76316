public import Bitmaps

/// A relation as row numbers, both ways.
public struct RelationIndex: Sendable {
  /// The parent's row for each child row; -1 where there is none.
  public let parentOfChild: Storage<Int32>
  /// `parentRowCount + 1` offsets into `children`.
  public let childOffsets: Storage<Int32>
  /// The child rows grouped by parent, each group upwards.
  public let children: Storage<Int32>
  private let layout: Deferred<Layout>

  /// Where the children stand, found when sets are first taken across.
  private struct Layout {
    /// The places in `children` of each parent.
    var runs: Runs
    /// Whether `children` are all rows in their order.
    var isInOrder: Bool
    var orphans: Bitmap
  }

  /// Creates the index from each child's parent, by counting.
  ///
  /// - Complexity: O(children + parents).
  public init(parentOfChild: Storage<Int32>, parentRowCount: Int) {
    var offsets = [Int32](repeating: 0, count: parentRowCount + 1)
    for parent in parentOfChild where parent >= 0 { offsets[Int(parent) + 1] += 1 }
    for parent in 0..<parentRowCount { offsets[parent + 1] += offsets[parent] }
    let childOffsets = Storage(offsets)
    var children = [Int32](repeating: 0, count: Int(offsets[parentRowCount]))
    for (child, parent) in parentOfChild.enumerated() where parent >= 0 {
      children[Int(offsets[Int(parent)])] = Int32(child)
      offsets[Int(parent)] += 1
    }
    self.init(
      parentOfChild: parentOfChild, childOffsets: childOffsets, children: Storage(children))
  }

  /// Creates the index from its parts.
  public init(
    parentOfChild: Storage<Int32>, childOffsets: Storage<Int32>, children: Storage<Int32>
  ) {
    self.parentOfChild = parentOfChild
    self.childOffsets = childOffsets
    self.children = children
    layout = Deferred {
      let rowCount = parentOfChild.count
      return Layout(
        runs: childOffsets.withUnsafeBufferPointer { Runs(offsets: $0) },
        isInOrder: children.count == rowCount
          && children.withUnsafeBufferPointer { rows in rows.indices.allSatisfy { rows[$0] == $0 } },
        orphans: parentOfChild.withUnsafeBufferPointer { Bitmap(of: $0, in: Int32.min...(-1)) }
          .compacted())
    }
  }

  /// The child rows of a parent row.
  public func children(of parent: Int) -> Slice<Storage<Int32>> {
    children[Int(childOffsets[parent])..<Int(childOffsets[parent + 1])]
  }
}

/// Sets of rows taken across the relation.
extension RelationIndex {
  /// The children without a parent.
  public var orphans: Bitmap { layout.value.orphans }

  /// The parents that have a child.
  public var parentsWithChildren: Bitmap { layout.value.runs.occupied }

  /// The children of some parents.
  ///
  /// - Complexity: O((children + parents) / 64) where children stand in the order of their parents,
  ///   otherwise O(children).
  public func children(ofAny parents: Bitmap) -> Bitmap {
    if parents.isEmpty { return Bitmap(capacity: parentOfChild.count) }
    if layout.value.isInOrder { return layout.value.runs.places(of: parents) }
    return parentOfChild.withUnsafeBufferPointer { parents.gathered(by: $0) }
  }

  /// The parents of some children.
  ///
  /// - Complexity: As of `children(ofAny:)`.
  public func parents(ofAny rows: Bitmap) -> Bitmap {
    if layout.value.isInOrder { return layout.value.runs.runs(withAnyOf: rows) }
    let places = children.withUnsafeBufferPointer { rows.gathered(by: $0) }
    return layout.value.runs.runs(withAnyOf: places)
  }

  /// How many of some rows each parent has among its children.
  ///
  /// - Complexity: O(parents + rows of the set).
  public func childCounts(in rows: Bitmap) -> [Int32] {
    var counts = [Int32](repeating: 0, count: childOffsets.count - 1)
    parentOfChild.withUnsafeBufferPointer { parents in
      rows.forEachRow { row in
        let parent = Int(parents[row])
        if parent >= 0 { counts[parent] &+= 1 }
      }
    }
    return counts
  }
}
