import Statistics
import TestSupport
import Testing

/// Pascal's triangle; the largest number of row 60 fits an `Int`.
private let choose: [[Int]] = (1...60).reduce(into: [[1]]) { rows, n in
  let last = rows[n - 1]
  rows.append((0...n).map { k in (k > 0 ? last[k - 1] : 0) + (k < n ? last[k] : 0) })
}

/// The probability by counting: how many ways there are to each table, in whole numbers.
private func counted(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
  let (row, otherRow, column) = (a + b, c + d, a + c)
  func ways(_ first: Int) -> Int { choose[row][first] * choose[otherRow][column - first] }
  let observed = ways(a)
  var atMost = 0
  for first in max(0, column - otherRow)...min(row, column) {
    let ways = ways(first)
    if ways - observed <= observed / 10_000_000 { atMost += ways }
  }
  return Double(atMost) / Double(choose[row + otherRow][column])
}

@Suite struct FisherTestTests {
  @Test func `two by two, calculated by hand`() throws {
    let test = try #require(FisherTest(31, 59, 59, 45))
    #expect(rounds(test.probability, to: 0.00241, places: 5))
    #expect(rounds(test.oddsRatio, to: 0.401, places: 3))
    #expect(rounds(FisherTest(16, 62, 2, 26)?.probability, to: 0.145, places: 3))
    // Fisher's tea: (1 + 16 + 16 + 1) / 70.
    #expect(near(FisherTest(3, 1, 1, 3)?.probability, 34.0 / 70))
    #expect(near(FisherTest(4, 0, 0, 4)?.probability, 2.0 / 70))
  }

  /// From SciPy 1.17, `fisher_exact`.
  @Test(arguments: [
    ([31, 59, 59, 45], 0.0024055775200484035), ([16, 62, 2, 26], 0.14517869244396797),
    ([8, 2, 1, 5], 0.034965034965034975), ([100, 0, 0, 100], 2.208760693199503e-59),
    ([12_000, 11_800, 9000, 9300], 0.011838742249697729),
    ([40_000, 1, 3, 20], 8.169277579075126e-70),
  ])
  func `probabilities are those of SciPy`(table: [Int], expected: Double) throws {
    let test = try #require(FisherTest(table[0], table[1], table[2], table[3]))
    #expect(near(test.probability, expected, relative: 1e-8), "\(test.probability)")
  }

  /// From mpmath with 50 digits: the factorials of the most probable table, then ratios outwards.
  @Test(arguments: [
    ([12_000, 11_800, 9000, 9300], 0.011838742249697807),
    ([40_000, 1, 3, 20], 8.1692775790751279e-70),
    ([1_000_000, 1_001_000, 999_000, 1_000_500], 0.80259941062363004),
    ([2_500_000, 2_500_000, 2_500_000, 2_503_000], 0.34317592891905045),
    ([2_500_000, 2_500_000, 2_500_000, 2_530_000], 3.5776461311719224e-21),
    ([2_500_000, 2_490_000, 2_510_000, 2_620_000], 2.1767154432478409e-304),
  ])
  func `large totals agree with exact arithmetic`(table: [Int], expected: Double) throws {
    let test = try #require(FisherTest(table[0], table[1], table[2], table[3]))
    #expect(near(test.probability, expected, relative: 1e-9), "\(test.probability)")
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `small random tables agree with counting`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<250 {
      let n = (0..<4).map { _ in Int.random(in: 0...15, using: &random) }
      let (a, b, c, d) = (n[0], n[1], n[2], n[3])
      let test = FisherTest(a, b, c, d)
      guard a + b > 0, c + d > 0, a + c > 0, b + d > 0 else {
        #expect(test == nil, "\(n)")
        continue
      }
      #expect(near(test?.probability, counted(a, b, c, d), relative: 1e-12), "\(n)")
      // The same table, turned or with its rows or columns exchanged.
      for other in [FisherTest(a, c, b, d), FisherTest(c, d, a, b), FisherTest(b, a, d, c)] {
        #expect(near(other?.probability, test?.probability ?? .nan, relative: 1e-12), "\(n)")
      }
    }
  }

  @Test func `totals of millions end soon`() {
    let time = ContinuousClock().measure {
      #expect(FisherTest(2_500_000, 2_500_000, 2_500_000, 2_503_000) != nil)
      #expect(FisherTest(5_000_000, 0, 0, 5_000_000)?.probability == 0)
      #expect(FisherTest(1, 5_000_000, 5_000_000, 1)?.probability == 0)
    }
    #expect(time < .seconds(3))
  }

  @Test func `no odds ratio without both b and c`() throws {
    #expect(try #require(FisherTest(5, 0, 2, 4)).oddsRatio == nil)
    #expect(try #require(FisherTest(5, 2, 0, 4)).oddsRatio == nil)
    #expect(try #require(FisherTest(0, 2, 3, 4)).oddsRatio == 0)
    #expect(near(try #require(FisherTest(8, 2, 1, 5)).oddsRatio, 20))
  }

  @Test(arguments: [[0, 0, 3, 4], [3, 4, 0, 0], [0, 3, 0, 4], [3, 0, 4, 0], [0, 0, 0, 0]])
  func `a margin of 0 has no test`(table: [Int]) {
    #expect(FisherTest(table[0], table[1], table[2], table[3]) == nil)
  }
}
