internal import Execution

extension Answer {
  /// A number with its unit in the right form: `1 child`, `35 children`.
  func counted(_ number: Int) -> String {
    let plural = unit ?? "rows"
    // A name that is no plural, such as a file's, does not say what it counts.
    if let unit, unitSingular == unit {
      return "\(number) \(number == 1 ? "row" : "rows") of \(unit)"
    }
    return "\(number) \(number == 1 ? unitSingular ?? unit ?? "row" : plural)"
  }

  /// The rows that are neither in nor out: of the share itself, or else of the set.
  var undecided: Int {
    if case .share(let share) = body { return share.undecided }
    return base?.undecided ?? 0
  }

  /// The whole answer in one line, for a count or a share; empty for other shapes.
  var sentence: String {
    switch body {
    case .count(let number): return counted(number) + bracketedBase
    case .share(let share):
      let percent = Percentage(part: share.part, whole: share.whole).text
      let interval = share.interval.map { ", 95% interval \($0.text)" } ?? ""
      var text = "\(share.part) of \(share.whole) (\(percent)\(interval))"
      if share.undecided > 0 {
        text += "; \(share.undecided) undecided"
        if let base, base.undecided == share.undecided { text += base.fieldList }
      }
      return text
    case .table, .frequencies, .crosstab, .layers: return ""
    }
  }

  /// What an answer without rows says: `no children`.
  var nothing: String {
    unit == nil || unitSingular == unit
      ? "no rows\(unit.map { " of \($0)" } ?? "")\(bracketedBase)"
      : "no \(unit ?? "")\(bracketedBase)"
  }

  /// The lines under an answer that say what it was taken from.
  var baseLines: [String] {
    let setLine = base.map { counted($0.counted) + bracketedBase }
    let isPartial = (base?.undecided ?? 0) > 0
    switch body {
    case .count: return []
    case .share(let share):
      // The same rows were named beside the share already.
      guard isPartial, base?.undecided != share.undecided, let setLine else { return [] }
      return [setLine]
    case .table:
      guard unit != nil, let setLine else { return [] }
      return [setLine]
    case .frequencies(let frequencies):
      return frequencies.baseLines(self) + (isPartial ? [setLine].compactMap(\.self) : [])
    case .crosstab(let crosstab):
      return crosstab.baseLines(self) + (isPartial ? [setLine].compactMap(\.self) : []) + testLines
    case .layers(_, let layers):
      let base = layers.first?.crosstab.percentageLine(of: "of each layer").map { [$0] } ?? []
      return [setLine].compactMap(\.self) + base + testLines
    }
  }

  /// What the tests of a table found, each in a line.
  private var testLines: [String] {
    tests.flatMap { test -> [String] in
      let layer = test.layer.map { "\($0): " } ?? ""
      guard let probability = test.probability else {
        return test.remark.map { [layer + $0] } ?? []
      }
      var line = layer
      if let statistic = test.statistic, let degrees = test.degreesOfFreedom {
        line += "chi-squared = \(NumberText.fixed(statistic, decimals: 3)), df = \(degrees), "
      } else {
        line += "Fisher's exact test, two-sided: "
      }
      line += Self.inWords(probability)
      if let ratio = test.oddsRatio {
        line += ", odds ratio \(NumberText.fixed(ratio, decimals: 3))"
      }
      if let expected = test.smallestExpected {
        line += "; smallest expected count \(NumberText.fixed(expected, decimals: 2))"
      }
      return [line] + (test.remark.map { [layer + $0] } ?? [])
    }
  }

  /// `p = 0.106`, `p < 0.0001`.
  private static func inWords(_ probability: Double) -> String {
    if probability < 0.0001 { return "p < 0.0001" }
    return "p = \(NumberText.fixed(probability, decimals: probability < 0.01 ? 5 : 3))"
  }

  private var bracketedBase: String {
    guard let base else { return "" }
    if base.undecided == 0 { return base.counted == base.total ? "" : " (of \(base.total))" }
    return " (\(base.clause))"
  }
}

extension Base {
  /// `of 144 with died recorded; 50 not recorded`, or, when that would not be the whole truth,
  /// `of 120 decided; 74 undecided: 50 died, 30 age`.
  fileprivate var clause: String {
    let decided = total - undecided
    if undecidedFields.count == 1, let field = undecidedFields.first, field.count == undecided,
      field.missingCount ?? undecided == undecided
    {
      return "of \(decided) with \(field.name) recorded; \(undecided) not recorded"
    }
    return "of \(decided) decided; \(undecided) undecided\(fieldList)"
  }

  /// `: 50 died, 30 age`, the fields whose missing values left rows undecided; empty for none.
  fileprivate var fieldList: String {
    guard !undecidedFields.isEmpty else { return "" }
    return ": " + undecidedFields.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}

extension Frequencies {
  /// What a dimension is made of, where the name says how as well.
  fileprivate static func field(_ dimension: String) -> String {
    dimension.hasPrefix("each ") ? String(dimension.dropFirst(5)) : dimension
  }

  fileprivate func baseLines(_ answer: Answer) -> [String] {
    guard missing > 0 else { return [] }
    if includesMissing {
      return ["percentages are of \(answer.counted(base)), not recorded included"]
    }
    return ["percentages are of \(answer.counted(base)) with \(Self.field(dimension)) recorded"]
  }
}

extension Crosstab {
  fileprivate func baseLines(_ answer: Answer) -> [String] {
    let totals = CrosstabTotals(self)
    var lines: [String] = []
    let hasMissing = rowKeys.contains(where: \.isMissing) || columnKeys.contains(where: \.isMissing)
    let what = percentages.isEmpty ? "totals" : "totals and percentages"
    let all = answer.counted(totals.grand)
    if hasMissing, includesMissing {
      lines.append("\(what) are of \(all), not recorded included")
    } else if hasMissing {
      let (row, column) = (Frequencies.field(rowDimension), Frequencies.field(columnDimension))
      let fields = row == column ? row : "\(row) and \(column)"
      lines.append("\(what) are of \(all) with \(fields) recorded")
    }
    if let line = percentageLine(of: all) { lines.append(line) }
    return lines
  }

  /// What each percentage is of.
  ///
  /// - Parameter all: What the whole table counts, in words.
  fileprivate func percentageLine(of all: String) -> String? {
    let parts = percentages.map { percentage in
      switch percentage {
      case .row: "row % is of each row"
      case .column: "column % is of each column"
      case .total: "total % is of all \(all)"
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
