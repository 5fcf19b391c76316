import Foundation
import Testing

@testable import Statistics

private func survival(_ x: Double, _ degrees: Int) -> Double {
  ChiSquaredDistribution.survival(x, degreesOfFreedom: degrees)
}

private let points = [1e-9, 0.001, 0.3, 1, 1.9, 2, 3, 3.84, 5, 9.6356, 17, 40, 111, 350, 900, 1300]

@Suite struct ChiSquaredDistributionTests {
  @Test(arguments: points)
  func `two degrees of freedom have a closed form`(x: Double) {
    #expect(near(survival(x, 2), exp(-x / 2), relative: 1e-12))
  }

  @Test(arguments: points)
  func `one degree of freedom is the normal distribution`(x: Double) {
    #expect(near(survival(x, 1), erfc((x / 2).squareRoot()), relative: 1e-12))
  }

  /// Q(a + 1, y) = Q(a, y) + y^a e^-y / Γ(a + 1), from the closed forms on.
  @Test(arguments: points)
  func `all small degrees of freedom follow from those two`(x: Double) {
    let y = x / 2
    var expected = [1: erfc(y.squareRoot()), 2: exp(-y)]
    for degrees in 1...80 {
      let a = Double(degrees) / 2
      let term = exp(a * log(y) - y) / tgamma(a + 1)
      expected[degrees + 2] = (expected[degrees] ?? 0) + term
      let value = survival(x, degrees)
      #expect(near(value, expected[degrees] ?? 0), "\(x), \(degrees) degrees: \(value)")
    }
  }

  /// From mpmath with 40 digits, `gammainc(degrees / 2, x / 2, regularized=True)`.
  @Test(arguments: [
    (0.5, 1, 0.47950012218695346), (1, 3, 0.8012519569012008), (7.5, 5, 0.18602983360286702),
    (20, 10, 0.029252688076961073), (100, 10, 5.4497019829205293e-17),
    (300, 3, 9.9487583463277089e-65), (1000, 20, 3.9047966391213206e-199),
    (95, 100, 0.62257929187817353), (1005, 1000, 0.44966046079982493),
    (1200, 1000, 1.2255942330622904e-5), (10_000, 10_000, 0.49811936596618264),
    (100_000, 100_000, 0.49940529189520669), (1_001_000, 1_000_000, 0.23967680482552136),
    (995_000, 1_000_000, 0.99980067214036425), (1_040_000, 1_000_000, 8.4881596141563673e-172),
    (14, 29, 0.99137737573538611), (60, 29, 0.00061765597330619997), (31, 30, 0.41540711014779169),
  ])
  func `values are those of exact arithmetic`(x: Double, degrees: Int, expected: Double) {
    #expect(near(survival(x, degrees), expected), "\(x), \(degrees) degrees")
  }

  @Test func `very large statistics give 0 and never NaN`() {
    for degrees in [1, 2, 3, 29, 30, 31, 1000, 1_000_000] {
      for x in [1e8, 1e15, 1e100, 1e307, Double.greatestFiniteMagnitude, .infinity] {
        #expect(survival(x, degrees) == 0, "\(x), \(degrees) degrees")
      }
      #expect(survival(0, degrees) == 1)
      #expect(survival(.leastNonzeroMagnitude, degrees) == 1)
    }
  }

  @Test(arguments: [1, 2, 5, 29, 30, 31, 300, 4000])
  func `it falls from 1 to 0, where the method changes too`(degrees: Int) {
    var last = 1.0
    for step in 0...2000 {
      let value = survival(Double(degrees + 2) * Double(step) / 1000, degrees)
      #expect(value >= 0 && value <= last * (1 + 1e-12), "step \(step): \(value) after \(last)")
      last = value
    }
  }
}
