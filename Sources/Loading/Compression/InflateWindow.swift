/// Where decoded bytes go, after those that they may repeat.
final class InflateWindow {
  /// How far back a repetition may reach.
  static let reach = 1 << 15
  /// How much is decoded at a time.
  private static let room = 1 << 18
  /// The longest repetition, and the bytes that a copy may write past it.
  private static let slack = 258 + 16

  let base: UnsafeMutablePointer<UInt8>
  /// Where the decoded bytes end.
  var end = 0
  /// Where the stream's own bytes begin, as far as they are kept.
  var first = 0
  /// No repetition begins at or past this.
  let limit = reach + room

  init() { base = .allocate(capacity: limit + Self.slack) }

  deinit { base.deallocate() }

  /// Makes room: keeps only what may be repeated.
  func slide() {
    let kept = min(end, Self.reach)
    base.update(from: base + end - kept, count: kept)
    first = max(0, first - (end - kept))
    end = kept
  }
}
