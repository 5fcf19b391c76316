internal import Synchronization
internal import Threading

/// Writes the snapshot of loaded data into the cache while the data are used already.
///
/// The cache is a convenience: when it cannot be written, nothing is said and nothing is lost.
public final class CacheWriting: Sendable {
  private final class State: Sendable {
    let isStopped = Atomic(false)
    let isDone = Atomic(false)
  }

  private let state: State

  /// Begins to write; `nil` where the data are not worth keeping.
  public init?(_ loaded: LoadedData) {
    guard let plan = loaded.cachePlan else { return nil }
    let state = State()
    self.state = state
    let isStarted = Threads.detach {
      try? plan.write(loaded) { state.isStopped.load(ordering: .relaxed) }
      state.isDone.store(true, ordering: .releasing)
    }
    guard isStarted else { return nil }
  }

  /// Waits until the snapshot is written, or until there is a reason to give it up.
  ///
  /// - Parameter isCancelled: Asked many times a second.
  public func finish(isCancelled: () -> Bool) {
    while !state.isDone.load(ordering: .acquiring) {
      if isCancelled() { state.isStopped.store(true, ordering: .relaxed) }
      Threads.pause(milliseconds: 5)
    }
  }
}
