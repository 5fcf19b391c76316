internal import Bitmaps
internal import Statistics
internal import Tables

extension Evaluator {
  /// How the numbers of each group are put in order.
  enum SampleMethod {
    /// A counter for each whole number and group.
    case counted
    /// The numbers of each group side by side.
    case gathered
  }

  /// Counters for each whole number and group, at most: what a second-level cache holds, and some.
  private static let mostCounters = 1 << 20
  /// Counters for each row, at most: to sort a few numbers takes less time than to clear and read
  /// counters for all that lie between them.
  private static let countersPerRow = 64

  /// The numbers of each group.
  ///
  /// - Parameters:
  ///   - rows: Part of those that the groups were made from.
  ///   - method: How to go about it; the better one when left out.
  func samples(
    of numbers: RowNumbers, _ rows: Bitmap, _ groups: Groups, method: SampleMethod? = nil
  ) throws(QueryCancelled) -> [Sample] {
    let recorded = rows.intersection(numbers.recorded)
    if method == nil, let samples = try counted(numbers, recorded, groups) { return samples }
    let counters =
      method == nil
      ? min(Self.mostCounters, recorded.count * Self.countersPerRow) : Self.mostCounters
    if method != .gathered,
      let range = try numbers.wholeRange(
        among: recorded, most: max(1, counters / max(1, groups.count)), cancellation)
    {
      return try counted(numbers, recorded, groups, range)
    }
    return try gathered(numbers, recorded, groups)
  }

  private func counted(
    _ numbers: RowNumbers, _ rows: Bitmap, _ groups: Groups, _ range: ClosedRange<Int>
  ) throws(QueryCancelled) -> [Sample] {
    let (width, low) = (range.count, range.lowerBound)
    let size = width * groups.count
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity, cells: size).map { stretch throws(QueryCancelled) in
      var counters = [UInt32](repeating: 0, count: size)
      let found = MemberNumbers<Int>()
      try groups.forEachBlock(of: bits, in: stretch) { members in
        numbers.copy(members, to: found)
        counters.withUnsafeMutableBufferPointer { counters in
          for member in 0..<members.count {
            counters[Int(members.slots[member]) &* width &+ found[member] &- low] &+= 1
          }
        }
      }
      return counters
    }
    let total = parts.summed
    return (0..<groups.count).map { group in
      Sample(total[group * width..<(group + 1) * width], from: low)
    }
  }

  /// The numbers of the groups of one dimension, where codes and numbers fit a byte each; `nil` where
  /// something does not.
  private func counted(
    _ numbers: RowNumbers, _ rows: Bitmap, _ groups: Groups
  ) throws(QueryCancelled) -> [Sample]? {
    guard groups.dimensions.count == 1, let codes = groups.dimensions[0].bytes,
      numbers.elsewhere == nil, let narrow = numbers.narrow?.value,
      case .bytes(let bytes) = narrow.codes
    else { return nil }
    let width = Int(UInt8.max) + 1
    let radix = groups.dimensions[0].radix
    let counts = try BytePairs.counts(of: rows, codes, radix, bytes, width, cancellation)
    return (0..<groups.count).map { group in
      let code = groups.code(group, 0)
      let digit = code == GroupKeys.missing ? radix - 1 : Int(code)
      // The first place is of rows without a number, of which there are none.
      return Sample(counts[digit * width + 1..<(digit + 1) * width], from: narrow.lowest)
    }
  }

  private func gathered(
    _ numbers: RowNumbers, _ rows: Bitmap, _ groups: Groups
  ) throws(QueryCancelled) -> [Sample] {
    let counts = try groups.counts(of: rows)
    var ends = counts
    var start = 0
    for group in ends.indices {
      (ends[group], start) = (start, start + counts[group])
    }
    var values = [Double](repeating: 0, count: start)
    let found = MemberNumbers<Double>()
    try groups.forEachBlock(of: RowBits(rows), in: 0..<rows.capacity) { members in
      numbers.copy(members, to: found)
      ends.withUnsafeMutableBufferPointer { ends in
        values.withUnsafeMutableBufferPointer { values in
          for member in 0..<members.count {
            let group = Int(members.slots[member])
            values[ends[group]] = found[member]
            ends[group] &+= 1
          }
        }
      }
    }
    // Each end is now where the group ends.
    return zip(counts, ends).map { count, end in Sample(values[end - count..<end]) }
  }
}

extension Sample {
  /// Whole numbers, by how often each occurs.
  fileprivate init(_ counts: ArraySlice<UInt32>, from low: Int) {
    var values: [Double] = []
    var occurring: [Int] = []
    for (place, count) in counts.enumerated() where count > 0 {
      values.append(Double(low + place))
      occurring.append(Int(count))
    }
    self.init(values, counts: occurring)
  }
}
