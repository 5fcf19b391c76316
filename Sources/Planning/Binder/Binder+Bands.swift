internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// `PATH bands (0, 1, 6)`: each number begins a band, in the unit that a bare number means.
  mutating func bindBands(
    _ subject: Expression, _ cuts: [Expression], in scope: Scope
  ) -> (value: NumericValue, bands: Bands)? {
    guard let (value, kind) = bindNumber(subject, in: scope) else { return nil }
    var starts: [(shown: Double, stored: Double)] = []
    for cut in cuts {
      guard let start = bandStart(cut, beside: kind) else { return nil }
      if let last = starts.last, start.stored <= last.stored {
        report(
          .typeMismatch, "each band must begin above the one before", at: cut.span,
          notes: ["\(Formatter.format(cut)) is not above the number before it"])
        return nil
      }
      starts.append(start)
    }
    let labels = Self.bandLabels(starts.map(\.shown), countsWholes: kind.isWhole)
    return (value, Bands(cuts: starts.map(\.stored), labels: labels))
  }

  private mutating func bandStart(
    _ cut: Expression, beside kind: NumberKind
  ) -> (shown: Double, stored: Double)? {
    guard let literal = literalOnly(cut) else {
      report(.typeMismatch, "a band begins at a number", at: cut.span)
      return nil
    }
    switch (kind, literal) {
    case (.plain, .number(let number)), (.percent, .number(let number)),
      (.percent, .percent(let number)):
      return (number, number)
    case (.unit(let stored, let display), .number(let number)):
      return (number, number * (display.size(in: stored) ?? 1))
    case (.unit(let stored, let display), .quantity(let number, let unit)):
      guard let unit = MeasureUnit(rawValue: unit.rawValue), unit == display else { fallthrough }
      return (number, number * (display.size(in: stored) ?? 1))
    default:
      report(
        .typeMismatch, "a band of \(kind.inWords) cannot begin at \(Formatter.format(cut))",
        at: cut.span, notes: ["bands are numbers, in one unit throughout"])
      return nil
    }
  }

  /// One label for what lies below the first number, then one for each band: `under 1`, `1-5`,
  /// `16 and over`.
  static func bandLabels(_ starts: [Double], countsWholes: Bool) -> [String] {
    func digits(_ number: Double) -> String {
      Int(exactly: number).map(String.init) ?? "\(number)"
    }
    guard let first = starts.first, let last = starts.last else { return ["all"] }
    var labels = ["under \(digits(first))"]
    for (start, next) in zip(starts, starts.dropFirst()) {
      let isWhole = countsWholes && start == start.rounded() && next == next.rounded()
      if start == 0, next == 1 {
        labels.append("under 1")
      } else if isWhole, next == start + 1 {
        labels.append(digits(start))
      } else if isWhole {
        labels.append("\(digits(start))-\(digits(next - 1))")
      } else {
        labels.append("\(digits(start)) to under \(digits(next))")
      }
    }
    return labels + ["\(digits(last)) and over"]
  }
}
