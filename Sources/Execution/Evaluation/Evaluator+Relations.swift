internal import Bitmaps
internal import Language
internal import Planning
internal import Statistics
internal import Tables

extension Evaluator {
  /// A condition of the parent, gathered for each child row.
  func through(
    _ relation: Int, _ condition: Condition, isTrueWithoutParent: Bool
  ) throws(QueryCancelled) -> Truth {
    let link = data.relations[relation]
    let index = data.relationIndex(relation)
    let parent = try truth(condition, over: .table(link.parentTable))
    let rowCount = data.tables[link.childTable].rowCount
    let parents = index.parentOfChild
    var yes = Bitmap(capacity: rowCount) {
      parents[$0] >= 0 && parent.yes.contains(Int(parents[$0]))
    }
    var undecided = Bitmap(capacity: rowCount) {
      parents[$0] >= 0 && parent.undecided.contains(Int(parents[$0]))
    }
    let orphans = Bitmap(capacity: rowCount) { parents[$0] < 0 }
    if isTrueWithoutParent { yes.formUnion(orphans) } else { undecided.formUnion(orphans) }
    return Truth(yes: yes, undecided: undecided)
  }

  /// How many rows of a group satisfy a condition, and how many might.
  struct GroupTally {
    var yes = 0
    var undecided = 0
    var total = 0
  }

  /// Enough related rows of each row satisfy the condition.
  func quantified(
    _ quantifier: Quantifier, _ link: RowLink, _ condition: Condition?
  ) throws(QueryCancelled) -> Truth {
    let child = try childTruth(link, condition)
    try cancellation.check()
    let rowCount = rowCount(from: link)
    var yes = Bitmap(capacity: rowCount)
    var undecided = Bitmap(capacity: rowCount)
    tallies(link, child) { row, tally in
      switch quantifier.verdict(tally) {
      case true: yes.insert(row)
      case nil: undecided.insert(row)
      case false: break
      }
    }
    return Truth(yes: yes, undecided: undecided)
  }

  /// The rows that a link is asked of: parents, or the children themselves.
  private func rowCount(from link: RowLink) -> Int {
    let relation = data.relations[link.relation]
    return switch link {
    case .children: data.tables[relation.parentTable].rowCount
    case .siblings: data.tables[relation.childTable].rowCount
    }
  }

  /// Calls a function with each row that the link is asked of, and the tally of its related rows.
  private func tallies(_ link: RowLink, _ child: Truth, _ body: (Int, GroupTally) -> Void) {
    let index = data.relationIndex(link.relation)
    func add(_ row: Int, _ count: Int, to tally: inout GroupTally) {
      tally.total += count
      if child.yes.contains(row) { tally.yes += count }
      if child.undecided.contains(row) { tally.undecided += count }
    }
    var all = GroupTally()
    for parent in 0..<index.childOffsets.count - 1 {
      all = GroupTally()
      for row in index.children(of: parent) { add(Int(row), 1, to: &all) }
      guard case .siblings = link else {
        body(parent, all)
        continue
      }
      for row in index.children(of: parent) {
        // A row is no sibling of its own.
        var others = all
        add(Int(row), -1, to: &others)
        body(Int(row), others)
      }
    }
    guard case .siblings = link else { return }
    for (row, parent) in index.parentOfChild.enumerated() where parent < 0 {
      body(row, GroupTally())
    }
  }

  private func childTruth(
    _ link: RowLink, _ condition: Condition?
  ) throws(QueryCancelled) -> Truth {
    let table = data.relations[link.relation].childTable
    guard let condition else {
      return .constant(true, rowCount: data.tables[table].rowCount)
    }
    return try truth(condition, over: .table(table))
  }

  /// Enough rows of a whole table satisfy the condition.
  func quantified(
    _ quantifier: Quantifier, table: Int, _ condition: Condition?
  ) throws(QueryCancelled) -> Truth {
    let rowCount = data.tables[table].rowCount
    let rows =
      try condition.map { condition throws(QueryCancelled) in
        try truth(condition, over: .table(table))
      } ?? .constant(true, rowCount: rowCount)
    let tally = GroupTally(
      yes: rows.yes.count, undecided: rows.undecided.count, total: rowCount)
    switch quantifier.verdict(tally) {
    case true: return .constant(true, rowCount: 1)
    case false: return .constant(false, rowCount: 1)
    case nil: return Truth(yes: Bitmap(capacity: 1), undecided: Bitmap(allOf: 1))
    }
  }

  /// How many related rows satisfy the condition; no number while one is undecided.
  func relatedCounts(_ link: RowLink, _ condition: Condition?) throws(QueryCancelled)
    -> NumericVector
  {
    let child = try childTruth(link, condition)
    let rowCount = rowCount(from: link)
    var counts = [Double](repeating: 0, count: rowCount)
    var recorded = Bitmap(allOf: rowCount)
    tallies(link, child) { row, tally in
      counts[row] = Double(tally.yes)
      if tally.undecided > 0 { recorded.remove(row) }
    }
    return NumericVector(values: counts, recorded: recorded)
  }

  /// One number from the related rows that have one.
  func aggregate(
    _ aggregate: Aggregate, _ link: RowLink, _ value: NumericValue
  ) throws(QueryCancelled) -> NumericVector {
    let index = data.relationIndex(link.relation)
    let vector = try vector(value, over: .table(data.relations[link.relation].childTable))
    let rowCount = rowCount(from: link)
    var values = [Double](repeating: 0, count: rowCount)
    var recorded = Bitmap(capacity: rowCount)
    func set(_ row: Int, _ rows: [Int32]) {
      let numbers = rows.filter { vector.recorded.contains(Int($0)) }.map { vector.values[Int($0)] }
      if let number = aggregate.apply(numbers) {
        values[row] = number
        recorded.insert(row)
      }
    }
    for parent in 0..<index.childOffsets.count - 1 {
      let children = Array(index.children(of: parent))
      switch link {
      case .children: set(parent, children)
      case .siblings:
        for row in children { set(Int(row), children.filter { $0 != row }) }
      }
    }
    return NumericVector(values: values, recorded: recorded)
  }
}

extension Aggregate {
  /// The number that stands for several; none for none, whose sum would otherwise look measured.
  func apply(_ numbers: [Double]) -> Double? {
    let sample = Sample(numbers)
    return switch self {
    case .average: sample.mean
    case .median: sample.median
    case .sum: sample.count == 0 ? nil : sample.sum
    case .min: sample.minimum
    case .max: sample.maximum
    }
  }
}

extension Quantifier {
  /// Whether a group satisfies the quantifier: `nil` while that hangs on undecided rows.
  func verdict(_ tally: Evaluator.GroupTally) -> Bool? {
    let certain = tally.yes
    let possible = tally.yes + tally.undecided
    switch self {
    case .any: return Self.reached(1, certain, possible)
    case .atLeast(let count): return Self.reached(count, certain, possible)
    case .no: return possible == 0 ? true : certain > 0 ? false : nil
    case .atMost(let count): return possible <= count ? true : certain > count ? false : nil
    case .exactly(let count):
      if certain > count || possible < count { return false }
      return certain == possible ? true : nil
    case .every(let ifAny):
      if tally.total == 0 { return ifAny }
      if possible < tally.total { return false }
      return certain == tally.total ? true : nil
    }
  }

  private static func reached(_ count: Int, _ certain: Int, _ possible: Int) -> Bool? {
    certain >= count ? true : possible < count ? false : nil
  }
}
