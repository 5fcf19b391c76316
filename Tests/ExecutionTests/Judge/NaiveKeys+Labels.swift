import Language
import Tables

/// What bands, steps and periods are called, and the order of names.
extension NaiveEvaluator {
  struct Bands {
    /// Where each band but the first begins.
    var starts: [Double]
    var labels: [String]

    func position(of number: Double) -> Int { starts.filter { $0 <= number }.count }
  }

  func bands(_ subject: Expression, _ cuts: [Expression], _ place: Place) -> Bands {
    let type = type(of: subject, place)
    let shown = cuts.map { cut -> Double in
      switch Self.literal(cut) {
      case .number(let number), .percent(let number), .quantity(let number, _): number
      default: fatalError("no cut: \(Formatter.format(cut))")
      }
    }
    var labels = ["under \(Self.digits(shown[0]))"]
    for (start, next) in zip(shown, shown.dropFirst()) {
      if start == 0, next == 1 {
        labels.append("under 1")
      } else if type.countsWholes, start == start.rounded(), next == next.rounded() {
        labels.append(
          next == start + 1 ? Self.digits(start) : "\(Self.digits(start))-\(Self.digits(next - 1))")
      } else {
        labels.append("\(Self.digits(start)) to under \(Self.digits(next))")
      }
    }
    labels.append("\(Self.digits(shown[shown.count - 1])) and over")
    return Bands(starts: shown.map { size(of: $0, nil, type) }, labels: labels)
  }

  /// A number of a unit, or of the unit that a bare number means, in the unit of the data.
  func size(of number: Double, _ unit: QuantityUnit?, _ type: NumberType) -> Double {
    guard case .unit(let stored, let display) = type else { return number }
    let written = unit.flatMap { MeasureUnit(rawValue: $0.rawValue) } ?? display
    switch (written, stored) {
    case (.years, .months): return number * 12
    case (.weeks, .days): return number * 7
    default: return number
    }
  }

  private static func digits(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  static func stepLabel(_ index: Int, _ step: Double, _ type: NumberType) -> String {
    let start = Double(index) * step
    let next = start + step
    guard type.countsWholes, start == start.rounded(), next == next.rounded() else {
      return "\(digits(start)) to under \(digits(next))"
    }
    return step == 1 ? digits(start) : "\(digits(start))-\(digits(next - 1))"
  }

  /// The number of a period; quarters are those of the financial year, as published tables have them
  /// (the engine's choice, which it notes).
  static func period(_ part: DatePart, _ date: (year: Int, month: Int, day: Int)) -> Int {
    switch part {
    case .year: date.year
    case .month: date.year * 12 + date.month - 1
    case .quarter: date.year * 4 + (date.month - 1) / 3
    case .financialYear: date.month < 4 ? date.year - 1 : date.year
    }
  }

  static func periodLabel(_ part: DatePart, _ number: Int) -> Cell {
    func financial(_ year: Int) -> String {
      let end = String((year + 1) % 100)
      return "\(year)-\(end.count == 1 ? "0" + end : end)"
    }
    switch part {
    case .year: return .number(Double(number))
    case .financialYear: return .text(financial(number))
    case .month:
      let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      return .text("\(names[number % 12]) \(number / 12)")
    case .quarter:
      let first = number % 4 == 0
      return .text(
        "quarter \(first ? 4 : number % 4) of \(financial(first ? number / 4 - 1 : number / 4))")
    }
  }

  // MARK: Order of names

  /// Without regard to case, and `A2` before `A10`.
  static func naturally(_ left: String, _ right: String) -> Bool {
    let (first, second) = (runs(left), runs(right))
    for (a, b) in zip(first, second) where a != b {
      switch (Int(a), Int(b)) {
      case (let x?, let y?) where x == y: continue
      case (let x?, let y?): return x < y
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return a < b
      }
    }
    return first.count == second.count ? left < right : first.count < second.count
  }

  /// The text cut where digits begin and end.
  private static func runs(_ text: String) -> [String] {
    var runs: [String] = []
    for character in text.lowercased() {
      let isDigit = character.isASCII && character.isNumber
      if let last = runs.last?.last, (last.isASCII && last.isNumber) == isDigit {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
      }
    }
    return runs
  }
}
