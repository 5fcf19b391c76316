import Language
import Tables

/// Sets of rows, and the measures that sum them up.
extension NaiveEvaluator {
  /// The rows of a set, and those that a missing value leaves undecided.
  func select(_ set: SetExpression) -> (table: Int, rows: [Int], undecided: [Int]) {
    var conditions = [set.condition].compactMap { $0 }
    var exceptions = [set.exception].compactMap { $0 }
    var name = set.entity.text
    while let named = definitions.sets.last(where: { $0.name == name })?.set {
      conditions += [named.condition].compactMap { $0 }
      exceptions += [named.exception].compactMap { $0 }
      name = named.entity.text
    }
    guard let table = data.table(named: name) else { fatalError("no entity \(name)") }
    var found: (table: Int, rows: [Int], undecided: [Int]) = (table, [], [])
    for row in data.tables[table].rows.indices {
      let place = Place.row(table: table, row)
      if exceptions.contains(where: { truth($0, place) == true }) { continue }
      switch Self.all(conditions.map { truth($0, place) }) {
      case true: found.rows.append(row)
      case nil: found.undecided.append(row)
      case false: break
      }
    }
    return found
  }

  func rows(_ set: SetExpression) -> (table: Int, rows: [Int]) {
    let found = select(set)
    return (found.table, found.rows)
  }

  // MARK: Measures

  /// A measure of some rows.
  struct Measured {
    /// The number; `nil` where there is none, as of a median of nothing.
    var number: Double?
    /// The rows that have what is measured.
    var base: Int
    /// Of a percentage, the rows for which the condition holds.
    var part = 0
  }

  func value(of measure: MeasureExpression, _ table: Int, _ rows: [Int]) -> Measured {
    func cells(_ cell: (Place) -> Cell) -> [Cell] {
      rows.map { cell(.row(table: table, $0)) }.filter { !$0.isMissing }
    }
    switch measure.kind {
    case .count: return Measured(number: Double(rows.count), base: rows.count)
    case .distinct(let path):
      let held = cells { cell(path, $0) }
      let values = held.flatMap { cell -> [Cell] in
        if case .list(let texts) = cell { texts.map { .text($0) } } else { [cell] }
      }
      return Measured(number: Double(Set(values).count), base: held.count)
    case .percent(let condition):
      let truths = rows.compactMap { truth(condition, .row(table: table, $0)) }
      let part = truths.filter { $0 }.count
      return Measured(
        number: truths.isEmpty ? nil : 100 * Double(part) / Double(truths.count),
        base: truths.count, part: part)
    case .statistic(let statistic, let value):
      let numbers = rows.compactMap { number(value, .row(table: table, $0)) }
      return Measured(number: Self.statistic(statistic, numbers), base: numbers.count)
    case .named(let name): return self.value(of: self.measure(named: name.text, []), table, rows)
    }
  }

  /// A measure of the query by its word, or one that has been defined.
  func measure(named name: String, _ shown: [MeasureExpression]) -> MeasureExpression {
    let span = shown.first?.span ?? definitions.measures.first?.measure.span
    if let span, name == "count" || name == "n" { return MeasureExpression(.count, at: span) }
    let percent = shown.first { if case .percent = $0.kind { true } else { false } }
    if name == "percent", let percent { return percent }
    guard let known = definitions.measures.last(where: { $0.name == name }) else {
      fatalError("no measure \(name)")
    }
    return known.measure
  }

  /// The one measure of a query in brackets.
  func measure(of query: Query) -> MeasureExpression {
    switch query.verb {
    case .percent(let condition): return MeasureExpression(.percent(condition), at: query.span)
    case .measures(let several): return several[0]
    default: return MeasureExpression(.count, at: query.span)
    }
  }

  static func statistic(_ statistic: Statistic, _ numbers: [Double]) -> Double? {
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    let sum = numbers.reduce(0, +)
    switch statistic {
    case .sum: return sum
    case .average: return sum / Double(numbers.count)
    case .min: return low
    case .max: return high
    case .median: return percentile(50, numbers)
    case .percentile(let rank): return percentile(rank, numbers)
    case .deviation:
      guard numbers.count > 1 else { return nil }
      let mean = sum / Double(numbers.count)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(numbers.count - 1)).squareRoot()
    }
  }

  /// Interpolated between the two nearest: type 7 of Hyndman and Fan.
  private static func percentile(_ rank: Int, _ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let place = Double(sorted.count - 1) * Double(rank) / 100
    let below = sorted[Int(place.rounded(.down))]
    let above = sorted[Int(place.rounded(.up))]
    return below + (above - below) * (place - place.rounded(.down))
  }
}
