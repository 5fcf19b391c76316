/// A percentage made from integers, so that it is rounded once and never says more than is true.
struct Percentage: Sendable, Hashable {
  /// The rows counted.
  let part: Int
  /// The rows they are taken from.
  let whole: Int

  /// The percentage as people read it: `34.4%`, `<0.1%`, `>99.9%`; `-` of nothing.
  var text: String {
    guard whole > 0 else { return "-" }
    let tenths = scaled(decimals: 1)
    if part > 0, tenths == 0 { return "<0.1%" }
    if part < whole, tenths >= 1000 { return ">99.9%" }
    return Self.decimal(tenths, decimals: 1) + "%"
  }

  /// The percentage as a program reads it: `34.4`; `nil` of nothing.
  ///
  /// One decimal, and more only where one would read `0.0` for more than none or `100.0` for less
  /// than all: 3 of 10,000 is `0.03`.
  var digits: String? {
    guard whole > 0 else { return nil }
    var decimals = 1
    while decimals < 15, looksWrong(decimals: decimals) { decimals += 1 }
    return Self.decimal(scaled(decimals: decimals), decimals: decimals)
  }

  private func looksWrong(decimals: Int) -> Bool {
    let value = scaled(decimals: decimals)
    let hundred = 100 * Self.power(decimals)
    return (part > 0 && value == 0) || (part < whole && value >= hundred)
  }

  /// The percentage times ten to the `decimals`, rounded half up (away from zero below zero).
  private func scaled(decimals: Int) -> Int128 {
    let size = Int128(part).magnitude * UInt128(200 * Self.power(decimals))
    let rounded = Int128((size + UInt128(whole)) / (2 * UInt128(whole)))
    return part < 0 ? -rounded : rounded
  }

  private static func power(_ decimals: Int) -> Int128 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func decimal(_ value: Int128, decimals: Int) -> String {
    let (whole, fraction) = value.magnitude.quotientAndRemainder(
      dividingBy: UInt128(power(decimals)))
    let digits = String(fraction)
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(value < 0 ? "-" : "")\(whole).\(zeros)\(digits)"
  }
}
