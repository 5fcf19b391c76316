/// The 95 % confidence interval of a proportion, after Wilson.
///
/// Unlike the usual mean ± 1.96 standard errors, it stays within 0 and 100 and is of use for small
/// counts and for proportions near 0 and 1. There is no correction for continuity.
///
/// Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22.
public struct WilsonInterval: Sendable, Hashable {
  /// The lower limit in percent, 0 to 100.
  ///
  /// Exactly 0 when the part is 0.
  public let low: Double

  /// The upper limit in percent, 0 to 100.
  ///
  /// Exactly 100 when the part is the whole.
  public let high: Double

  /// The point of the standard normal distribution that 2.5 % lie above.
  private static let z = 1.959963984540054

  /// Creates the interval of a part of a whole; nil when the whole is 0.
  ///
  /// - Parameters:
  ///   - part: How many have the property, from 0 to `whole`.
  ///   - whole: How many there are, 0 or more.
  /// - Complexity: O(1).
  public init?(part: Int, whole: Int) {
    precondition(0 <= part && part <= whole, "a part lies between 0 and the whole")
    guard whole > 0 else { return nil }
    let n = Double(whole)
    let share = Double(part) / n
    let zSquared = Self.z * Self.z
    let centre = share + zSquared / (2 * n)
    let spread = Self.z * (share * (1 - share) / n + zSquared / (4 * n * n)).squareRoot()
    let scale = 100 / (1 + zSquared / n)
    // At the ends centre and spread differ from 0 and 100 by rounding alone.
    low = part == 0 ? 0 : max(0, (centre - spread) * scale)
    high = part == whole ? 100 : min(100, (centre + spread) * scale)
  }
}
