internal import Tables

/// Texts that have the form of a date, of which there is no such day.
enum ImpossibleDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `31 February 2010`, or `month 13`: what there is none of; `nil` for a day that there is, and
  /// for a text of another form.
  static func inWords(_ bytes: CellText.Bytes, _ format: DateFormat) -> String? {
    guard let (year, month, day) = CellText.dateParts(bytes, format),
      CalendarDate(year: year, month: month, day: day) == nil
    else { return nil }
    guard months.indices.contains(month - 1) else { return "month \(month)" }
    return "\(day) \(months[month - 1]) \(year)"
  }
}
