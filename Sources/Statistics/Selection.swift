extension [Double] {
  /// The value at a place in ascending order, and the one after it, or itself at the end.
  ///
  /// - Complexity: O(n) on average; of many values two passes over them, and what is left is small
  ///   unless they lie very close together.
  func neighbours(at place: Int) -> (Double, Double) {
    var (values, place) = count < Self.many ? (self, place) : around(place)
    let low = values.select(place)
    return (low, values[(place + 1)...].min() ?? low)
  }

  /// As many values are worth being counted by their leading bits first.
  private static var many: Int { 1 << 14 }

  /// The values among which those at a place and after it are, and the place among these.
  private func around(_ place: Int) -> ([Double], Int) {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for value in self { counts[value.rank] &+= 1 }
    var (first, before) = (0, 0)
    while before + counts[first] <= place {
      before += counts[first]
      first += 1
    }
    var (last, upTo) = (first, before + counts[first])
    while upTo < Swift.min(place + 2, count) {
      last += 1
      upTo += counts[last]
    }
    let ranks = first...last
    var near: [Double] = []
    near.reserveCapacity(upTo - before)
    for value in self where ranks.contains(value.rank) { near.append(value) }
    return (near, place - before)
  }

  /// Puts at a place the value that it would have in ascending order, with none greater before it and
  /// none smaller after.
  ///
  /// Hoare's selection (1961, "Algorithm 65: find") around the middle of three. Where the values are
  /// laid out so that the parts hardly shrink, what is left is sorted.
  ///
  /// - Complexity: O(n) on average, O(n log n) at worst.
  mutating func select(_ place: Int) -> Double {
    withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      var work = 16 * values.count
      while high - low > 16, work > 0 {
        work -= high - low
        let pivot = values.middle(low, (low + high) / 2, high)
        var (left, right) = (low, high)
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        // What lies between the two is the pivot.
        if place <= right {
          high = right
        } else if place >= left {
          low = left
        } else {
          return pivot
        }
      }
      values[low...high].sort()
      return values[place]
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// The middle one of three values.
  fileprivate func middle(_ a: Int, _ b: Int, _ c: Int) -> Double {
    Swift.max(Swift.min(self[a], self[b]), Swift.min(Swift.max(self[a], self[b]), self[c]))
  }
}

extension Double {
  /// The leading 16 bits in the order of the numbers: sign, power of two, and sixteenths of it.
  fileprivate var rank: Int {
    let leading = UInt16(truncatingIfNeeded: bitPattern &>> 48)
    return Int(leading & 0x8000 == 0 ? leading | 0x8000 : ~leading)
  }
}
