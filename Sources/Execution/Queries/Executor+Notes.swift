internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

/// What an answer says in its own defence.
extension Executor {
  /// Other readings with their counts, what `every` left out, and why a count is zero.
  func notes(_ query: BoundQuery, _ selection: Selection) throws(QueryCancelled) -> [String] {
    var notes: [String] = []
    for other in query.alternatives {
      let count = try evaluator.count(other.set)
      if other.isOnlyIfDifferent, count == selection.count { continue }
      notes.append("\(other.explanation); `\(other.text)` gives \(count)")
    }
    for vacuity in query.vacuities {
      if let note = try note(on: vacuity, selection) { notes.append(note) }
    }
    if selection.count == 0 { notes += try whyEmpty(query) }
    return notes
  }

  /// How many rows have nothing that an `every` could be asked of.
  private func note(
    on vacuity: BoundQuery.Vacuity, _ selection: Selection
  ) throws(QueryCancelled) -> String? {
    let schema = catalogue.data.tables[vacuity.table].schema
    let empty = try evaluator.truth(vacuity.isEmpty, over: .table(vacuity.table)).yes
    let count = vacuity.counts ? empty.intersectionCount(with: selection.rows) : empty.count
    guard count > 0 else { return nil }
    let rows = Wording.count(count, schema)
    let have = count == 1 ? "has" : "have"
    return vacuity.counts
      ? "\(rows) of these \(have) no \(vacuity.name) at all"
      : "\(rows) \(have) no \(vacuity.name), and `every` needs one; `, if any,` takes them in"
  }

  /// Why a set has no rows: running counts, conditions that no row meets and how far the values
  /// reach, and pairs that never hold together.
  private func whyEmpty(_ query: BoundQuery) throws(QueryCancelled) -> [String] {
    guard !query.conjuncts.isEmpty else { return [] }
    let table = query.set.table
    var remaining = Bitmap(allOf: catalogue.data.tables[table].rowCount)
    var steps = ["all: \(remaining.count)"]
    var found: [Bitmap] = []
    for conjunct in query.conjuncts {
      let truth = try evaluator.truth(conjunct.condition, over: .table(table))
      found.append(truth.yes)
      remaining.formIntersection(truth.yes)
      steps.append("\(conjunct.text): \(remaining.count)")
    }
    var notes = ["why none: " + steps.joined(separator: " -> ")]
    for (conjunct, rows) in zip(query.conjuncts, found) where rows.isEmpty {
      if let reach = try reach(of: conjunct.condition, table: table) { notes.append(reach) }
    }
    return notes + Self.contradictions(query.conjuncts, found)
  }

  /// At most this many pairs are worth reading.
  private static let shownPairs = 3

  /// Pairs of conditions that each hold for some rows, and never for the same.
  private static func contradictions(
    _ conjuncts: [BoundQuery.Conjunct], _ rows: [Bitmap]
  ) -> [String] {
    var pairs: [String] = []
    for first in rows.indices where !rows[first].isEmpty {
      for second in rows.indices.dropFirst(first + 1)
      where !rows[second].isEmpty && rows[first].isDisjoint(with: rows[second]) {
        let alone = [first, second].map { "\(conjuncts[$0].text) (\(rows[$0].count))" }
        pairs.append("never both: \(alone[0]) and \(alone[1])")
      }
    }
    return Array(pairs.prefix(shownPairs))
  }

  /// `the largest age is 17 years`: how far a number reaches that a condition asks more of.
  private func reach(of condition: Condition, table: Int) throws(QueryCancelled) -> String? {
    switch condition {
    case .not(let inner), .through(_, let inner, _):
      return try reach(of: inner, table: table)
    case .and(let parts), .or(let parts):
      for part in parts {
        if let reach = try reach(of: part, table: table) { return reach }
      }
      return nil
    case .within(let value, let interval):
      return try reach(of: value, beyond: interval)
    default: return nil
    }
  }

  private func reach(
    of value: NumericValue, beyond interval: NumericInterval
  ) throws(QueryCancelled) -> String? {
    guard case .field(let reference) = value.innermost else { return nil }
    let info = catalogue.info(of: reference)
    let vector = try evaluator.vector(.field(reference), over: .table(reference.table))
    let sample = vector.recordedValues
    guard let low = sample.min(), let high = sample.max() else {
      return "\(info.name) is recorded for no row"
    }
    let isDate = info.schema.type == .date
    if let wanted = interval.low?.value, high <= wanted {
      return "the \(isDate ? "latest" : "largest") \(info.name) is \(Self.inWords(high, info))"
    }
    if let wanted = interval.high?.value, low >= wanted {
      return "the \(isDate ? "earliest" : "smallest") \(info.name) is \(Self.inWords(low, info))"
    }
    return "\(info.name) lies from \(Self.inWords(low, info)) to \(Self.inWords(high, info))"
  }

  private static func inWords(_ value: Double, _ info: FieldInfo) -> String {
    if info.schema.type == .date {
      return Int32(exactly: value).map { CalendarDate(dayNumber: $0).description } ?? "\(value)"
    }
    let digits = Int(exactly: value).map(String.init) ?? "\(value)"
    guard let unit = info.schema.unit else { return digits }
    let word = value == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
    guard unit == .months, info.schema.displayUnit == .years, value >= 12 else {
      return "\(digits) \(word)"
    }
    let years = Int(value / 12)
    return "\(digits) \(word) (\(years) \(years == 1 ? "year" : "years"))"
  }

  /// Groups in which a row can stand several times.
  func severalNotes(
    _ query: BoundQuery, _ dimensions: [GroupKeys], _ selection: Selection
  ) throws(QueryCancelled) -> [String] {
    var notes: [String] = []
    if query.dimensions.contains(where: \.isQuarter) {
      notes.append("quarters are of the financial year: quarter 1 is April to June")
    }
    let schema = catalogue.data.tables[query.set.table].schema
    for keys in dimensions where keys.several != nil {
      let recorded = try keys.recorded(among: selection.rows, evaluator.cancellation)
      let mentions = try keys.mentions(among: selection.rows, evaluator.cancellation)
      let note =
        "one \(schema.singular) can have several: \(mentions) values in "
        + "\(Wording.count(recorded.count, schema)), so counts add to more than the "
        + "\(schema.name), and percentages to more than 100"
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }
}

extension ColumnExpression {
  fileprivate var isQuarter: Bool {
    if case .period(_, .quarter) = source { true } else { false }
  }
}

extension NumericValue {
  /// The number at the end of to-one relations.
  fileprivate var innermost: NumericValue {
    if case .through(_, let inner) = self { inner.innermost } else { self }
  }
}

extension NumericVector {
  /// The numbers that there are.
  fileprivate var recordedValues: [Double] {
    var found: [Double] = []
    recorded.forEachRow { found.append(values[$0]) }
    return found
  }
}
