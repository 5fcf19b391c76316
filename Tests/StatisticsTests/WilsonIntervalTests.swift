import Statistics
import Testing

@Suite struct WilsonIntervalTests {
  @Test(arguments: [
    (62, 147, 34.49, 50.26), (23, 147, 10.66, 22.38), (2, 28, 1.98, 22.65),
    (16, 78, 13.04, 30.75), (5, 41, 5.32, 25.54), (90, 194, 39.51, 53.41),
    (119, 194, 54.33, 67.91), (49, 194, 19.66, 31.81), (49, 90, 44.18, 64.34),
    (31, 90, 25.45, 44.72), (59, 104, 47.14, 65.84),
  ])
  func `limits are those calculated by hand`(part: Int, whole: Int, low: Double, high: Double) {
    let interval = WilsonInterval(part: part, whole: whole)
    #expect(rounds(interval?.low, to: low, places: 2), "\(String(describing: interval))")
    #expect(rounds(interval?.high, to: high, places: 2), "\(String(describing: interval))")
  }

  /// From SciPy 1.17, `binomtest(part, whole).proportion_ci(0.95, "wilson")`.
  @Test(arguments: [
    (62, 147, 34.492685506334496, 50.259517117653516),
    (1, 3, 6.1491944720396265, 79.23403991979524),
    (2, 28, 1.981206411530574, 22.64536256839905),
  ])
  func `limits are those of SciPy`(part: Int, whole: Int, low: Double, high: Double) {
    let interval = WilsonInterval(part: part, whole: whole)
    #expect(near(interval?.low, low, relative: 1e-13))
    #expect(near(interval?.high, high, relative: 1e-13))
  }

  @Test(arguments: [1, 2, 3, 7, 10, 28, 147, 1_000_003])
  func `the ends are exact`(whole: Int) throws {
    let none = try #require(WilsonInterval(part: 0, whole: whole))
    let all = try #require(WilsonInterval(part: whole, whole: whole))
    #expect(none.low == 0)
    #expect(all.high == 100)
    #expect(near(100 - none.high, all.low, relative: 1e-9))
  }

  @Test func `ten of ten and none of ten`() {
    #expect(near(WilsonInterval(part: 0, whole: 10)?.high, 27.753279986288927))
    #expect(near(WilsonInterval(part: 10, whole: 10)?.low, 72.24672001371108))
  }

  @Test func `a whole of 0 has no interval`() {
    #expect(WilsonInterval(part: 0, whole: 0) == nil)
  }

  @Test func `the proportion lies within its limits and they within 0 and 100`() throws {
    for whole in 1...60 {
      for part in 0...whole {
        let interval = try #require(WilsonInterval(part: part, whole: whole))
        let share = 100 * Double(part) / Double(whole)
        #expect(0 <= interval.low && interval.low <= share, "\(part) of \(whole)")
        #expect(share <= interval.high && interval.high <= 100, "\(part) of \(whole)")
      }
    }
  }
}
