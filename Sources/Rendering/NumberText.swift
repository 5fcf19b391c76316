internal import Execution

extension Interval {
  /// `25.5-44.7%`.
  var text: String {
    "\(NumberText.fixed(low, decimals: 1))-\(NumberText.fixed(high, decimals: 1))%"
  }
}

/// Numbers with a fraction as text.
enum NumberText {
  /// The decimals that `fixed` may add when no one chose: enough for rates and averages, too few
  /// to suggest that a mean of 194 ages is known to the fifteenth place.
  static let mostDecimals = 4

  /// The shortest digits that read back as the same number: `5`, `0.125`, `1e+20`; `nil` for what
  /// is not a number.
  static func shortest(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number with so many decimals, rounded half away from zero; `-` for what is not a number.
  static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return "-" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number.magnitude * Double(scale)).rounded()
    // Past this size a double has no decimals to show.
    guard scaled < 1e15 else { return shortest(number) ?? "-" }
    let (whole, fraction) = Int(scaled).quotientAndRemainder(dividingBy: scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits = String(fraction)
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }

  /// The decimals, at most `mostDecimals`, that these numbers need so that all align.
  static func decimalsNeeded(_ numbers: some Sequence<Double>) -> Int {
    var needed = 0
    for number in numbers where number.isFinite {
      let text = fixed(number, decimals: mostDecimals)
      guard let point = text.firstIndex(of: ".") else { continue }
      let fraction = text[text.index(after: point)...]
      let trimmed = fraction.reversed().drop { $0 == "0" }.count
      needed = max(needed, trimmed)
      if needed == mostDecimals { break }
    }
    return needed
  }
}
