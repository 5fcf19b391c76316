import Statistics
import Testing

@Suite struct ChiSquaredTestTests {
  @Test func `two by two, calculated by hand`() throws {
    let test = try #require(ChiSquaredTest([[31, 59], [59, 45]]))
    #expect(rounds(test.statistic, to: 9.6356, places: 4))
    #expect(rounds(test.probability, to: 0.00191, places: 5))
    #expect(rounds(test.smallestExpected, to: 41.75, places: 2))
    #expect(test.degreesOfFreedom == 1)
    #expect(test.cells == 4)
    #expect(test.expectedBelowFive == 0)

    let second = try #require(ChiSquaredTest([[23, 124], [59, 114]]))
    #expect(rounds(second.statistic, to: 14.2063, places: 4))
    #expect(rounds(second.probability, to: 0.000164, places: 6))

    let third = try #require(ChiSquaredTest([[23, 124], [58, 115]]))
    #expect(rounds(third.statistic, to: 13.4386, places: 4))

    let small = try #require(ChiSquaredTest([[16, 62], [2, 26]]))
    #expect(rounds(small.statistic, to: 2.6125, places: 4))
    #expect(rounds(small.probability, to: 0.106, places: 3))
    #expect(rounds(small.smallestExpected, to: 4.75, places: 2))
    #expect(small.expectedBelowFive == 1)
  }

  /// From SciPy 1.17, `chi2_contingency(counts, correction=False)`.
  @Test func `larger tables are as in SciPy`() throws {
    let two = try #require(ChiSquaredTest([[10, 20, 30], [6, 9, 17]]))
    #expect(near(two.statistic, 0.27157465150403504))
    #expect(two.degreesOfFreedom == 2)
    #expect(near(two.probability, 0.873028283380073))
    #expect(near(two.smallestExpected, 5.565217391304348))

    let four = try #require(ChiSquaredTest([[3, 1, 4], [1, 5, 9], [2, 6, 5], [3, 5, 8]]))
    #expect(near(four.statistic, 5.289508965979555))
    #expect(four.degreesOfFreedom == 6)
    #expect(near(four.probability, 0.507253112083929))
    #expect(near(four.smallestExpected, 1.3846153846153846))
    #expect(four.expectedBelowFive == 8)
    #expect(four.cells == 12)

    let millions = try #require(ChiSquaredTest([[1_000_000, 1_001_000], [999_000, 1_000_500]]))
    #expect(near(millions.statistic, 0.06272675785309303))
    #expect(near(millions.probability, 0.8022369659018385))

    let dependent = try #require(ChiSquaredTest([[120_000, 3], [5, 90_000]]))
    #expect(near(dependent.statistic, 209975.33473488563))
    #expect(dependent.probability == 0)
  }

  @Test func `rows and columns of 0 change nothing`() throws {
    let plain = try #require(ChiSquaredTest([[3, 1], [4, 1]]))
    let padded = ChiSquaredTest([[0, 0, 0, 0], [3, 0, 1, 0], [0, 0, 0, 0], [4, 0, 1, 0]])
    #expect(padded == plain)
    #expect(plain.cells == 4)
  }

  @Test(arguments: [
    [], [[]], [[1, 2, 3]], [[1], [2]], [[0, 0], [0, 0]], [[1, 2], [0, 0]], [[0, 5], [0, 7]],
    [[5, 0], [7, 0], [0, 0]],
  ])
  func `fewer than two rows or columns have no test`(counts: [[Int]]) {
    #expect(ChiSquaredTest(counts) == nil)
  }

  @Test func `proportional rows have a statistic of 0`() {
    #expect(ChiSquaredTest([[10, 20], [30, 60]])?.statistic == 0)
    #expect(ChiSquaredTest([[10, 20], [30, 60]])?.probability == 1)
  }
}
