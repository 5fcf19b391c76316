import Statistics
import TestSupport
import Testing

@testable import Execution

/// The bands as lines: `0-4: 3`.
private func bands(_ values: [Double], countsMonths: Bool = false) -> [String] {
  Histogram(of: Sample(values), countsMonths: countsMonths)?.bands.map {
    "\($0.name): \($0.count)"
  } ?? []
}

@Suite struct HistogramTests {
  @Test func `few whole numbers have a band each, empty ones too`() {
    #expect(bands([1, 1, 4]) == ["1: 2", "2: 0", "3: 0", "4: 1"])
    #expect(bands([-2, 0]) == ["-2: 1", "-1: 0", "0: 1"])
  }

  @Test func `bands are of round width, and begin at round numbers`() {
    #expect(
      bands((3...52).map(Double.init)) == [
        "0-4: 2", "5-9: 5", "10-14: 5", "15-19: 5", "20-24: 5", "25-29: 5", "30-34: 5", "35-39: 5",
        "40-44: 5", "45-49: 5", "50-54: 3",
      ])
    #expect(
      bands([-12, 12, 3, -3]) == ["-20 to -11: 1", "-10 to -1: 1", "0-9: 1", "10-19: 1"])
    #expect(bands([0, 215], countsMonths: true).first == "0-59: 1")
    #expect(bands([0, 215]).first == "0-49: 1")
  }

  @Test func `ends of bands are exact decimals`() {
    let tenths = (1...9).map { Double($0) / 10 }
    #expect(
      bands(tenths + tenths + tenths) == [
        "0.1 to under 0.2: 3", "0.2 to under 0.3: 3", "0.3 to under 0.4: 3", "0.4 to under 0.5: 3",
        "0.5 to under 0.6: 3", "0.6 to under 0.7: 3", "0.7 to under 0.8: 3", "0.8 to under 0.9: 3",
        "0.9 to under 1: 3",
      ])
    #expect(
      bands([0.27, 0.28, 0.29, 0.3, 0.31]).map { $0.suffix(1) } == ["1", "1", "1", "1", "1"])
  }

  @Test func `numbers far from the others share an open band`() {
    let most = (1...80).map(Double.init)
    #expect(bands(most + [9999]).last?.hasSuffix(" and over: 1") == true)
    // A tail of one in ten is no stray number.
    let tail = (1...8).map { Double($0) * 200 }
    #expect(!bands(most + tail).contains { $0.contains("over") })
    let below = bands(most + [-9999]).first
    #expect(below?.hasPrefix("under ") == true && below?.hasSuffix(": 1") == true)
    // Not far: the whole range has bands of one width.
    #expect(!bands(most + [120]).contains { $0.contains("over") })
  }

  @Test(arguments: [[], [4], [4, 4, 4], [.nan, 4]] as [[Double]])
  func `without two different numbers there is none`(values: [Double]) {
    #expect(Histogram(of: Sample(values), countsMonths: false) == nil)
  }

  @Test(arguments: [
    [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude], [1e300, 2e300],
    [.leastNonzeroMagnitude, .leastNormalMagnitude],
    [1e15, 1e15 + 1], [1, 1 + 1e-15], [-1e18, 0, 1e18],
  ])
  func `numbers of any size have a histogram that counts all, or none`(values: [Double]) {
    guard let histogram = Histogram(of: Sample(values), countsMonths: false) else { return }
    #expect(histogram.bands.reduce(0) { $0 + $1.count } == values.count)
  }

  @Test func `every number is in the band that its ends say`() {
    let seed: UInt64 = 20_261
    var random = SeededRandom(seed: seed)
    for round in 0..<300 {
      let scale = random.element(of: [0.001, 0.37, 1, 12, 1e4, 1e9])
      let isWhole = random.bool()
      let values = (0..<2 + random.int(below: 60)).map { _ -> Double in
        let far: Double = random.int(below: 12) == 0 ? 1000 : 1
        let value = (Double(random.int(below: 4000)) / 1000 - 1) * scale * far
        return isWhole ? value.rounded() : value
      }
      let place = "seed \(seed), round \(round): \(values)"
      guard let histogram = Histogram(of: Sample(values), countsMonths: round % 3 == 0) else {
        #expect(Set(values).count < 2, "\(place)")
        continue
      }
      #expect(histogram.bands.count <= 14, "\(place)")
      for band in histogram.bands {
        let low = band.from ?? -Double.infinity
        let high = band.to ?? Double.infinity
        #expect(values.count { low <= $0 && $0 < high } == band.count, "\(band) of \(place)")
      }
      for (band, next) in zip(histogram.bands, histogram.bands.dropFirst()) {
        #expect(band.to == next.from, "\(place)")
      }
    }
  }
}
