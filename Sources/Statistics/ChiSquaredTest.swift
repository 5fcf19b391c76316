/// Pearson's chi-squared test of independence in a table of counts.
///
/// Without a correction for continuity. The probability rests on an approximation that is poor when
/// expected counts are small; ``smallestExpected`` and ``expectedBelowFive`` say whether they are.
///
/// Source: Pearson (1900), "On the criterion that a given system of deviations …", Philosophical
/// Magazine 50.
public struct ChiSquaredTest: Sendable, Hashable {
  /// The sum of (count - expected)² / expected over all cells, 0 or more.
  public let statistic: Double

  /// (rows - 1) · (columns - 1) of what is left of the table, 1 or more.
  public let degreesOfFreedom: Int

  /// The probability of so large a statistic without any association, 0 to 1.
  ///
  /// The relative error is below 1e-10; what is too small for a `Double` is 0.
  public let probability: Double

  /// The smallest count expected in a cell without any association, above 0.
  public let smallestExpected: Double

  /// The number of cells where fewer than 5 are expected.
  public let expectedBelowFive: Int

  /// The number of cells of what is left of the table, 4 or more.
  public let cells: Int

  /// Creates the test of a table; nil when fewer than 2 rows or 2 columns have counts.
  ///
  /// Rows and columns that sum to 0 say nothing about an association and are left out first.
  ///
  /// - Parameter counts: The rows, all of one length, of counts of 0 or more.
  /// - Complexity: O(cells) and the survival function, O(√degrees of freedom).
  public init?(_ counts: [[Int]]) {
    let width = counts.first?.count ?? 0
    precondition(
      counts.allSatisfy { $0.count == width && $0.allSatisfy { $0 >= 0 } },
      "the rows of a table are of one length and hold no negative count")
    let rowSums = counts.map { $0.reduce(0, +) }
    let columnSums = (0..<width).map { column in counts.reduce(0) { $0 + $1[column] } }
    let rows = rowSums.indices.filter { rowSums[$0] > 0 }
    let columns = columnSums.indices.filter { columnSums[$0] > 0 }
    guard rows.count >= 2, columns.count >= 2 else { return nil }

    let total = Double(rowSums.reduce(0, +))
    var sum = CompensatedSum()
    var smallest = Double.infinity
    var belowFive = 0
    for row in rows {
      for column in columns {
        let expected = Double(rowSums[row]) * Double(columnSums[column]) / total
        let difference = Double(counts[row][column]) - expected
        sum.add(difference * difference / expected)
        smallest = min(smallest, expected)
        if expected < 5 { belowFive += 1 }
      }
    }
    statistic = sum.value
    degreesOfFreedom = (rows.count - 1) * (columns.count - 1)
    probability = ChiSquaredDistribution.survival(
      statistic, degreesOfFreedom: degreesOfFreedom)
    smallestExpected = smallest
    expectedBelowFive = belowFive
    cells = rows.count * columns.count
  }
}
