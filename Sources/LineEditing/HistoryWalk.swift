/// A walk through the history with Up and Down; what was changed on the way is kept until the
/// statement is entered.
struct HistoryWalk {
  private let entries: [String]
  /// The number of entries stands for the statement being typed.
  private var position: Int
  private var changed: [Int: String] = [:]

  init(_ entries: [String]) {
    self.entries = entries
    position = entries.count
  }

  /// The statement some places on, or `nil` where the history ends.
  ///
  /// - Parameter current: The text as it is now.
  mutating func step(by distance: Int, from current: String) -> String? {
    let target = position + distance
    guard target >= 0, target <= entries.count else { return nil }
    changed[position] = current
    position = target
    return changed[target] ?? (target < entries.count ? entries[target] : "")
  }
}
