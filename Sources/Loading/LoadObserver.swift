/// Who is told how far a load is, and may end it.
public struct LoadObserver: Sendable {
  /// How far a load is.
  public struct Progress: Sendable {
    /// The bytes of the current file that are read.
    public var bytesDone: Int
    /// The bytes that it has; `nil` when only its end tells.
    public var bytesTotal: Int?
  }

  private let progress: @Sendable (Progress) -> Void
  private let isCancelled: @Sendable () -> Bool

  /// Creates an observer; both functions are called every few megabytes, on the loading thread.
  public init(
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Tells how far the load is, and ends it if it is cancelled.
  func report(_ progress: (done: Int, total: Int?)) throws(LoadFailure) {
    if isCancelled() { throw .cancelled }
    self.progress(Progress(bytesDone: progress.done, bytesTotal: progress.total))
  }
}

extension LoadFailure {
  /// The load was ended by whoever watched it.
  public static let cancelled = LoadFailure("loading was stopped")
}
