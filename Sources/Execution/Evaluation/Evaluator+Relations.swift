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
    let index = data.relationIndex(relation)
    let parent = try truth(condition, over: .table(data.relations[relation].parentTable))
    var result = Truth(
      yes: index.children(ofAny: parent.yes), undecided: index.children(ofAny: parent.undecided))
    if isTrueWithoutParent {
      result.yes.formUnion(index.orphans)
    } else {
      result.undecided.formUnion(index.orphans)
    }
    return result
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
    if case .children(let relation) = link,
      let truth = quantifier.truth(data.relationIndex(relation), child)
    {
      return truth
    }
    let rowCount = rowCount(from: link)
    var yes = Bitmap(capacity: rowCount)
    var undecided = Bitmap(capacity: rowCount)
    try tallies(link, child) { row, tally in
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

  /// How many rows are gone through between two looks at the clock.
  private static let rowsBetweenChecks = 1 << 16

  /// Calls a function with each row that the link is asked of, and the tally of its related rows.
  private func tallies(
    _ link: RowLink, _ child: Truth, _ body: (Int, GroupTally) -> Void
  ) throws(QueryCancelled) {
    let index = data.relationIndex(link.relation)
    let yes = index.childCounts(in: child.yes)
    let undecided = index.childCounts(in: child.undecided)
    func tally(_ parent: Int) -> GroupTally {
      GroupTally(
        yes: Int(yes[parent]), undecided: Int(undecided[parent]),
        total: Int(index.childOffsets[parent + 1] - index.childOffsets[parent]))
    }
    for row in 0..<rowCount(from: link) {
      if row % Self.rowsBetweenChecks == 0 { try cancellation.check() }
      switch link {
      case .children: body(row, tally(row))
      case .siblings:
        let parent = Int(index.parentOfChild[row])
        guard parent >= 0 else {
          body(row, GroupTally())
          continue
        }
        // A row is no sibling of its own.
        var others = tally(parent)
        others.total -= 1
        if child.yes.contains(row) { others.yes -= 1 }
        if child.undecided.contains(row) { others.undecided -= 1 }
        body(row, others)
      }
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
    try tallies(link, child) { row, tally in
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
    var numbers: [Double] = []
    func set(_ row: Int, from rows: Slice<Storage<Int32>>, without own: Int32) {
      numbers.removeAll(keepingCapacity: true)
      for related in rows where related != own && vector.recorded.contains(Int(related)) {
        numbers.append(vector.values[Int(related)])
      }
      guard let number = aggregate.apply(numbers) else { return }
      values[row] = number
      recorded.insert(row)
    }
    for parent in 0..<index.childOffsets.count - 1 {
      if parent % Self.rowsBetweenChecks == 0 { try cancellation.check() }
      let children = index.children(of: parent)
      switch link {
      case .children: set(parent, from: children, without: -1)
      case .siblings: for row in children { set(Int(row), from: children, without: row) }
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
  /// For which parents the quantifier holds of their children, from sets alone; `nil` where children
  /// have to be counted.
  fileprivate func truth(_ index: RelationIndex, _ child: Truth) -> Truth? {
    func any() -> Truth {
      let yes = index.parents(ofAny: child.yes)
      return Truth(yes: yes, undecided: index.parents(ofAny: child.undecided).subtracting(yes))
    }
    switch self {
    case .any, .atLeast(1): return any()
    case .no, .atMost(0), .exactly(0): return any().negated
    case .every(let ifAny):
      // Parents with a child for which it is false, and with one for which it is not true.
      let failed = index.parents(ofAny: child.possible.complement)
      let doubtful = index.parents(ofAny: child.yes.complement)
      let asked = ifAny ? Bitmap(allOf: failed.capacity) : index.parentsWithChildren
      return Truth(
        yes: asked.subtracting(doubtful), undecided: doubtful.subtracting(failed))
    case .atLeast, .atMost, .exactly: return nil
    }
  }

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
