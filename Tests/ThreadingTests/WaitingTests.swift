import Synchronization
import Testing
import Threading

@Suite struct WaitingTests {
  @Test func `what a function gives comes back, and nobody need have waited for it`() {
    for number in 0..<200 {
      #expect(Threads.result(of: { number * 2 }, unless: { false }) == number * 2)
    }
  }

  @Test func `who gives up gets nothing, and the function runs to its end`() {
    let (mayEnd, hasEnded) = (Flag(), Flag())
    var questions = 0
    let result = Threads.result(
      of: {
        while !mayEnd.isSet { Threads.pause(milliseconds: 1) }
        hasEnded.set()
        return 1
      },
      unless: {
        questions += 1
        return questions == 3
      })
    #expect(result == nil)
    #expect(!hasEnded.isSet)
    mayEnd.set()
    while !hasEnded.isSet { Threads.pause(milliseconds: 1) }
  }

  /// Raised once.
  private final class Flag: Sendable {
    private let raised = Atomic(false)
    var isSet: Bool { raised.load(ordering: .acquiring) }
    func set() { raised.store(true, ordering: .releasing) }
  }
}
