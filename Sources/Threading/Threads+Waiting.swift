#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Threads {
  /// What a function gives that runs on a thread of its own, or `nil` once whoever waits gives up.
  ///
  /// The function is then left to itself and runs to its end; what it gives is let go. Where the system
  /// has no thread to give it runs here.
  ///
  /// - Parameter isGivenUp: Asked every few milliseconds.
  /// - Complexity: About a tenth of a millisecond more than the function takes.
  public static func result<Result: Sendable>(
    of body: @escaping @Sendable () -> Result, unless isGivenUp: () -> Bool
  ) -> Result? {
    let promise = Promise<Result>()
    guard detach({ promise.keep(body()) }) else { return body() }
    while true {
      if let result = promise.wait(milliseconds: 5) { return result }
      if isGivenUp() { return nil }
    }
  }

  /// A value that one thread makes and another waits for.
  private final class Promise<Value: Sendable>: @unchecked Sendable {
    // A condition needs its mutex at one address for as long as both live.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Only looked at and changed under the mutex.
    private var value: Value?

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_cond_destroy(condition)
      pthread_mutex_destroy(mutex)
      condition.deallocate()
      mutex.deallocate()
    }

    func keep(_ made: Value) {
      pthread_mutex_lock(mutex)
      value = made
      pthread_cond_signal(condition)
      pthread_mutex_unlock(mutex)
    }

    /// The value, if it is there before the time is over.
    func wait(milliseconds: Int) -> Value? {
      var end = timespec()
      clock_gettime(CLOCK_REALTIME, &end)
      end.tv_nsec += milliseconds * 1_000_000
      end.tv_sec += end.tv_nsec / 1_000_000_000
      end.tv_nsec %= 1_000_000_000
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      // A wake-up for no reason is only an earlier end of the wait.
      if value == nil { pthread_cond_timedwait(condition, mutex, &end) }
      return value
    }
  }
}
