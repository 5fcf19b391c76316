internal import Synchronization

/// Who is told how far a load is, and may end it.
public struct LoadObserver: Sendable {
  /// How far a load is.
  public struct Progress: Sendable, Equatable {
    /// The bytes that are read, of all files so far.
    public var bytesDone: Int
    /// The bytes of all files; `nil` when only the end of one tells.
    public var bytesTotal: Int?

    /// Creates a state of a load.
    public init(bytesDone: Int, bytesTotal: Int?) {
      self.bytesDone = bytesDone
      self.bytesTotal = bytesTotal
    }
  }

  private let progress: @Sendable (Progress) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let tally = Tally()

  /// Creates an observer; both functions are called every few megabytes, on a loading thread, never
  /// two at once.
  public init(
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// What is known of the files of one load, several of which may be read at once.
  private final class Tally: Sendable {
    struct State {
      var done: [String: Int] = [:]
      /// The size of each file; absent while it is not known.
      var sizes: [String: Int?] = [:]
    }
    let state = Mutex(State())
  }

  /// Says which files will be read, so that the total is known from the beginning.
  func expect(_ sizes: [(file: String, size: Int?)]) {
    tally.state.withLock { state in
      for (file, size) in sizes { state.sizes[file] = .some(size) }
    }
  }

  /// Ends work that has no bytes to tell of if it is cancelled.
  func checkCancellation() throws(LoadFailure) {
    if isCancelled() { throw .cancelled }
  }

  /// Tells how far the reading of a file is, and ends the load if it is cancelled.
  func report(_ file: String, _ progress: (done: Int, total: Int?)) throws(LoadFailure) {
    try checkCancellation()
    tally.state.withLock { state in
      state.done[file] = progress.done
      if state.sizes[file] == nil { state.sizes[file] = .some(progress.total) }
      let sizes = state.sizes.values.compactMap { $0 }
      let isKnown = sizes.count == state.sizes.count
      self.progress(
        Progress(
          bytesDone: state.done.values.reduce(0, +),
          bytesTotal: isKnown ? sizes.reduce(0, +) : nil))
    }
  }
}

extension LoadFailure {
  /// The load was ended by whoever watched it.
  public static let cancelled = LoadFailure("loading was stopped")
}
