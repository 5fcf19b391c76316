internal import Statistics

extension Histogram {
  /// More bands than this are no longer seen at once, and of a few numbers fewer say more.
  private static func mostBands(of count: Int) -> Int {
    min(12, max(5, Int(2 * Double(count).squareRoot())))
  }

  /// The histogram of a sample; `nil` where no two numbers differ.
  ///
  /// A few numbers far from the others would leave all of those in one band: they share an open one at
  /// the end instead.
  ///
  /// - Parameter countsMonths: Whether the numbers are months, of which twelve are round.
  /// - Complexity: O(n).
  init?(of sample: Sample, countsMonths: Bool) {
    guard let minimum = sample.minimum, let maximum = sample.maximum, minimum < maximum else {
      return nil
    }
    let range = Self.body(of: sample, minimum...maximum)
    let isWhole = sample.isWhole
    guard
      let width = BandWidth.fitting(
        range, into: Self.mostBands(of: sample.count), isWhole: isWhole, countsMonths: countsMonths)
    else { return nil }
    let (first, last) = (width.band(of: range.lowerBound), width.band(of: range.upperBound))
    var counts = [Int](repeating: 0, count: last - first + 3)
    sample.forEach { value, count in
      // What lies outside the range counts at one of the ends.
      counts[min(max(width.band(of: value) - first + 1, 0), counts.count - 1)] += count
    }
    name = ""
    bands = (first...last).map { band in
      Band(
        from: width.start(of: band), to: width.start(of: band + 1), count: counts[band - first + 1],
        name: width.name(of: band, isWhole: isWhole))
    }
    if let below = counts.first, below > 0 {
      let end = width.start(of: first)
      bands.insert(
        Band(from: nil, to: end, count: below, name: "under \(BandWidth.digits(end))"), at: 0)
    }
    if let above = counts.last, above > 0 {
      let start = width.start(of: last + 1)
      bands.append(
        Band(from: start, to: nil, count: above, name: "\(BandWidth.digits(start)) and over"))
    }
  }

  /// The range that the bands of one width cover: that of all numbers, unless a few lie so far out that
  /// less than half of it would be left to the others.
  private static func body(
    of sample: Sample, _ all: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    guard let low = sample.percentile(25), let high = sample.percentile(75), low < high,
      let lowest = sample.percentile(2), let highest = sample.percentile(98)
    else { return all }
    // Three times the middle half on either side is how far Tukey's box plot goes before it calls a
    // number far out; a long tail that one number in fifty is part of is no stray number either.
    let reach = 3 * (high - low)
    let body =
      max(
        all.lowerBound, min(low - reach, lowest))...min(all.upperBound, max(high + reach, highest))
    let isFar = all.upperBound / 2 - all.lowerBound / 2 > body.upperBound - body.lowerBound
    return isFar ? body : all
  }
}

/// A round width of bands, some digits times a power of ten, so that their ends are exact decimals.
private struct BandWidth {
  var digits: Int
  var exponent: Int

  private var powerOfTen: Double { Self.powerOfTen(exponent.magnitude) }

  /// Exact up to 10^22, and as close as a number can be beyond.
  private static func powerOfTen(_ exponent: UInt) -> Double {
    Double("1e\(exponent)") ?? .infinity
  }

  /// A band that no range reaches, for numbers beyond all indexes.
  private static let farOut = 1_000_000_000_000_000

  private var value: Double { start(of: 1) }

  /// Where a band starts, as its decimal digits read.
  func start(of band: Int) -> Double {
    let multiple = Double(band) * Double(digits)
    return exponent < 0 ? multiple / powerOfTen : multiple * powerOfTen
  }

  /// The band that a number lies in; that from 0 is 0.
  func band(of number: Double) -> Int {
    let quotient = (number / value).rounded(.down)
    guard quotient.magnitude < 1e15 else { return quotient < 0 ? -Self.farOut : Self.farOut }
    // The quotient is rounded, and may be so across an end.
    let band = Int(quotient)
    if number >= start(of: band + 1) { return band + 1 }
    return number < start(of: band) ? band - 1 : band
  }

  /// What a band is called.
  func name(of band: Int, isWhole: Bool) -> String {
    let (from, to) = (start(of: band), start(of: band + 1))
    guard isWhole, exponent >= 0 else {
      return "\(Self.digits(from)) to under \(Self.digits(to))"
    }
    if value == 1 { return Self.digits(from) }
    return from < 0
      ? "\(Self.digits(from)) to \(Self.digits(to - 1))"
      : "\(Self.digits(from))-\(Self.digits(to - 1))"
  }

  static func digits(_ number: Double) -> String {
    number.magnitude < 1e15 ? Int(exactly: number).map(String.init) ?? "\(number)" : "\(number)"
  }

  /// The narrowest round width with which at most so many bands hold a range; `nil` where the numbers
  /// are too near each other for their size, or too far apart, for any.
  static func fitting(
    _ range: ClosedRange<Double>, into most: Int, isWhole: Bool, countsMonths: Bool
  ) -> BandWidth? {
    let spread = range.upperBound - range.lowerBound
    let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    guard spread.isFinite, spread > size * 1e-12 else { return nil }
    // Well below a twelfth of the spread, by the powers of two in it.
    let low = Int((Double(spread.exponent) * 0.30103).rounded(.down)) - 3
    guard low > -290, low < 290 else { return nil }
    for exponent in (isWhole ? max(0, low) : low)...(max(0, low) + 6) {
      for digits in candidates(exponent, countsMonths: countsMonths) {
        let width = BandWidth(digits: digits, exponent: exponent)
        let steps = spread / width.value
        guard steps <= Double(most) else { continue }
        if width.band(of: range.upperBound) - width.band(of: range.lowerBound) < most {
          return width
        }
      }
    }
    return nil
  }

  /// The round numbers of digits before a power of ten.
  private static func candidates(_ exponent: Int, countsMonths: Bool) -> [Int] {
    guard countsMonths, exponent >= 0 else { return [1, 2, 5] }
    return exponent == 0 ? [1, 2, 3, 6, 12, 24, 60] : [12, 24, 60]
  }
}
