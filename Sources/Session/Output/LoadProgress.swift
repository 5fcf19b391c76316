internal import Loading
internal import Synchronization
internal import TextLayout

/// One line on the terminal that says how far a load is, once it has taken half a second.
///
/// Written to standard error and wiped at the end, so that nothing of it stays.
final class LoadProgress: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var isShown = false
  }

  private let width: Int?
  private let write: @Sendable (String) -> Void
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// A load that is quick shows nothing.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  /// - Parameter width: The columns of the terminal; `nil` shows nothing.
  init(width: Int?, write: @escaping @Sendable (String) -> Void = StandardSink.hint) {
    self.width = width
    self.write = write
  }

  /// Shows how far the load is, if it is time to.
  func show(_ progress: LoadObserver.Progress) {
    guard let width else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      guard now - start >= Self.patience,
        state.lastShown.map({ now - $0 >= Self.interval }) ?? true
      else { return }
      state.lastShown = now
      state.isShown = true
      write("\r" + Self.line(progress, elapsed: now - start, width: width) + "\u{1B}[K")
    }
  }

  /// Wipes the line.
  func end() {
    let isShown = state.withLock { $0.isShown }
    if isShown { write("\r\u{1B}[K") }
  }

  /// The line: `loading  [#####.....]  52%  1.2 of 2.3 GB  410 MB/s  3 s left`, as much of it as fits.
  static func line(_ progress: LoadObserver.Progress, elapsed: Duration, width: Int) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = Double(progress.bytesDone) / max(seconds, 0.001)
    let speed = "\(inWords(Int(rate)))/s"
    guard let total = progress.bytesTotal, total > 0 else {
      return fitting(["loading", inWords(progress.bytesDone), speed], width)
    }
    let share = min(1, Double(progress.bytesDone) / Double(total))
    let left = rate > 0 ? Int((Double(total - progress.bytesDone) / rate).rounded(.up)) : 0
    let cells = width >= 70 ? 20 : 10
    let filled = Int(share * Double(cells))
    let bar =
      "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: cells - filled) + "]"
    return fitting(
      [
        "loading", "\(Int(share * 100))%", bar, "\(max(0, left)) s left", speed,
        "\(inWords(progress.bytesDone)) of \(inWords(total))",
      ], width)
  }

  /// The first parts that fit in one line.
  private static func fitting(_ parts: [String], _ width: Int) -> String {
    var line = ""
    for part in parts {
      let longer = line.isEmpty ? part : line + "  " + part
      guard longer.utf8.count < width else { break }
      line = longer
    }
    return line
  }

  /// A number of bytes as a person reads it.
  private static func inWords(_ bytes: Int) -> String {
    func tenths(_ unit: Int) -> String { "\(bytes / unit).\(bytes % unit * 10 / unit)" }
    if bytes >= 1_000_000_000 { return tenths(1_000_000_000) + " GB" }
    if bytes >= 1_000_000 { return "\(bytes / 1_000_000) MB" }
    return "\(bytes / 1000) kB"
  }
}
