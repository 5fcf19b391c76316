public import Bitmaps

/// What is made of codes, row by row, with a loop for each width.
extension Codes {
  /// A value for each row, where every row has a code.
  ///
  /// The memory of the codes becomes that of the values where they are as wide and nobody else looks
  /// at it.
  ///
  /// - Parameter values: A value for each code.
  /// - Complexity: O(count).
  @inlinable
  public consuming func mapped<Value: BitwiseCopyable & Sendable>(
    _ values: [Value]
  ) -> Storage<Value> {
    values.withUnsafeBufferPointer { values in
      switch form {
      case .bytes(let codes): codes.mapped { values[Int($0)] }
      case .shorts(let codes): codes.mapped { values[Int($0)] }
      case .words(let codes): codes.mapped { values[Int($0)] }
      }
    }
  }

  /// Other codes for each row, where every row has one.
  ///
  /// - Parameters:
  ///   - codes: The new code of each, or `none`.
  ///   - limit: A number that all new codes but `none` are below.
  /// - Complexity: O(count).
  public consuming func mapped(_ codes: [UInt32], below limit: Int) -> Codes {
    // As narrow as before if that will do, so that the memory can be used again.
    switch Swift.max(width, Width(holding: limit)) {
    case .byte: Codes(.bytes(mapped(codes.map { UInt8(truncatingIfNeeded: $0) })))
    case .short: Codes(.shorts(mapped(codes.map { UInt16(truncatingIfNeeded: $0) })))
    case .word: Codes(.words(mapped(codes)))
    }
  }

  /// The rows whose code is marked, where every row has one.
  ///
  /// - Parameter isMarked: Whether each code is.
  /// - Complexity: O(count).
  public func rows(where isMarked: [Bool]) -> Bitmap {
    isMarked.withUnsafeBufferPointer { isMarked in
      switch form {
      case .bytes(let codes): Self.rows(codes, isMarked)
      case .shorts(let codes): Self.rows(codes, isMarked)
      case .words(let codes): Self.rows(codes, isMarked)
      }
    }
  }

  private static func rows<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Storage<Code>, _ isMarked: UnsafeBufferPointer<Bool>
  ) -> Bitmap {
    codes.withUnsafeBufferPointer { codes in
      Bitmap(capacity: codes.count) { isMarked[Int(codes[$0])] }
    }
  }

  /// The rows that hold a code; of one that there cannot be, none.
  ///
  /// - Complexity: O(count), at the speed of reading memory.
  public func rows(equalTo code: UInt32) -> Bitmap {
    switch form {
    case .bytes(let codes):
      guard let code = UInt8(exactly: code), code < .max else {
        return Bitmap(capacity: codes.count)
      }
      return codes.withUnsafeBufferPointer { Bitmap(of: $0, in: code...code) }
    case .shorts(let codes):
      guard let code = UInt16(exactly: code), code < .max else {
        return Bitmap(capacity: codes.count)
      }
      return codes.withUnsafeBufferPointer { Bitmap(of: $0, in: code...code) }
    case .words(let codes):
      return codes.withUnsafeBufferPointer { Bitmap(of: $0, equalTo: code) }
    }
  }

  /// How many rows hold each code.
  ///
  /// - Parameter limit: The number of codes; those that are not below it are not counted.
  /// - Complexity: O(count + limit).
  public func tally(below limit: Int) -> [UInt32] {
    switch form {
    case .bytes(let codes): Self.tally(codes, limit)
    case .shorts(let codes): Self.tally(codes, limit)
    case .words(let codes): Self.tally(codes, limit)
    }
  }

  private static func tally<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Storage<Code>, _ limit: Int
  ) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: limit)
    codes.withUnsafeBufferPointer { codes in
      counts.withUnsafeMutableBufferPointer { counts in
        for code in codes where Int(code) < counts.count { counts[Int(code)] &+= 1 }
      }
    }
    return counts
  }

  /// Whether every code is below a limit, or `none`.
  ///
  /// - Complexity: O(count), at the speed of reading memory.
  public func areCodes(below limit: Int) -> Bool {
    switch form {
    case .bytes(let codes): Self.areCodes(codes, below: limit)
    case .shorts(let codes): Self.areCodes(codes, below: limit)
    case .words(let codes): Self.areCodes(codes, below: limit)
    }
  }

  private static func areCodes<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Storage<Code>, below limit: Int
  ) -> Bool {
    // One more than `none` is 0, and than a code at most the limit.
    let limit = Code(clamping: limit)
    return codes.allSatisfyInBlocks { $0 &+ 1 <= limit }
  }
}
