internal import Bitmaps

extension RowNumbers {
  /// From the least to the greatest number of a selection of recorded rows, if all are whole and not
  /// so many apart that a place for each would be too much; `nil` also of no rows.
  func wholeRange(
    among rows: Bitmap, most: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> ClosedRange<Int>? {
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity).map { range throws(QueryCancelled) in
      var extent = Extent()
      let wholes = MemberNumbers<Int>()
      let numbers = MemberNumbers<Double>()
      try Members<UInt32>.forEachBlock(of: bits, in: range, by: nil, cancellation) { members in
        if !extent.isWhole { return }
        if areWhole {
          copy(members, to: wholes)
          extent.add(wholes)
        } else {
          copy(members, to: numbers)
          extent.add(numbers)
        }
      }
      return extent
    }
    let found = parts.reduce(into: Extent()) { $0.add($1) }
    guard found.isWhole, found.low <= found.high else { return nil }
    let (distance, overflow) = found.high.subtractingReportingOverflow(found.low)
    return overflow || distance >= most ? nil : found.low...found.high
  }

  private struct Extent: Sendable {
    var low = Int.max
    var high = Int.min
    var isWhole = true

    mutating func add(_ other: Extent) {
      low = min(low, other.low)
      high = max(high, other.high)
      isWhole = isWhole && other.isWhole
    }

    mutating func add(_ numbers: MemberNumbers<Int>) {
      var (least, greatest) = (low, high)
      for member in 0..<numbers.count {
        least = min(least, numbers[member])
        greatest = max(greatest, numbers[member])
      }
      (low, high) = (least, greatest)
    }

    mutating func add(_ numbers: MemberNumbers<Double>) {
      var (least, greatest, whole) = (Double.infinity, -Double.infinity, true)
      for member in 0..<numbers.count {
        let value = numbers[member]
        least = min(least, value)
        greatest = max(greatest, value)
        whole = whole && value == value.rounded(.towardZero)
      }
      guard whole, let first = Int(exactly: least), let last = Int(exactly: greatest) else {
        isWhole = false
        return
      }
      (low, high) = (min(low, first), max(high, last))
    }
  }
}
