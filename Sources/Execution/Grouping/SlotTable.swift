/// Numbers of 64 bits, each with a small number of its own in the order in which they were first
/// met.
///
/// A table with open addressing: where millions of combinations are counted, a dictionary of arrays
/// would take most of a second for each million.
struct SlotTable: Sendable {
  /// The numbers by the small ones they have.
  private(set) var keys: [UInt64] = []
  /// For each place one more than a small number; 0 for a free place.
  private var places: [UInt32]
  private var shift: UInt64

  init() {
    places = Array(repeating: 0, count: 1 << 10)
    shift = 64 - 10
  }

  /// The number of different numbers.
  var count: Int { keys.count }

  /// Where the search for a number begins (Fibonacci hashing: Knuth, volume 3, 6.4).
  @inline(__always)
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The small number of a number, which it gets if it has none.
  @inline(__always)
  mutating func insert(_ key: UInt64) -> UInt32 {
    var place = start(key)
    while places[place] != 0 {
      let found = places[place] &- 1
      if keys[Int(found)] == key { return found }
      place = (place &+ 1) & (places.count &- 1)
    }
    let new = UInt32(truncatingIfNeeded: keys.count)
    keys.append(key)
    places[place] = new &+ 1
    if keys.count &* 2 > places.count { grow() }
    return new
  }

  /// The small number of a number; `nil` if it has none.
  func find(_ key: UInt64) -> UInt32? {
    var place = start(key)
    while places[place] != 0 {
      let found = places[place] &- 1
      if keys[Int(found)] == key { return found }
      place = (place &+ 1) & (places.count &- 1)
    }
    return nil
  }

  private mutating func grow() {
    shift -= 2
    places = Array(repeating: 0, count: places.count * 4)
    for (number, key) in keys.enumerated() {
      var place = start(key)
      while places[place] != 0 { place = (place &+ 1) & (places.count &- 1) }
      places[place] = UInt32(truncatingIfNeeded: number) &+ 1
    }
  }
}
