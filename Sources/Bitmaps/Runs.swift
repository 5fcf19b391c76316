internal import CBitmapKernels

/// Places that are divided into runs, as the children of each parent that stand one after another.
///
/// Takes a set of runs to the set of their places and back a word at a time, without looking at each
/// place: that two bits are carried by one addition through all the places of a run is the trick behind
/// both.
public struct Runs: Sendable {
  /// The number of runs, of which some can be empty.
  public let runCount: Int
  /// The number of places.
  public let placeCount: Int
  /// The runs that have a place.
  public let occupied: Bitmap
  private let starts: Words
  private let ends: Words

  /// Creates the division from where each run begins.
  ///
  /// - Parameter offsets: Where each run begins, upwards, and where the last ends; the first is 0.
  public init(offsets: UnsafeBufferPointer<Int32>) { self.init(bounds: offsets) }

  /// Creates the division from where each run begins.
  ///
  /// - Parameter offsets: Where each run begins, upwards, and where the last ends; the first is 0.
  public init(offsets: UnsafeBufferPointer<UInt32>) { self.init(bounds: offsets) }

  private init<Place: FixedWidthInteger>(bounds: UnsafeBufferPointer<Place>) {
    runCount = bounds.count - 1
    placeCount = Int(bounds[runCount])
    let length = Bitmap.wordCount(placeCount)
    let starts = Words(length, repeating: 0)
    let ends = Words(length, repeating: 0)
    func mark(_ place: Int, _ words: Words) {
      words.base[place >> 6] |= 1 << UInt64(place & 63)
    }
    occupied = Bitmap(capacity: runCount) { run in
      guard bounds[run] < bounds[run + 1] else { return false }
      mark(Int(bounds[run]), starts)
      mark(Int(bounds[run + 1]) - 1, ends)
      return true
    }.compacted()
    self.starts = starts
    self.ends = ends
  }

  /// How much memory the division takes.
  public var byteCount: Int {
    (starts.length + ends.length) * MemoryLayout<UInt64>.stride + occupied.byteCount
  }

  /// The places of some runs.
  ///
  /// - Complexity: O((places + runs) / 64).
  public func places(of runs: Bitmap) -> Bitmap {
    precondition(runs.capacity == runCount, "runs of another division")
    if runs.isEmpty { return Bitmap(capacity: placeCount) }
    if runs.isFull { return Bitmap(allOf: placeCount) }
    var bits = runs.expanded()
    if !occupied.isFull {
      let mask = occupied.expanded()
      let dense = Words(uninitialised: bits.length)
      kernels.compress(bits.base, mask.base, bits.length, dense.base)
      bits = dense
    }
    let words = Words(starts.length) {
      kernels.spread_over_runs(bits.base, starts.base, starts.length, $0)
    }
    // The last run goes on past the last place.
    words.forgetCount()
    Bitmap.clearTail(words, placeCount)
    return Bitmap(capacity: placeCount, counted: words)
  }

  /// The runs of which some place is in a set.
  ///
  /// - Complexity: O((places + runs) / 64).
  public func runs(withAnyOf places: Bitmap) -> Bitmap {
    precondition(places.capacity == placeCount, "places of another division")
    if places.isEmpty { return Bitmap(capacity: runCount) }
    if places.isFull { return occupied }
    let bits = places.expanded()
    let dense = Words(Bitmap.wordCount(runCount), repeating: 0)
    kernels.any_of_runs(bits.base, ends.base, bits.length, dense.base)
    guard !occupied.isFull else { return Bitmap(capacity: runCount, counted: dense) }
    let mask = occupied.expanded()
    let words = Words(dense.length) {
      kernels.expand(dense.base, mask.base, dense.length, $0)
    }
    return Bitmap(capacity: runCount, counted: words)
  }
}
