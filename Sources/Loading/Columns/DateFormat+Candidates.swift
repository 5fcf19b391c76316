extension DateFormat {
  /// The formats that dates without a codebook may have.
  ///
  /// Each also with midnight after it, as exports of databases write dates.
  static let candidates: [DateFormat] = {
    let days = [
      "y-m-d", "d/m/y", "m/d/y", "y/m/d", "d-m-y", "m-d-y", "d.m.y", "d/m/Y", "m/d/Y", "d-n-y",
      "d-n-Y", "d n y", "d n Y", "n d, y", "n d y",
    ]
    return days.flatMap { [DateFormat(letters: $0), DateFormat(letters: $0 + "t")] }
  }()

  /// Whether the day stands before the month, where both are digits; `nil` where they cannot be
  /// confused.
  var isDayFirst: Bool? {
    guard let day = parts.firstIndex(of: .day), let month = parts.firstIndex(of: .month),
      parts.first != .year
    else { return nil }
    return day < month
  }
}
