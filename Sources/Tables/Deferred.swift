internal import Synchronization

/// A value that is made when it is first asked for, and kept; shared by all copies.
public final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case made(Value)
    case pending(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// A value that is there already.
  public init(_ value: Value) { state = Mutex(.made(value)) }

  /// A value to be made; the closure runs once, under a lock, and must not ask for the same value.
  public init(making make: @escaping @Sendable () -> Value) { state = Mutex(.pending(make)) }

  /// The value.
  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .pending(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
