import Synchronization
import Testing

@testable import Session

/// What `set timeout`, `set memory` and `set timing` do; no test waits for a clock.
@MainActor struct TimeoutTests {
  /// A clock that goes forward by a minute each time it is read.
  private final class HastyClock: Sendable {
    private let start = ContinuousClock.now
    private let readings = Atomic<Int>(0)

    func now() -> ContinuousClock.Instant {
      let count = readings.add(1, ordering: .relaxed).newValue
      return start.advanced(by: .seconds(60 * count))
    }
  }

  @Test func `a statement over its time is ended with advice, and the next one runs`() {
    let (session, output, errors) = makeSession()
    let clock = HastyClock()
    session.now = { clock.now() }
    #expect(session.run("set timeout 5 seconds").status == .success)
    #expect(session.run("count children where status = \"CP plan\"").status == .mistake)
    #expect(output.text == "")
    #expect(errors.text.contains("error[timed-out]: ended after 5 seconds"))
    #expect(errors.text.contains("set timeout off"))
    #expect(session.run("set timeout off\ncount children").status == .success)
    #expect(output.text == "194 children\n")
  }

  @Test func `a statement within its time is answered`() {
    let (session, output, _) = makeSession()
    #expect(session.run("set timeout 10 minutes\ncount children").status == .success)
    #expect(output.text == "194 children\n")
  }

  @Test(arguments: [
    ("timeout", "5 seconds", "5 seconds"), ("timeout", "5", "5 seconds"),
    ("timeout", "250 ms", "250 ms"), ("timeout", "2 minutes", "120 seconds"),
    ("timeout", "1 s", "1 second"), ("timeout", "off", "off"),
    ("memory", "500 MB", "500 MB"), ("memory", "1.5 GB", "1500 MB"), ("memory", "2 gb", "2 GB"),
    ("memory", "1.5 kB", "1.5 KB"), ("memory", "auto", "auto"),
  ])
  func `times and sizes are read and shown`(option: String, value: String, shown: String) {
    let (session, output, errors) = makeSession()
    #expect(session.run("set \(option) \(value)\nshow \(option)").status == .success)
    #expect(output.text.contains(shown + " "), "\(output.text)\(errors.text)")
  }

  @Test(arguments: [
    ("timeout", "0"), ("timeout", "-1"), ("timeout", "5 MB"),
    ("timeout", "soon"),
    ("memory", "0 MB"), ("memory", "5"), ("memory", "5 seconds"), ("memory", "much"),
    ("memory", "."),
  ])
  func `what is no time or size is refused`(option: String, value: String) {
    let (session, _, errors) = makeSession()
    #expect(session.run("set \(option) \(value)").status == .mistake)
    #expect(errors.text.contains("\(option) cannot be"))
  }

  @Test func `as JSON an answer tells its seconds when timing is on`() throws {
    let (session, output, errors) = makeSession()
    #expect(session.run("set format json\ncount children").status == .success)
    #expect(!output.text.contains("seconds"))
    #expect(session.run("set timing on\ncount children").status == .success)
    let seconds = try #require(
      output.text.firstMatch(of: /"seconds": (\d+\.\d{9})\n}\n$/)?.output.1)
    #expect(Double(seconds) != nil)
    #expect(errors.text == "")
  }
}
