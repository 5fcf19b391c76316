public import Bitmaps

extension Table {
  /// The rows whose field holds a value, written as the language writes it.
  ///
  /// A number is found however it is written, a date as `2009-07-14`, and yes and no by these words. Of a
  /// list these are the rows that hold the value and no other.
  /// - Complexity: O(rows).
  public func rows(column: Int, holding text: String) -> Bitmap {
    let held = columns[column]
    switch held.values {
    case .coded(let coded):
      guard let code = coded.dictionary.exactIndex(of: text) else { break }
      return rows(column: column, code: UInt32(code))
    case .integers(let values):
      guard let wanted = Double(text).flatMap(Int.init(exactly:)) else { break }
      return Bitmap(capacity: rowCount) { values[$0] == wanted }.intersection(held.recorded)
    case .numbers(let values):
      guard let wanted = Double(text) else { break }
      return Bitmap(capacity: rowCount) { values[$0] == wanted }.intersection(held.recorded)
    case .dates(let values):
      guard let wanted = CalendarDate(text)?.dayNumber else { break }
      return Bitmap(capacity: rowCount) { values[$0] == wanted }.intersection(held.recorded)
    case .flags(let yes):
      switch text.lowercased() {
      case "yes", "true": return yes.intersection(held.recorded)
      case "no", "false": return held.recorded.subtracting(yes)
      default: break
      }
    case .lists(let lists):
      guard let code = lists.dictionary.exactIndex(of: text).map(UInt32.init) else { break }
      return Bitmap(capacity: rowCount) { row in
        let start = Int(lists.offsets[row])
        return Int(lists.offsets[row + 1]) == start + 1 && lists.codes[start] == code
      }
    }
    return Bitmap(capacity: rowCount)
  }
}

extension CalendarDate {
  /// The date of a text such as `2009-07-14`; `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date in a pattern of Table Schema, such as `%d/%m/%Y`; an empty pattern is that of ISO 8601.
  public func text(in pattern: String) -> String {
    guard !pattern.isEmpty else { return description }
    let (year, month, day) = components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return
      pattern
      .replacing("%Y", with: "\(year)").replacing("%y", with: two(year % 100))
      .replacing("%m", with: two(month)).replacing("%d", with: two(day))
      .replacing("%B", with: months[month - 1]).replacing("%b", with: months[month - 1].prefix(3))
      .replacing("%H", with: "00").replacing("%M", with: "00").replacing("%S", with: "00")
  }
}
