import Language
import Tables

/// Numbers of a row, of related rows, and of whole sets.
extension NaiveEvaluator {
  func number(_ expression: Expression, _ place: Place) -> Double? {
    switch expression.kind {
    case .group(let inner): return number(inner, place)
    case .literal(let literal): return Self.number(of: literal)
    case .path(let path):
      if case .group(let table, let rows, let shown) = place {
        return value(of: measure(named: path.text, shown), table, rows).number
      }
      return cell(path, place).number
    case .negative(let inner): return number(inner, place).map { 0 - $0 }
    case .arithmetic(let sign, let left, let right):
      guard let first = number(left, place), let second = number(right, place) else { return nil }
      switch sign {
      case .add: return first + second
      case .subtract: return first - second
      case .multiply: return first * second
      // Nothing is a number that a division by zero gives.
      case .divide: return second == 0 ? nil : first / second
      }
    case .countOf(let relation, let condition): return count(of: relation, condition, place)
    case .aggregate(let aggregate, let path): return self.aggregate(aggregate, path, place)
    case .datePart(_, let date):
      return number(date, place).map { Double(NaiveCalendar.date(Int($0)).year) }
    case .call(let name, let arguments): return call(name.text, arguments, place)
    case .subquery(let query):
      let (table, rows) = rows(query.set)
      return value(of: measure(of: query), table, rows).number
    case .measure(let measure):
      guard case .group(let table, let rows, _) = place else { fatalError("no group") }
      return value(of: measure, table, rows).number
    default: fatalError("no number: \(Formatter.format(expression))")
    }
  }

  private static func number(of literal: Literal) -> Double? {
    switch literal {
    case .number(let number), .quantity(let number, _): return number
    case .percent(let number): return number / 100
    case .date(let date):
      return date.day.map { Double(NaiveCalendar.day(date.year, date.month, $0)) }
    default: fatalError("no number: \(literal)")
    }
  }

  private func call(_ name: String, _ arguments: [Expression], _ place: Place) -> Double? {
    let values = arguments.map { number($0, place) }
    switch name {
    case "days": return values[0].flatMap { start in values[1].map { $0 - start } }
    case "months":
      guard let start = values[0], let end = values[1] else { return nil }
      return Double(NaiveCalendar.months(from: Int(start), to: Int(end)))
    case "round":
      let digits = values.count > 1 ? Int(values[1] ?? 0) : 0
      var scale = 1.0
      for _ in 0..<digits { scale *= 10 }
      // Half up, and a half that binary misses by a hair is a half.
      return values[0].map { ($0 * scale + 0.5 + 1e-9).rounded(.down) / scale }
    default: fatalError("no function \(name)")
    }
  }

  // MARK: Related rows

  /// The truth of a condition for each related row; `nil` where a path leads nowhere.
  private func truths(
    _ relation: Path, _ condition: Expression?, _ place: Place
  ) -> [Bool?]? {
    guard case .row(let table, let row) = place else {
      let table = data.table(named: relation.text) ?? 0
      return data.tables[table].rows.indices.map { row in
        condition.map { truth($0, .row(table: table, row)) } ?? true
      }
    }
    let (related, _) = related(relation, from: table)
    guard let end = walk(related.hops, from: row) else { return nil }
    return rows(related, of: end).map { row in
      condition.map { truth($0, .row(table: data.links[related.link].child, row)) } ?? true
    }
  }

  /// Tries every way in which the undecided rows could turn out.
  func quantified(
    _ quantifier: Quantifier, _ relation: Path, _ condition: Expression?, _ place: Place
  ) -> Bool? {
    guard let truths = truths(relation, condition, place) else { return nil }
    let certain = truths.filter { $0 == true }.count
    let open = truths.filter { $0 == nil }.count
    let outcomes = Set(
      (certain...certain + open).map { yes -> Bool in
        switch quantifier {
        case .any: yes >= 1
        case .every(let ifAny): truths.isEmpty ? ifAny : yes == truths.count
        case .no: yes == 0
        case .atLeast(let count): yes >= count
        case .atMost(let count): yes <= count
        case .exactly(let count): yes == count
        }
      })
    return outcomes.count == 1 ? outcomes.first : nil
  }

  /// No count while one of the rows is undecided.
  private func count(of relation: Path, _ condition: Expression?, _ place: Place) -> Double? {
    guard let truths = truths(relation, condition, place), !truths.contains(nil) else { return nil }
    return Double(truths.filter { $0 == true }.count)
  }

  /// Of the related rows that have the number; none when none has.
  private func aggregate(_ aggregate: Aggregate, _ path: Path, _ place: Place) -> Double? {
    guard case .row(let table, let row) = place else { fatalError("no row") }
    let (related, rest) = related(path, from: table)
    guard let end = walk(related.hops, from: row) else { return nil }
    let numbers = rows(related, of: end).compactMap { row in
      cell(rest, .row(table: data.links[related.link].child, row)).number
    }
    let statistic: Statistic =
      switch aggregate {
      case .average: .average
      case .median: .median
      case .sum: .sum
      case .min: .min
      case .max: .max
      }
    return Self.statistic(statistic, numbers)
  }
}
