/// Ends a query early: thrown between the steps of an evaluation once it should stop.
public struct QueryCancelled: Error, Sendable, Equatable {
  /// Why a query ends before its answer.
  public enum Cause: Sendable {
    /// The user asked for it.
    case interrupted
    /// It ran longer than it may.
    case timedOut
  }

  /// Why it ended.
  public let cause: Cause

  /// Creates the error.
  public init(_ cause: Cause = .interrupted) { self.cause = cause }
}

/// Asks whether a running query should end.
public struct CancellationCheck: Sendable {
  private let cause: @Sendable () -> QueryCancelled.Cause?

  /// Whether the query should end, for loops on threads of their own, which throw nothing.
  var isCancelled: @Sendable () -> Bool { { [cause] in cause() != nil } }

  /// Creates a check of a flag; the closure is called once a block of rows and must be quick.
  public init(_ isCancelled: @escaping @Sendable () -> Bool) {
    cause = { isCancelled() ? .interrupted : nil }
  }

  /// Creates a check of a flag and of the time; the flag comes first.
  ///
  /// Reading a clock takes some 30 ns, against microseconds for a block of rows.
  ///
  /// - Parameters:
  ///   - deadline: When the query must end; `nil` never.
  ///   - now: The clock, any that goes forward.
  ///   - isCancelled: Whether the user has asked for the end.
  public init(
    deadline: ContinuousClock.Instant?, now: @escaping @Sendable () -> ContinuousClock.Instant,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    cause = {
      if isCancelled() { return .interrupted }
      guard let deadline else { return nil }
      return now() >= deadline ? .timedOut : nil
    }
  }

  /// A query that nobody can cancel.
  public static let never = CancellationCheck { false }

  /// Throws once the query should end.
  func check() throws(QueryCancelled) {
    if let cause = cause() { throw QueryCancelled(cause) }
  }
}
