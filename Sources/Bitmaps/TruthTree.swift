/// A condition that is made of others, worked out in one go.
///
/// However many conditions there are, each of their sets is read once, block by block, and nothing is
/// written in between; where only the number of rows is wanted, nothing is written at all.
public indirect enum TruthTree: Sendable {
  /// A condition whose rows are known.
  case leaf(Truth)
  /// The opposite.
  case not(TruthTree)
  /// All of some conditions; true for none.
  case all([TruthTree])
  /// Any of some conditions; false for none.
  case any([TruthTree])

  /// Whether it is known, without any work, to be false for every row.
  public var isNever: Bool {
    switch self {
    case .leaf(let truth): truth.isNever
    case .not(let inner): inner.isAlways
    case .all(let parts): parts.contains(where: \.isNever)
    case .any(let parts): parts.allSatisfy(\.isNever)
    }
  }

  /// Whether it is known, without any work, to be true for every row.
  public var isAlways: Bool {
    switch self {
    case .leaf(let truth): truth.isAlways
    case .not(let inner): inner.isNever
    case .all(let parts): parts.allSatisfy(\.isAlways)
    case .any(let parts): parts.contains(where: \.isAlways)
    }
  }

  /// For how many rows it is true, and for how many undecided.
  ///
  /// - Complexity: O(rows / 64) for each condition.
  public func counts(rowCount: Int) -> (yes: Int, undecided: Int) {
    let counts = counts(rowCount: rowCount, undecidedIn: [])
    return (counts.yes, counts.undecided)
  }

  /// For how many rows it is true, for how many undecided, and of these how many lie in each of some
  /// sets.
  ///
  /// - Complexity: O(rows / 64) for each condition and each set.
  public func counts(
    rowCount: Int, undecidedIn sets: [Bitmap]
  ) -> (yes: Int, undecided: Int, inSets: [Int]) {
    checkTable(rowCount)
    precondition(sets.allSatisfy { $0.capacity == rowCount }, "a set of another table")
    let tree = simplified(rowCount)
    guard case .leaf(let truth) = tree else {
      return TruthProgram(tree, rowCount).run(nil, nil, undecidedIn: sets)
    }
    return (
      truth.yes.count, truth.undecided.count,
      sets.map { $0.intersectionCount(with: truth.undecided) }
    )
  }

  /// For which rows it is true, and for which undecided.
  ///
  /// - Complexity: O(rows / 64) for each condition.
  public func truth(rowCount: Int) -> Truth {
    checkTable(rowCount)
    let tree = simplified(rowCount)
    if case .leaf(let truth) = tree { return truth }
    if case .not(.leaf(let truth)) = tree { return truth.negated }
    let length = Bitmap.wordCount(rowCount)
    let yes = Words(uninitialised: length)
    let undecided = tree.isDecided ? nil : Words(uninitialised: length)
    let counts = TruthProgram(tree, rowCount).run(yes, undecided)
    yes.count = counts.yes
    undecided?.count = counts.undecided
    return Truth(
      yes: Bitmap(capacity: rowCount, counted: yes),
      undecided: undecided.map { Bitmap(capacity: rowCount, counted: $0) }
        ?? Bitmap(capacity: rowCount))
  }
}

extension TruthTree {
  /// Whether there is nothing undecided in it.
  public var isDecided: Bool {
    switch self {
    case .leaf(let truth): truth.undecided.isEmpty
    case .not(let inner): inner.isDecided
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isDecided)
    }
  }

  /// Whether it is a condition that holds, or may hold, for few rows that are known by number.
  private var isOfFew: Bool {
    guard case .leaf(let truth) = self else { return false }
    return truth.yes.words == nil && truth.undecided.words == nil && !truth.isAlways
  }

  /// The same condition without what is the same for every row, and without what is cheaper done first.
  private func simplified(_ rowCount: Int, depth: Int = 0) -> TruthTree {
    if isNever { return .leaf(.constant(false, rowCount: rowCount)) }
    if isAlways { return .leaf(.constant(true, rowCount: rowCount)) }
    switch self {
    case .leaf: return self
    case .not(.not(let inner)): return inner.simplified(rowCount, depth: depth)
    case .not(let inner): return .not(inner.simplified(rowCount, depth: depth))
    case .all(let parts):
      let open = parts.filter { !$0.isAlways }.map { $0.simplified(rowCount, depth: depth + 1) }
      // What follows few rows is looked up for these alone.
      if open.contains(where: \.isOfFew) {
        let few = open.filter(\.isOfFew), others = open.filter { !$0.isOfFew }
        return .leaf((few + others).joined(rowCount) { $0.and($1) })
      }
      return open.count == 1 ? open[0] : Self.shallow(.all(open), rowCount, depth)
    case .any(let parts):
      let open = parts.filter { !$0.isNever }.map { $0.simplified(rowCount, depth: depth + 1) }
      if open.allSatisfy(\.isOfFew) { return .leaf(open.joined(rowCount) { $0.or($1) }) }
      return open.count == 1 ? open[0] : Self.shallow(.any(open), rowCount, depth)
    }
  }

  /// Refuses a truth of another table, whose words may end before those of this one.
  private func checkTable(_ rowCount: Int) {
    switch self {
    case .leaf(let truth):
      precondition(
        truth.yes.capacity == rowCount && truth.undecided.capacity == rowCount,
        "a truth of another table")
    case .not(let inner): inner.checkTable(rowCount)
    case .all(let parts), .any(let parts): for part in parts { part.checkTable(rowCount) }
    }
  }

  /// A condition in so many others that there is no room for its parts is worked out on its own.
  private static func shallow(_ tree: TruthTree, _ rowCount: Int, _ depth: Int) -> TruthTree {
    depth > 0 && depth % (TruthProgram.mostParts - 1) == 0
      ? .leaf(tree.truth(rowCount: rowCount)) : tree
  }
}

extension [TruthTree] {
  /// One condition after the other; there is at least one.
  fileprivate func joined(_ rowCount: Int, _ operation: (Truth, Truth) -> Truth) -> Truth {
    dropFirst().reduce(self[0].truth(rowCount: rowCount)) {
      operation($0, $1.truth(rowCount: rowCount))
    }
  }
}
