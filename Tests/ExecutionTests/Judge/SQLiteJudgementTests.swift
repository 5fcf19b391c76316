import Testing

/// SQLite as a second judge of random statements over random data.
@Suite struct SQLiteJudgementTests {
  @Test(arguments: 0..<10)
  func `SQLite gives the engine's answer to random statements`(batch: Int) throws {
    var refusals: [String: Int] = [:]
    var agreed = 0
    for offset in 0..<4 {
      var judgement = Judgement(seed: UInt64(batch * 4 + offset) &* 31 &+ 7)
      judgement.run(1)
      let found = try judgement.compareWithSQLite(100)
      agreed += found.agreed
      refusals.merge(found.refusals, uniquingKeysWith: +)
      for difference in found.differences { Issue.record("\(difference)") }
    }
    #expect(agreed > 0, "every statement was refused: \(refusals)")
  }
}
