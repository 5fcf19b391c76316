internal import Language
internal import Planning
internal import Statistics
internal import Tables

/// The columns in which an answer shows measures: each with what it was taken from.
struct MeasureColumns {
  private(set) var columns: [AnswerColumn] = []
  private let measures: ArraySlice<BoundMeasure>
  /// For each shown measure, whether its base has a column, since another of the same numbers has
  /// shown it already.
  private var showsBase: [Bool] = []
  private let isPercentQuery: Bool
  private let showsIntervals: Bool

  init(_ query: BoundQuery) {
    measures = query.measures.prefix(query.shownMeasureCount)
    showsIntervals = query.options.contains(.interval)
    if case .percent = query.verb { isPercentQuery = true } else { isPercentQuery = false }
    guard !isPercentQuery else {
      columns = [
        AnswerColumn("count", .integer), AnswerColumn("base", .integer),
        AnswerColumn("percent", .percent),
      ]
      if showsIntervals {
        columns += [
          AnswerColumn("ci_low", .number, decimals: 1),
          AnswerColumn("ci_high", .number, decimals: 1),
        ]
      }
      return
    }
    var bases: [String] = []
    for measure in measures {
      let kind = measure.columnKind
      columns.append(
        AnswerColumn(measure.name, kind, decimals: kind == .number ? measure.decimals : nil))
      let base = measure.baseName
      showsBase.append(base.map { !bases.contains($0) } ?? false)
      if let base, !bases.contains(base) {
        bases.append(base)
        columns.append(AnswerColumn(base, .integer))
      }
    }
  }

  /// The column that a chart shows: the first measure, or of a percentage query the percentage.
  var chartedColumn: Int { isPercentQuery ? 2 : 0 }

  /// The cells of one group.
  func values(_ measured: [Measured]) -> [AnswerValue] {
    if isPercentQuery, let only = measured.first {
      let (part, whole) = (only.part ?? 0, only.base ?? 0)
      var values: [AnswerValue] = [
        .integer(part), .integer(whole), .percent(part: part, whole: whole),
      ]
      if showsIntervals {
        let interval = Interval(part: part, whole: whole)
        values += [interval?.low, interval?.high].map { end in
          end.map { .number($0) } ?? .missing(reason: nil)
        }
      }
      return values
    }
    return zip(zip(measures, showsBase), measured).flatMap { measure, measured in
      let cell = measure.0.answer(measured)
      return measure.1 ? [cell, .integer(measured.base ?? 0)] : [cell]
    }
  }
}

extension BoundMeasure {
  /// The decimals that a statistic is worth: one of a number of months, two of a plain one.
  fileprivate var decimals: Int {
    if case .unit = kind { 1 } else { 2 }
  }

  fileprivate var columnKind: AnswerColumn.Kind {
    switch measure {
    case .count, .distinct: .integer
    case .percent: .percent
    case .statistic(let statistic, _):
      if kind == .date { .date } else { keepsWhole(statistic) ? .integer : .number }
    }
  }

  /// Whether the statistic of whole numbers is a whole number.
  private func keepsWhole(_ statistic: Statistic) -> Bool {
    switch (kind, statistic) {
    case (.plain(let isWhole), _): isWhole
    case (.unit, .sum), (.unit, .min), (.unit, .max): true
    default: false
    }
  }

  /// The heading of what the measure was taken from; `nil` where the measure is a count.
  fileprivate var baseName: String? {
    switch measure {
    case .count, .distinct: nil
    case .percent(let condition): "n of " + (subject ?? "\(condition)")
    case .statistic: "n of " + (subject ?? name)
    }
  }

  /// What is measured, without the measure's word and unit.
  private var subject: String? {
    var text = name[...]
    if case .unit(let unit, _) = kind, text.hasSuffix(" (\(unit.rawValue))") {
      text = text.dropLast(unit.rawValue.count + 3)
    }
    // A measure with a name stands for itself.
    guard let space = text.firstIndex(of: " ") else { return String(text) }
    return String(text[text.index(after: space)...])
  }

  fileprivate func answer(_ measured: Measured) -> AnswerValue {
    switch measure {
    case .count, .distinct: return .integer(Int(measured.number ?? 0))
    case .percent: return .percent(part: measured.part ?? 0, whole: measured.base ?? 0)
    case .statistic(let statistic, _):
      guard let number = measured.number else { return .missing(reason: nil) }
      if kind == .date { return kind.answer(number) }
      if keepsWhole(statistic), let whole = Int(exactly: number) { return .integer(whole) }
      return .number(number)
    }
  }
}

extension Interval {
  /// Wilson's interval; `nil` for a part of nothing.
  public init?(part: Int, whole: Int) {
    guard let wilson = WilsonInterval(part: part, whole: whole) else { return nil }
    self.init(low: wilson.low, high: wilson.high)
  }
}
