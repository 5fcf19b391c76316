/// Percentages made once, from integers, so that no rounding error of a fraction shows.
enum Percentage {
  /// `part` of `whole` in tenths of a percent, rounded half up as official statistics do.
  static func tenths(_ part: Int, of whole: Int) -> Int {
    let (product, overflow) = part.multipliedReportingOverflow(by: 2000)
    guard !overflow, whole <= Int.max / 2 else {
      return Int((Double(part) / Double(whole) * 1000).rounded())
    }
    return (product + whole) / (2 * whole)
  }

  /// `34.4`; for machines, who compare numbers.
  static func digits(_ part: Int, of whole: Int) -> String {
    let tenths = tenths(part, of: whole)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `34.4%`; never 0.0% for more than none, nor 100.0% for less than all, nor anything of nothing.
  static func text(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = tenths(part, of: whole)
    if tenths == 0, part > 0 { return "<0.1%" }
    if tenths == 1000, part < whole { return ">99.9%" }
    return digits(part, of: whole) + "%"
  }
}
