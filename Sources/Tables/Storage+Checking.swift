/// Whether values are what they must be, at the speed of reading memory.
///
/// Each block is looked at whole, since a loop that may end at any value looks at one at a time.
extension Storage {
  /// Whether something is true of all values.
  @inline(__always)
  func allSatisfyInBlocks(_ isSound: (Element) -> Bool) -> Bool {
    withUnsafeBufferPointer { values in
      Self.areSound(values.count) { isSound(values[$0]) }
    }
  }

  /// Whether something is true of all positions.
  @inline(__always)
  fileprivate static func areSound(_ count: Int, _ isSound: (Int) -> Bool) -> Bool {
    var from = 0
    while from < count {
      let to = Swift.min(from &+ 1 << 12, count)
      var wrong: UInt8 = 0
      for position in from..<to { wrong |= isSound(position) ? 0 : 1 }
      if wrong != 0 { return false }
      from = to
    }
    return true
  }
}

extension Storage<UInt32> {
  /// Whether no value is below the one before.
  ///
  /// - Complexity: O(count).
  public var isUpwards: Bool {
    withUnsafeBufferPointer { values in
      Self.areSound(Swift.max(values.count - 1, 0)) { values[$0] <= values[$0 &+ 1] }
    }
  }
}

extension Storage<Int32> {
  /// Whether every value is a row number, or -1.
  ///
  /// - Parameter count: How many rows there are.
  /// - Complexity: O(count of values).
  public func areRows(below count: Int) -> Bool {
    let limit = UInt32(clamping: count)
    return allSatisfyInBlocks { UInt32(bitPattern: $0 &+ 1) <= limit }
  }
}
