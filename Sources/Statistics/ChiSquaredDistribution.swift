/// The chi-squared distribution, as far as a test needs it.
enum ChiSquaredDistribution {
  /// The probability of a value of at least `statistic`.
  ///
  /// It is the regularised upper incomplete gamma function Q(k/2, x/2): by its series below the
  /// mean, by its continued fraction above (Press et al., "Numerical Recipes", 3rd edition, 6.2).
  /// The relative error is below 1e-10 and the result is never NaN; what is too small for a
  /// `Double` is 0.
  ///
  /// - Parameters:
  ///   - statistic: 0 or more; may be infinite.
  ///   - degreesOfFreedom: 1 or more.
  /// - Complexity: O(√`degreesOfFreedom`), and a few dozen steps at least.
  static func survival(_ statistic: Double, degreesOfFreedom: Int) -> Double {
    precondition(statistic >= 0 && degreesOfFreedom >= 1)
    let x = statistic / 2
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    let density = density(x, degreesOfFreedom: degreesOfFreedom)
    let a = Double(degreesOfFreedom) / 2
    return x < a + 1
      ? max(0, 1 - density * lowerSeries(a, x))
      : min(1, density * a * upperFraction(a, x))
  }

  /// x^a · e^-x / Γ(a + 1), where a is half the degrees of freedom.
  private static func density(_ x: Double, degreesOfFreedom: Int) -> Double {
    let a = Double(degreesOfFreedom) / 2
    if a < 15 {
      // Γ of a half or a whole number is a short product.
      var gamma = degreesOfFreedom.isMultiple(of: 2) ? 1 : Double.pi.squareRoot()
      var factor = degreesOfFreedom.isMultiple(of: 2) ? 1 : 0.5
      while factor <= a {
        gamma *= factor
        factor += 1
      }
      return Elementary.exponential(a * Elementary.logarithm(x) - x) / gamma
    }
    // The plain formula takes the difference of numbers as large as a·log(a), which eats digits.
    // Loader (2000), "Fast and accurate computation of binomial probabilities": with Stirling's
    // formula for Γ the large terms cancel on paper.
    let distance = (x - a) / a
    let deviance = a * (distance - Elementary.logarithmOfOnePlus(distance))
    let scale = (2 * Double.pi * a).squareRoot()
    return Elementary.exponential(-deviance - stirlingError(a)) / scale
  }

  /// How far log Γ(a + 1) lies above Stirling's formula, for a of 15 and more.
  private static func stirlingError(_ a: Double) -> Double {
    let inverse = 1 / a
    let squared = inverse * inverse
    let tail = 1.0 / 1260 - squared / 1680
    return inverse * (1.0 / 12 - squared * (1.0 / 360 - squared * tail))
  }

  /// 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …; converges fast for x below a + 1.
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var divisor = a
    var term = 1.0
    var sum = 1.0
    while term > sum * (Double.ulpOfOne / 4) {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// The continued fraction 1/(x + 1 - a - 1(1 - a)/(x + 3 - a - …)), for x of a + 1 and more.
  ///
  /// Evaluated from the front by Lentz's method, so that it can end when it has settled.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    // Stands for a denominator of 0, which the method divides by.
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    var step = 0.0
    var change = 0.0
    repeat {
      step += 1
      let numerator = -step * (step - a)
      b += 2
      d = numerator * d + b
      if d.magnitude < tiny { d = tiny }
      c = b + numerator / c
      if c.magnitude < tiny { c = tiny }
      d = 1 / d
      change = d * c
      fraction *= change
      // The limit only guards against a factor that stays a rounding error away from 1.
    } while (change - 1).magnitude > 4 * Double.ulpOfOne && step < 1_000_000
    return fraction
  }
}
