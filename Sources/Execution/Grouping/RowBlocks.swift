internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The rows of a table in stretches that threads take in turn.
///
/// Where a stretch begins depends on the data alone, and what the stretches give comes back in their
/// order: an answer is the same for any number of threads.
struct RowBlocks: Sendable {
  /// The stretches, upwards; each but the last is a multiple of 64 rows, a word of a bitmap, so that
  /// no two share one.
  let stretches: [Range<Int>]
  private let threads: Int

  /// As many as there are processors, within reason.
  static let processors = max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// About half a millisecond of work: worth the start of a thread, and soon ended when asked to.
  static let stretchRows = 1 << 18

  /// What the stretches keep together, in words: more than this is slower to put together than to
  /// count.
  private static let mostCells = 1 << 21

  /// Cuts rows into stretches.
  ///
  /// - Parameter cells: The words that each stretch keeps; of many there are few stretches.
  init(_ rowCount: Int, cells: Int = 0, threads: Int = Self.processors) {
    let most = max(1, Self.mostCells / max(1, cells))
    let wanted = (rowCount + Self.stretchRows - 1) / Self.stretchRows
    let count = max(1, min(wanted, most))
    let size = ((rowCount + count - 1) / count + 63) & ~63
    stretches = (0..<count).map { min($0 * size, rowCount)..<min(($0 + 1) * size, rowCount) }
    self.threads = threads
  }

  /// What a function makes of each stretch, in their order.
  func map<Result: Sendable>(
    _ body: @escaping @Sendable (Range<Int>) throws(QueryCancelled) -> Result
  ) throws(QueryCancelled) -> [Result] {
    if stretches.count == 1 { return [try body(stretches[0])] }
    let results = Results<Result>(stretches.count)
    let ranges = stretches
    Self.forEach(ranges.count, threads: threads) { index in
      // What is left empty was cancelled.
      guard let result = try? body(ranges[index]) else { return }
      results.all.withLock { $0[index] = result }
    }
    let all = results.all.withLock { $0.compactMap { $0 } }
    if all.count < ranges.count { throw QueryCancelled() }
    return all
  }

  private final class Results<Result: Sendable>: Sendable {
    let all: Mutex<[Result?]>
    init(_ count: Int) { all = Mutex(Array(repeating: nil, count: count)) }
  }

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

  private static func forEach(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void
  ) {
    let job = Job(count, body)
    let others = (1..<max(1, min(threads, count))).compactMap { _ in start(job) }
    job.run()
    for thread in others { pthread_join(thread, nil) }
  }

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
    guard pthread_create(&thread, nil, body, context) == 0 else {
      Unmanaged<Job>.fromOpaque(context).release()
      return nil
    }
    return thread
  }
}
