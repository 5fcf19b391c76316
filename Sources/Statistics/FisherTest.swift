/// Fisher's exact test of a table of two rows and two columns, two-sided.
///
/// The table is `a b` above `c d`. Unlike ``ChiSquaredTest`` it holds for small counts too.
///
/// Source: Fisher (1922), "On the interpretation of χ² from contingency tables, and the calculation
/// of P", Journal of the Royal Statistical Society 85; what counts as no more probable is as in R's
/// `fisher.test`.
public struct FisherTest: Sendable, Hashable {
  /// The probability of a table as improbable as this one or more so, 0 to 1.
  ///
  /// Among all tables with the same margins and without any association. The relative error is
  /// below 1e-9 for totals of up to 10 million; what is too small for a `Double` is 0.
  public let probability: Double

  /// The odds ratio of the sample, ad / bc, 0 or more; nil when b or c is 0.
  ///
  /// This is not R's conditional estimate, which differs a little.
  public let oddsRatio: Double?

  /// Creates the test of a table of counts of 0 or more; nil when a row or a column sums to 0.
  ///
  /// - Complexity: O(√(a + b + c + d)), and never more than the smallest margin.
  public init?(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    precondition(min(a, b, c, d) >= 0, "a table holds no negative count")
    guard a + b > 0, c + d > 0, a + c > 0, b + d > 0 else { return nil }
    let tables = TablesWithMargins(firstRow: a + b, firstColumn: a + c, total: a + b + c + d)
    probability = tables.probabilityAtMost(that: a)
    oddsRatio = b == 0 || c == 0 ? nil : Double(a) * Double(d) / (Double(b) * Double(c))
  }
}

/// All tables of two rows and columns with given margins, each named by its first count.
///
/// Their probabilities follow the hypergeometric distribution. Only their ratios are needed, and
/// those of neighbours are simple, so the tables are walked from the most probable outwards. That
/// needs no factorials, whose logarithms would be too large to be exact, and it ends soon: beyond
/// some 50 standard deviations, each of √total / 4 at most, nothing is left.
private struct TablesWithMargins {
  let firstRow: Int
  let firstColumn: Int
  let total: Int

  /// The first count of the most probable table.
  private var mode: Int {
    // The product may not fit an Int; the quotient always does.
    (total + 2).dividingFullWidth((firstRow + 1).multipliedFullWidth(by: firstColumn + 1)).quotient
  }

  private var smallest: Int { max(0, firstRow + firstColumn - total) }
  private var largest: Int { min(firstRow, firstColumn) }

  /// The weight of the table after `first`, relative to that of `first`.
  private func ratio(after first: Int) -> Double {
    // What the four cells offer: two give one up, and two then hold one more.
    let giving = Double(firstRow - first) * Double(firstColumn - first)
    let taking = Double(first + 1) * Double(total - firstRow - firstColumn + first + 1)
    return giving / taking
  }

  /// Calls `body` with each table's first count and weight.
  private func forEachWeight(_ body: (_ first: Int, _ weight: Double) -> Void) {
    let mode = mode
    // Below this a product no longer shrinks reliably, and adds nothing to any sum.
    let least = Double.leastNormalMagnitude
    // The most probable weighs so much that weights end long after probabilities would, and still
    // millions of them add up without overflow.
    let most = 1e298
    var weight = most
    var first = mode
    while weight >= least {
      body(first, weight)
      guard first < largest else { break }
      weight *= ratio(after: first)
      first += 1
    }
    weight = most
    first = mode
    while first > smallest {
      first -= 1
      weight /= ratio(after: first)
      guard weight >= least else { break }
      body(first, weight)
    }
  }

  /// The probability of all tables that are no more probable than the one with this first count.
  func probabilityAtMost(that observed: Int) -> Double {
    var limit = 0.0
    forEachWeight { first, weight in if first == observed { limit = weight } }
    // Tables as probable as the observed one, as its mirror image often is, differ by rounding.
    limit *= 1 + 1e-7
    var all = CompensatedSum()
    var atMost = CompensatedSum()
    forEachWeight { _, weight in
      all.add(weight)
      if weight <= limit { atMost.add(weight) }
    }
    return min(1, atMost.value / all.value)
  }
}
