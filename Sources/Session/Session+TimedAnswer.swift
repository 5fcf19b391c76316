internal import Execution
internal import LineEditing
internal import Planning
internal import Threading

extension Session {
  /// How long a question that was interrupted may take to end by itself before it is left, in
  /// milliseconds.
  private static let patience = 40

  /// Answers a question, and measures how long that takes.
  ///
  /// Questions look at columns that may have to be checked first, and some steps of theirs cannot be
  /// stopped. At a terminal each runs on a thread of its own, so that Ctrl-C gives the prompt back
  /// whatever it is doing; what is left behind ends at its next step, and what it has found out of a
  /// column is kept for the next question.
  func timedAnswer(
    of executor: Executor,
    _ answer: @escaping @Sendable (Executor) throws(QueryCancelled) -> Answer
  ) throws(QueryCancelled) -> (answer: Answer, took: Duration) {
    let timed: @Sendable () -> Result<(answer: Answer, took: Duration), QueryCancelled> = {
      let start = ContinuousClock.now
      return Result { () throws(QueryCancelled) in
        (try answer(executor), ContinuousClock.now - start)
      }
    }
    guard options.isInteractive else { return try timed().get() }
    let before = interruptsBefore
    var interrupted: ContinuousClock.Instant?
    let result = Threads.result(of: timed) {
      guard Interrupts.count != before else { return false }
      let first = interrupted ?? .now
      interrupted = first
      return ContinuousClock.now - first > .milliseconds(Self.patience)
    }
    guard let result else { throw QueryCancelled() }
    return try result.get()
  }
}
