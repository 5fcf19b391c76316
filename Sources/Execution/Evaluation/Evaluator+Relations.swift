internal import Bitmaps
internal import Language
internal import Planning
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

  /// Enough child rows of each parent satisfy the condition.
  func quantified(
    _ quantifier: Quantifier, relation: Int, _ condition: Condition?
  ) throws(QueryCancelled) -> Truth {
    let link = data.relations[relation]
    let index = data.relationIndex(relation)
    let child = try childTruth(link, condition)
    try cancellation.check()
    let parentCount = data.tables[link.parentTable].rowCount
    var yes = Bitmap(capacity: parentCount)
    var undecided = Bitmap(capacity: parentCount)
    for parent in 0..<parentCount {
      var tally = GroupTally()
      for row in index.children(of: parent) {
        tally.total += 1
        if child.yes.contains(Int(row)) { tally.yes += 1 }
        if child.undecided.contains(Int(row)) { tally.undecided += 1 }
      }
      switch quantifier.verdict(tally) {
      case true: yes.insert(parent)
      case nil: undecided.insert(parent)
      case false: break
      }
    }
    return Truth(yes: yes, undecided: undecided)
  }

  private func childTruth(
    _ link: Relation, _ condition: Condition?
  ) throws(QueryCancelled) -> Truth {
    guard let condition else {
      return .constant(true, rowCount: data.tables[link.childTable].rowCount)
    }
    return try truth(condition, over: .table(link.childTable))
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

  /// How many child rows of each parent satisfy the condition; no number while one is undecided.
  func childCounts(relation: Int, _ condition: Condition?) throws(QueryCancelled) -> NumericVector {
    let link = data.relations[relation]
    let index = data.relationIndex(relation)
    let child = try childTruth(link, condition)
    let parentCount = data.tables[link.parentTable].rowCount
    var counts = [Double](repeating: 0, count: parentCount)
    child.yes.forEachRow { row in
      let parent = index.parentOfChild[row]
      if parent >= 0 { counts[Int(parent)] += 1 }
    }
    var recorded = Bitmap(allOf: parentCount)
    child.undecided.forEachRow { row in
      let parent = index.parentOfChild[row]
      if parent >= 0 { recorded.remove(Int(parent)) }
    }
    return NumericVector(values: counts, recorded: recorded)
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
