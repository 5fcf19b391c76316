internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs the pieces of one job on several threads.
public enum Threads {
  /// As many as there are processors, within reason.
  public static let available = max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// What the threads of one job share.
  private final class Job: Sendable {
    let count: Int
    let next = Atomic(0)
    let body: @Sendable (Int) -> Void

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    /// Takes pieces until there are none left.
    func run() {
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if piece >= count { return }
        body(piece)
      }
    }
  }

  /// Calls a function with each number below `count`, on up to `threads` threads, and waits for all.
  public static func forEach(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void)
  {
    let job = Job(count, body)
    var helpers: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      if let helper = start(job) { helpers.append(helper) }
    }
    job.run()
    for helper in helpers { pthread_join(helper, nil) }
  }

  /// What a function gives for each number below `count`, in their order, worked out on up to
  /// `threads` threads.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Results<Result>(count)
    forEach(count, threads: threads) { index in
      let result = body(index)
      results.all.withLock { $0[index] = result }
    }
    return results.all.withLock { $0.compactMap { $0 } }
  }

  private final class Results<Result: Sendable>: Sendable {
    let all: Mutex<[Result?]>
    init(_ count: Int) { all = Mutex(Array(repeating: nil, count: count)) }
  }

  /// Runs a function on a thread of its own, and does not wait for it.
  ///
  /// - Returns: Whether the system had a thread to give.
  public static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(Job(1) { _ in body() }) else { return false }
    pthread_detach(thread)
    return true
  }

  /// Waits a little.
  public static func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

  /// A thread that works on a job; `nil` when the system has none to give, and the others do it all.
  private static func start(_ job: Job) -> pthread_t? {
    let context = Unmanaged.passRetained(job).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let body: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { context in
        Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }
    #else
      var thread = pthread_t()
      let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }
    #endif
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As much as the first thread has; some systems give the others a sixteenth of it.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    guard pthread_create(&thread, &attributes, body, context) == 0 else {
      Unmanaged<Job>.fromOpaque(context).release()
      return nil
    }
    return thread
  }
}
