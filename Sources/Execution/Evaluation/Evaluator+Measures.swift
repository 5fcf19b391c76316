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

/// A measure of each group, by column: of millions of groups as well as of one.
struct MeasuredGroups {
  /// The numbers; NaN where there is none.
  private var numbers: [Double]
  private var bases: [Int]?
  private var parts: [Int]?

  init(counts: [Int], bases: [Int]? = nil) {
    numbers = counts.map { Double($0) }
    self.bases = bases
  }

  init(parts: [Int], wholes: [Int]) {
    numbers = zip(parts, wholes).map { part, whole in
      whole == 0 ? .nan : 100 * Double(part) / Double(whole)
    }
    bases = wholes
    self.parts = parts
  }

  init(_ statistic: Statistic, of samples: [Sample]) {
    numbers = samples.map { statistic.apply(to: $0) ?? .nan }
    bases = samples.map(\.count)
  }

  /// The number of a group; `nil` where there is none.
  func number(_ group: Int) -> Double? { numbers[group].isNaN ? nil : numbers[group] }

  subscript(group: Int) -> Measured {
    Measured(number: number(group), base: bases?[group], part: parts?[group])
  }
}

extension Evaluator {
  /// A measure of each group of a set of rows, in the order of the groups.
  ///
  /// - Parameter groups: Made from `rows`.
  func measured(
    _ measure: Measure, over rows: Bitmap, table: Int, by groups: Groups
  ) throws(QueryCancelled) -> MeasuredGroups {
    try cancellation.check()
    switch measure {
    case .count:
      return MeasuredGroups(counts: groups.counts)
    case .percent(let condition):
      let truth = try truth(condition, over: .table(table))
      return MeasuredGroups(
        parts: try groups.counts(of: rows.intersection(truth.yes)),
        wholes: try groups.counts(of: rows.subtracting(truth.undecided)))
    case .distinct(let target):
      return try distinct(target, rows, groups)
    case .statistic(let statistic, let value):
      return MeasuredGroups(
        statistic, of: try samples(of: try numbers(value, table: table), rows, groups))
    }
  }

  /// One number from a set of rows; `nil` where there is none.
  func measured(
    _ measure: Measure, over rows: Bitmap, table: Int
  ) throws(QueryCancelled) -> Double? {
    try measured(measure, over: rows, table: table, by: try Groups(rows, by: [], cancellation))
      .number(0)
  }

  /// How many different values a field has in each group.
  private func distinct(
    _ target: FieldTarget, _ rows: Bitmap, _ groups: Groups
  ) throws(QueryCancelled) -> MeasuredGroups {
    let keys = try keys(of: target, isOfEach: true)
    let recorded = try keys.recorded(among: rows, cancellation)
    return MeasuredGroups(
      counts: try DistinctCodes(recorded, keys, groups).counts,
      bases: try groups.counts(of: recorded))
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
