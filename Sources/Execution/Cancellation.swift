/// Ends a query early: thrown between the steps of an evaluation once the user asks for it.
public struct QueryCancelled: Error, Sendable {
  /// Creates the error.
  public init() {}
}

/// Asks whether a running query should end.
public struct CancellationCheck: Sendable {
  /// Whether the query should end.
  let isCancelled: @Sendable () -> Bool

  /// Creates a check; the closure is called often and must be quick.
  public init(_ isCancelled: @escaping @Sendable () -> Bool) { self.isCancelled = isCancelled }

  /// A query that nobody can cancel.
  public static let never = CancellationCheck { false }

  /// Throws once the query should end.
  func check() throws(QueryCancelled) {
    if isCancelled() { throw QueryCancelled() }
  }
}
