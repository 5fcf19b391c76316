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
    ("memory", "1.5GB", "1500 MB"), ("memory", "500mb", "500 MB"), ("memory", "0.5GB", "500 MB"),
    ("memory", "= 1.5GB", "1500 MB"), ("memory", "2TB", "2 TB"), ("memory", "\"1.5GB\"", "1500 MB"),
    ("timeout", "5s", "5 seconds"), ("timeout", "250ms", "250 ms"),
    ("timeout", "1.5min", "90 seconds"), ("timeout", "1h", "3600 seconds"),
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
    ("memory", "."), ("memory", "1.5XB"), ("memory", "-1GB"), ("memory", "0"),
    ("memory", "1.5.2GB"),
    ("memory", "1e9GB"), ("memory", "0.0000000001KB"), ("timeout", "2m"),
  ])
  func `what is no time or size is refused`(option: String, value: String) {
    let (session, _, errors) = makeSession()
    #expect(session.run("set \(option) \(value)").status == .mistake)
    #expect(errors.text.contains("\(option) cannot be"))
  }

  @Test(
    arguments: [
      ("memory 1.5XB", "\"XB\" is no unit of a size; those are KB, MB, GB or TB", nil),
      ("memory -1GB", "a size is more than 0", nil), ("memory 0", "a size is more than 0", nil),
      ("memory 500", "a size needs its unit", "set memory 500 MB"),
      ("memory 2000000TB", "a size of 2000000TB is too large", nil),
      ("memory much", "a size is a number and KB, MB, GB or TB", nil),
      ("timeout 5 MB", "\"MB\" is no unit of a time", nil),
      ("timeout 0", "a time is more than 0", nil),
    ] as [(String, String, String?)])
  func `why a value is no time or size`(setting: String, reason: String, better: String?) {
    let (session, _, errors) = makeSession()
    #expect(session.run("set \(setting)").status == .mistake)
    #expect(errors.text.contains(reason), "\(errors.text)")
    #expect(session.correction == better)
  }

  @Test func `what set, help and history take is no mistake of spelling`() {
    for statement in ["help 3rd", "history 1.5x", "set format 2009-13"] {
      let (session, _, errors) = makeSession()
      _ = session.run(statement)
      #expect(!errors.text.contains("unexpected-character"), "\(statement): \(errors.text)")
      #expect(!errors.text.contains("ambiguous-date"), "\(statement): \(errors.text)")
    }
    let (session, _, errors) = makeSession()
    #expect(session.run("count children where age > 3rd").status == .mistake)
    #expect(errors.text.contains("unexpected-character"), "\(errors.text)")
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
