internal import Bitmaps
internal import Language
internal import Planning
internal import Statistics
internal import Tables

/// A measure of one group.
struct Measured {
  /// The number; `nil` where there is none, as of a median of nothing.
  var number: Double?
  /// The rows that it was taken from; `nil` for a count, which is its own base.
  var base: Int?
  /// Of a percentage, the rows that satisfy the condition.
  var part: Int?
}

extension Evaluator {
  /// A measure of a set of rows, or of each group of it, in the order of the groups.
  ///
  /// - Parameter groups: Made from `rows`, or from more; `nil` for the set as a whole.
  func measured(
    _ measure: Measure, over rows: Bitmap, table: Int, by groups: Groups?
  ) throws(QueryCancelled) -> [Measured] {
    try cancellation.check()
    switch measure {
    case .count:
      return counts(of: rows, groups).map { Measured(number: Double($0)) }
    case .percent(let condition):
      let truth = try truth(condition, over: .table(table))
      let parts = counts(of: rows.intersection(truth.yes), groups)
      let wholes = counts(of: rows.subtracting(truth.undecided), groups)
      return zip(parts, wholes).map { part, whole in
        Measured(
          number: whole == 0 ? nil : 100 * Double(part) / Double(whole), base: whole, part: part)
      }
    case .distinct(let target):
      return try distinct(target, rows, groups)
    case .statistic(let statistic, let value):
      return try statistics(statistic, value, rows, table, groups)
    }
  }

  /// The rows of each group.
  private func counts(of rows: Bitmap, _ groups: Groups?) -> [Int] {
    guard let groups else { return [rows.count] }
    var counts = [Int](repeating: 0, count: groups.groups.count)
    groups.forEachMember(rows) { group, _ in counts[group] += 1 }
    return counts
  }

  /// How many different values a field has in each group.
  private func distinct(
    _ target: FieldTarget, _ rows: Bitmap, _ groups: Groups?
  ) throws(QueryCancelled) -> [Measured] {
    let column = try column(target.field, through: target.hops)
    let recorded = rows.intersection(column.recorded)
    let bases = counts(of: recorded, groups)
    var values = [Set<UInt32>](repeating: [], count: bases.count)
    let keys = keys(of: column, catalogue.info(of: target.field), isOfEach: true)
    let members: (Bitmap, (Int, Int) -> Void) -> Void = { rows, body in
      if let groups {
        groups.forEachMember(rows, body)
      } else {
        rows.forEachRow { body(0, $0) }
      }
    }
    members(recorded) { group, row in
      for code in keys.codes(of: row) where code != GroupKeys.missing && !keys.isNone(code) {
        values[group].insert(code)
      }
    }
    return zip(values, bases).map { Measured(number: Double($0.count), base: $1) }
  }

  /// A statistic of the numbers of each group.
  private func statistics(
    _ statistic: Statistic, _ value: NumericValue, _ rows: Bitmap, _ table: Int, _ groups: Groups?
  ) throws(QueryCancelled) -> [Measured] {
    try samples(of: value, rows, table, groups).map {
      Measured(number: statistic.apply(to: $0), base: $0.count)
    }
  }

  /// The numbers of each group.
  func samples(
    of value: NumericValue, _ rows: Bitmap, _ table: Int, _ groups: Groups?
  ) throws(QueryCancelled) -> [Sample] {
    let vector = try vector(value, over: .table(table))
    let recorded = rows.intersection(vector.recorded)
    var numbers = [[Double]](repeating: [], count: groups?.groups.count ?? 1)
    if let groups {
      groups.forEachMember(recorded) { group, row in numbers[group].append(vector.values[row]) }
    } else {
      recorded.forEachRow { numbers[0].append(vector.values[$0]) }
    }
    return numbers.map { Sample($0) }
  }
}

extension Statistic {
  /// The statistic of some numbers; `nil` of none.
  func apply(to sample: Sample) -> Double? {
    guard sample.count > 0 else { return nil }
    return switch self {
    case .sum: sample.sum
    case .average: sample.mean
    case .median: sample.median
    case .min: sample.minimum
    case .max: sample.maximum
    case .deviation: sample.standardDeviation
    case .percentile(let rank): sample.percentile(Double(rank))
    }
  }
}
