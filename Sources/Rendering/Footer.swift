internal import Execution

/// What stands below an answer: its base, and the notes.
enum Footer {
  /// The lines below a table, without marks.
  static func lines(_ answer: Answer) -> [String] {
    var lines: [String] = []
    if let base = base(answer) { lines.append(base) }
    return lines + answer.notes.map { "note: \($0)" }
  }

  /// `35 children` and so on, with what was left out in brackets.
  static func count(_ count: Int, _ answer: Answer) -> String {
    let noun = answer.noun(count)
    guard let base = answer.base else { return noun }
    if base.undecided == 0 { return base.counted == base.total ? noun : "\(noun) (of \(base.total))" }
    return "\(noun) (\(undecided(base)))"
  }

  /// `of 144 with died recorded; 50 not recorded`, or each field where there are several.
  static func undecided(_ base: Base) -> String {
    let decided = base.total - base.undecided
    if base.undecidedFields.count == 1, let field = base.undecidedFields.first,
      field.count == base.undecided
    {
      return "of \(decided) with \(field.name) recorded; \(base.undecided) not recorded"
    }
    let fields = base.undecidedFields.map { "\($0.name) missing for \($0.count)" }
    let reasons = fields.isEmpty ? "" : ": " + fields.joined(separator: ", ")
    return "of \(decided) decided; \(base.undecided) undecided\(reasons)"
  }

  /// The base of an answer that is a table of counts.
  private static func base(_ answer: Answer) -> String? {
    guard let base = answer.base else { return nil }
    switch answer.body {
    case .count: return nil
    case .share, .table:
      if base.undecided > 0 { return "\(answer.noun(base.counted)) (\(undecided(base)))" }
      return nil
    case .frequencies(let frequencies):
      return percentBase(
        frequencies.whole, frequencies.dimension, frequencies.missing,
        frequencies.includesMissing, answer, base)
    case .crosstab(let crosstab):
      let outside = crosstab.includesMissing ? 0 : crosstab.allCount - crosstab.total
      guard outside > 0 || base.undecided > 0 else { return nil }
      var text = "\(answer.noun(base.counted))"
      if base.undecided > 0 { text += " (\(undecided(base)))" }
      if outside > 0 { text += "; totals and percentages leave out \(outside) not recorded" }
      return text
    }
  }

  private static func percentBase(
    _ whole: Int, _ dimension: String, _ missing: Int, _ includesMissing: Bool, _ answer: Answer,
    _ base: Base
  ) -> String? {
    var parts: [String] = []
    if missing > 0 {
      parts.append(
        includesMissing
          ? "percentages are of all \(answer.noun(whole)), \(missing) of them not recorded"
          : "percentages are of \(answer.noun(whole)) with \(dimension) recorded")
    }
    if base.undecided > 0 { parts.append("\(answer.noun(base.counted)) \(undecided(base))") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Answer {
  /// A number with the unit in the singular or plural.
  func noun(_ count: Int) -> String {
    guard let unit else { return "\(count) rows" }
    // A name that is no plural, such as a file's, does not say what it counts.
    if unitSingular == unit { return "\(count) \(count == 1 ? "row" : "rows") of \(unit)" }
    return "\(count) \(count == 1 ? unitSingular ?? unit : unit)"
  }
}

extension Crosstab {
  /// All rows, in the base or not.
  var allCount: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
}
