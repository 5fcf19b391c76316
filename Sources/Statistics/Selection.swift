extension [Double] {
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
