internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// Bands of one width, from the lowest that holds a number to the highest, also those between that
  /// hold none.
  func keys(of vector: NumericVector, in steps: Steps) -> GroupKeys {
    labelled(vector, fillingGaps: true) { value in
      Int(exactly: steps.index(of: value))
    } label: { index in
      .text(steps.label(Double(index)))
    }
  }

  /// Periods, from the earliest that holds a date to the latest.
  func keys(of vector: NumericVector, by part: DatePart) -> GroupKeys {
    labelled(vector, fillingGaps: true) { value in
      Int32(exactly: value).map { part.index(of: CalendarDate(dayNumber: $0)) }
    } label: { index in
      part.label(index)
    }
  }

  /// More empty groups than this between two others are left out: a stray date must not make a table
  /// of ten thousand lines.
  private static let mostGroups = 400

  private func labelled(
    _ vector: NumericVector, fillingGaps: Bool, index: (Double) -> Int?,
    label: (Int) -> AnswerValue
  ) -> GroupKeys {
    var indexes: [Int: UInt32] = [:]
    var ofRow = [Int?](repeating: nil, count: vector.values.count)
    vector.recorded.forEachRow { row in
      ofRow[row] = index(vector.values[row])
      if let found = ofRow[row] { indexes[found] = 0 }
    }
    var order = indexes.keys.sorted()
    var isScale = false
    if let low = order.first, let high = order.last, high - low < Self.mostGroups {
      order = Array(low...high)
      isScale = true
    }
    for (code, found) in order.enumerated() { indexes[found] = UInt32(code) }
    return GroupKeys(
      codes: Storage(count: ofRow.count) { row in
        ofRow[row].flatMap { indexes[$0] } ?? GroupKeys.missing
      },
      values: order.map(label), isScale: isScale)
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
