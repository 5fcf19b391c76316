import Foundation
import Testing

/// The engine against a row-by-row evaluator on random statements over random data.
@Suite struct NaiveAgreementTests {
  /// How many statements are asked in all; `JUDGE_QUERIES` asks more.
  private static let wanted =
    ProcessInfo.processInfo.environment["JUDGE_QUERIES"].flatMap(Int.init) ?? 20_000
  /// Where the seeds begin; `JUDGE_SEED` begins elsewhere.
  private static let firstSeed =
    ProcessInfo.processInfo.environment["JUDGE_SEED"].flatMap(UInt64.init) ?? 1
  private static let batches = 40
  private static let statementsOfOneDataSet = 100

  @Test(arguments: 0..<batches)
  func `random statements have the same answer`(batch: Int) {
    var (asked, unbound) = (0, 0)
    var seed = Self.firstSeed &+ UInt64(batch) &* 1_000_003
    while asked < Self.wanted / Self.batches {
      var judgement = Judgement(seed: seed)
      judgement.run(Self.statementsOfOneDataSet)
      asked += judgement.asked
      unbound += judgement.unbound
      for failure in judgement.failures.prefix(3) { Issue.record("\(failure)") }
      if let path = ProcessInfo.processInfo.environment["JUDGE_LOG"] {
        Self.log(judgement.unboundReasons, path)
      }
      seed &+= 1
    }
    #expect(unbound * 20 < asked, "\(unbound) of \(asked) statements were not bound")
  }

  private static func log(_ lines: [String], _ path: String) {
    guard let handle = FileHandle(forWritingAtPath: path) else { return }
    handle.seekToEndOfFile()
    handle.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    try? handle.close()
  }
}
