import Statistics
import TestSupport
import Testing

@Suite struct SampleTests {
  private let seven = Sample([3.5, -1, 7, 2, .nan, 2, 11, .infinity, 4.25, -.infinity])

  /// From NumPy 2, `mean` and `std(ddof=1)`.
  @Test func `seven numbers`() {
    #expect(seven.count == 7)
    #expect(seven.sum == 28.75)
    #expect(near(seven.mean, 4.107142857142857))
    #expect(near(seven.standardDeviation, 3.899404716473675))
    #expect(seven.minimum == -1)
    #expect(seven.maximum == 11)
    #expect(seven.median == 3.5)
  }

  /// From NumPy 2, `percentile`.
  @Test(arguments: [
    (0, -1), (10, 0.8), (25, 2), (33.3, 2), (50, 3.5), (90, 8.6), (99, 10.76), (100, 11),
  ])
  func `percentiles are interpolated`(p: Double, expected: Double) {
    #expect(near(seven.percentile(p), expected, relative: 1e-14))
  }

  @Test func `an even count has its median between two`() {
    #expect(Sample([4, 1, 3, 2]).median == 2.5)
    #expect(Sample([4, 1, 3, 2]).percentile(25) == 1.75)
    #expect(Sample([4, 1, 3, 2]).percentile(75) == 3.25)
  }

  @Test(arguments: [[], [.nan], [.infinity, -.infinity]] as [[Double]])
  func `nothing has no mean`(values: [Double]) {
    let sample = Sample(values)
    #expect(sample.count == 0)
    #expect(sample.sum == 0)
    #expect(sample.mean == nil)
    #expect(sample.standardDeviation == nil)
    #expect(sample.minimum == nil)
    #expect(sample.maximum == nil)
    #expect(sample.median == nil)
    #expect(sample.percentile(0) == nil)
  }

  @Test func `one value is all its own quantiles and has no spread`() {
    let sample = Sample([6.25])
    #expect(sample.mean == 6.25)
    #expect(sample.standardDeviation == nil)
    for p in [0, 12.5, 50, 100] { #expect(sample.percentile(p) == 6.25) }
  }

  @Test func `equal values have themselves as mean and no spread at all`() {
    let sample = Sample(Array(repeating: 0.1, count: 100_001))
    #expect(sample.mean == 0.1)
    #expect(sample.standardDeviation == 0)
    #expect(sample.percentile(37.7) == 0.1)
  }

  @Test func `a million small numbers keep their digits beside a large one`() {
    let sample = Sample([1e16] + Array(repeating: 0.1, count: 1_000_000) + [-1e16])
    // Here, the worst case, what was dropped is itself a plain sum.
    #expect(near(sample.sum, 100_000, relative: 1e-10))
  }

  @Test func `a million tenths are a hundred thousand`() {
    #expect(Sample(Array(repeating: 0.1, count: 1_000_000)).sum == 100_000)
  }

  @Test func `a large offset does not hide the spread`() {
    let sample = Sample([4, 7, 13, 16].map { $0 + 1e9 })
    #expect(near(sample.standardDeviation, 30.0.squareRoot()))
  }

  @Test func `a sum that is too large is infinite, not NaN`() {
    let sample = Sample(Array(repeating: Double.greatestFiniteMagnitude, count: 3))
    #expect(sample.sum == .infinity)
    #expect(sample.mean == .greatestFiniteMagnitude)
  }

  @Test func `the median of random numbers splits them in half`() throws {
    var random = SeededRandom(seed: 7)
    for count in 1...50 {
      let values = (0..<count).map { _ in Double.random(in: -5...5, using: &random) }
      let median = try #require(Sample(values).median)
      #expect(values.count { $0 < median } == values.count { $0 > median })
    }
  }

  @Test(arguments: [UInt64(21), 22, 23, 24])
  func `numbers counted are the same sample as numbers listed`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let listed = (0..<5000).map { _ in Double(random.int(below: 300)) / 8 - 10 }
    let values = Set(listed).sorted()
    let counts = values.map { value in listed.count { $0 == value } }
    let (one, other) = (Sample(listed), Sample(values, counts: counts))
    #expect(one.count == other.count && one.sum == other.sum && one.mean == other.mean)
    #expect(near(one.standardDeviation, try #require(other.standardDeviation), relative: 1e-14))
    #expect(one.minimum == other.minimum && one.maximum == other.maximum)
    let sorted = listed.sorted()
    for p in stride(from: 0.0, through: 100, by: 0.7) {
      #expect(one.percentile(p) == other.percentile(p), "seed \(seed), \(p)")
      let place = Int(Double(listed.count - 1) * p / 100)
      #expect(try #require(one.percentile(p)) >= sorted[place], "seed \(seed), \(p)")
    }
  }

  @Test(
    arguments: [
      [1, 2, 3, 4, 5], Array(repeating: 2, count: 1000), (0..<1000).map { Double($0) },
      (0..<1000).map { Double(-$0) }, (0..<1000).map { Double($0 % 2) },
      (0..<1000).map { Double(min($0, 1000 - $0)) },
    ] as [[Double]])
  func `percentiles do not hang on how the numbers lie`(values: [Double]) {
    let sorted = values.sorted()
    for place in [0, 1, values.count / 2, values.count - 1] {
      let p = 100 * Double(place) / Double(values.count - 1)
      #expect(near(Sample(values).percentile(p), sorted[place], relative: 1e-9))
    }
  }

  @Test func `a sum of fractions counted is that of the fractions one by one`() {
    let count = 1_000_001
    #expect(Sample([0.1], counts: [count]).sum == Sample(Array(repeating: 0.1, count: count)).sum)
  }

  @Test(arguments: [UInt64(31), 32, 33])
  func `percentiles of many numbers are those of all in order`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let width = random.element(of: [3, 1000, 1_000_000_000])
    let values = (0..<40_000).map { _ in
      Double(random.int(below: width) - width / 2) * random.element(of: [1, 1e-9, 1e12])
    }
    let (sample, sorted) = (Sample(values), values.sorted())
    for place in [0, 1, 12_345, 20_000, 39_998, 39_999] {
      let p = 100 * Double(place) / Double(values.count - 1)
      #expect(near(sample.percentile(p), sorted[place], relative: 1e-6), "seed \(seed), \(place)")
    }
    #expect(sample.percentile(0) == sorted.first && sample.percentile(100) == sorted.last)
    #expect(sample.median == (sorted[19_999] + (sorted[20_000] - sorted[19_999]) * 0.5))
  }
}
