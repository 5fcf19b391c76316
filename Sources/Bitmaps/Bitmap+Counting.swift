extension Bitmap {
  /// The number of rows in the set.
  ///
  /// - Complexity: O(capacity / 64).
  public var count: Int {
    var total = 0
    // `&+`: a sum of at most `capacity` cannot overflow, and checking stops vectorisation.
    for word in words { total &+= word.nonzeroBitCount }
    return total
  }

  /// Whether the set has no row.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The number of rows in both sets, without building the intersection.
  public func intersectionCount(with other: Bitmap) -> Int {
    precondition(capacity == other.capacity, "bitmaps of different tables")
    var total = 0
    for index in 0..<words.count {
      total &+= (words[index] & other.words[index]).nonzeroBitCount
    }
    return total
  }
}
