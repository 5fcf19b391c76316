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
    return Leading.rows(first ?? groups.count, of: groups) { a, b in
      precedes(a, b, grouping, sort, measure)
    }
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

/// The rows that come first in some order, found without putting all in order.
enum Leading {
  /// How many more rows than wanted are kept before those that come later are dropped.
  private static let slack = 4096

  /// So many of the rows, in order.
  ///
  /// - Parameter precedes: Which of two different rows comes first; never neither.
  /// - Complexity: O(rows × log count).
  static func rows(_ count: Int, of rows: [Int], _ precedes: (Int, Int) -> Bool) -> [Int] {
    if count >= rows.count / 4 { return Array(rows.sorted(by: precedes).prefix(count)) }
    var kept: [Int] = []
    for row in rows { add(row, to: &kept, count, precedes) }
    return Array(kept.sorted(by: precedes).prefix(count))
  }

  /// Keeps a row among those that may come first.
  ///
  /// - Parameter kept: The `count` first so far, in order, and after them others that precede the last
  ///   of these.
  private static func add(
    _ row: Int, to kept: inout [Int], _ count: Int, _ precedes: (Int, Int) -> Bool
  ) {
    if kept.count >= count, count == 0 || !precedes(row, kept[count - 1]) {
      return
    }
    kept.append(row)
    if kept.count == count || kept.count == count + slack {
      kept.sort(by: precedes)
      kept.removeLast(max(0, kept.count - count))
    }
  }
}
