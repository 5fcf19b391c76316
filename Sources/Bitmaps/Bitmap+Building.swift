extension Bitmap {
  /// Creates the set of rows for which a test holds, a word at a time.
  ///
  /// - Complexity: `capacity` calls of the test, and one store for each 64.
  @inlinable
  public init(capacity: Int, where test: (Int) -> Bool) {
    self.init(capacity: capacity)
    let words = Words(uninitialised: Self.wordCount(capacity))
    var row = 0
    for index in 0..<words.length {
      var word: UInt64 = 0
      let end = Swift.min(capacity, row &+ 64)
      var bit: UInt64 = 1
      while row < end {
        if test(row) { word |= bit }
        bit = bit &<< 1
        row &+= 1
      }
      words.base[index] = word
    }
    form = .words(words)
  }
}
