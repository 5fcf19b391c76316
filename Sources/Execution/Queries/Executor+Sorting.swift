internal import Bitmaps
internal import Planning

extension Executor {
  /// Groups in the order of the sort keys, and otherwise as they are.
  ///
  /// - Parameters:
  ///   - groups: Positions of groups, upwards.
  ///   - first: How many are wanted; all when left out.
  ///   - measure: The number of a group's measure; a group without one comes last.
  /// - Complexity: O(groups × log first).
  static func sorted(
    _ groups: [Int], of grouping: Groups, by sort: [BoundQuery.Sort], first: Int? = nil,
    measure: (_ group: Int, _ measure: Int) -> Double?
  ) -> [Int] {
    guard !sort.isEmpty else { return Self.first(first, of: groups) }
    let precedes = { (a: Int, b: Int) in Self.precedes(a, b, grouping, sort, measure) }
    guard let first, first < groups.count / 4 else {
      return Array(groups.sorted(by: precedes).prefix(first ?? Int.max))
    }
    var leading = Leading<Int>(first)
    for group in groups { leading.consider(group, precedes) }
    return leading.first(precedes)
  }

  private static func precedes(
    _ a: Int, _ b: Int, _ groups: Groups, _ sort: [BoundQuery.Sort],
    _ measure: (Int, Int) -> Double?
  ) -> Bool {
    // Missing stays last whichever way the rest goes.
    let aIsMissing = groups.code(a, 0) == GroupKeys.missing
    if aIsMissing != (groups.code(b, 0) == GroupKeys.missing) { return !aIsMissing }
    for key in sort {
      let order: Int
      switch key.key {
      case .measure(let index):
        let (left, right) = (measure(a, index), measure(b, index))
        guard let left, let right else {
          if (left == nil) != (right == nil) { return right == nil }
          continue
        }
        order = compare(left, right)
      case .dimension(let index):
        let (left, right) = (groups.place(a, index), groups.place(b, index))
        if left == GroupKeys.missing || right == GroupKeys.missing {
          if left != right { return right == GroupKeys.missing }
          continue
        }
        order = compare(left, right)
      case .column: order = 0
      }
      if order != 0 { return key.isDescending ? order > 0 : order < 0 }
    }
    return a < b
  }

  static func compare<Value: Comparable>(_ a: Value, _ b: Value) -> Int {
    a < b ? -1 : a > b ? 1 : 0
  }
}
