internal import CDelimitedScan

/// Bytes of one text, eight at a time.
enum TextBytes {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A mix of all bytes.
  ///
  /// Eight must be readable from any of them.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: length)
    if length >= 8 {
      hash = (hash ^ cds_load64(text)) &* factor
      var at = 8
      while at &+ 8 < length {
        hash = ((hash ^ (hash &>> 29)) ^ cds_load64(text + at)) &* factor
        at &+= 8
      }
      hash = ((hash ^ (hash &>> 32)) ^ cds_load64(text + (length &- 8))) &* factor
    } else {
      hash = (hash &<< 59 ^ (cds_load64(text) & mask(length))) &* factor
    }
    hash = (hash ^ (hash &>> 32)) &* factor
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }

  @inline(__always)
  static func areEqual(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    guard length >= 8 else { return (cds_load64(a) ^ cds_load64(b)) & mask(length) == 0 }
    var at = 0
    while at &+ 8 < length {
      if cds_load64(a + at) != cds_load64(b + at) { return false }
      at &+= 8
    }
    return cds_load64(a + (length &- 8)) == cds_load64(b + (length &- 8))
  }

  /// Where a text stands beside another in ascending order.
  ///
  /// Eight bytes must be readable from any byte of both.
  @inline(__always)
  static func place(
    _ text: UnsafePointer<UInt8>, _ length: Int,
    beside other: UnsafePointer<UInt8>, _ otherLength: Int
  ) -> TextInterner.Place {
    if length != otherLength { return length < otherLength ? .below : .above }
    var at = 0
    while at < length {
      // The last eight bytes may be looked at again; they were equal.
      let from = length >= 8 ? min(at, length &- 8) : 0
      let keep = mask(min(length, 8))
      let a = (cds_load64(text + from) & keep).bigEndian
      let b = (cds_load64(other + from) & keep).bigEndian
      if a != b { return a < b ? .below : .above }
      at = from &+ 8
    }
    return .same
  }

  /// The bytes of a text shorter than eight, of the eight that are loaded from its beginning.
  @inline(__always)
  private static func mask(_ length: Int) -> UInt64 {
    length == 0 ? 0 : ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
  }
}
