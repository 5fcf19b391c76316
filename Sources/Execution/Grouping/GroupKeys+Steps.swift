internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// Bands of one width, from the lowest that holds a number to the highest, also those between that
  /// hold none.
  func keys(of numbers: RowNumbers, in steps: Steps) throws(QueryCancelled) -> GroupKeys {
    try labelled(numbers) { value in
      Int(exactly: steps.index(of: value))
    } label: { index in
      .text(steps.label(Double(index)))
    }
  }

  /// Periods, from the earliest that holds a date to the latest.
  func keys(of numbers: RowNumbers, by part: DatePart) throws(QueryCancelled) -> GroupKeys {
    try labelled(numbers) { value in
      Int32(exactly: value).map { part.index(of: CalendarDate(dayNumber: $0)) }
    } label: { index in
      part.label(index)
    }
  }

  /// More empty groups than this between two others are left out: a stray date must not make a table
  /// of ten thousand lines.
  private static let mostGroups = 400.0

  private func labelled(
    _ numbers: RowNumbers, index: @escaping @Sendable (Double) -> Int?,
    label: (Int) -> AnswerValue
  ) throws(QueryCancelled) -> GroupKeys {
    let rows = try NumberedRows(numbers, cancellation, index: index)
    var order = rows.occurring
    var isScale = false
    if let low = order.first, let high = order.last, Double(high) - Double(low) < Self.mostGroups {
      order = Array(low...high)
      isScale = true
    }
    let codes = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element, UInt32($0.offset)) })
    return GroupKeys(
      digits: try rows.digits(codeCount: order.count, cancellation) {
        codes[$0] ?? GroupKeys.missing
      },
      codeCount: order.count, labels: .values(order.map(label)), isScale: isScale)
  }
}

extension DatePart {
  /// The number of the period that a day falls into; the next period has the next number.
  func index(of date: CalendarDate) -> Int {
    let (year, month, _) = date.components
    return switch self {
    case .year: year
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .financialYear: month >= 4 ? year : year - 1
    }
  }

  /// What a period is called; quarters are those of the financial year.
  func label(_ index: Int) -> AnswerValue {
    func financial(_ year: Int) -> String {
      let next = (year + 1) % 100
      return "\(year)-\(next < 10 ? "0" : "")\(next)"
    }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    switch self {
    case .year: return .integer(index)
    case .month: return .text("\(names[index % 12]) \(index / 12)")
    case .financialYear: return .text(financial(index))
    case .quarter:
      let (year, quarter) = (index / 4, index % 4)
      return .text(
        quarter == 0
          ? "quarter 4 of \(financial(year - 1))" : "quarter \(quarter) of \(financial(year))")
    }
  }
}
