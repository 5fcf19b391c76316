internal import Bitmaps
internal import Planning

extension Evaluator {
  /// A condition as it is made of others, which are known.
  func tree(_ condition: Condition, over rows: Rows) throws(QueryCancelled) -> TruthTree {
    switch condition {
    case .not(let inner): return .not(try tree(inner, over: rows))
    case .and(let parts): return try joined(parts, over: rows, isAll: true)
    case .or(let parts): return try joined(parts, over: rows, isAll: false)
    default: return .leaf(try truth(condition, over: rows))
    }
  }

  /// All or any of some conditions: the cheap ones first, which may settle it for every row.
  private func joined(
    _ parts: [Condition], over rows: Rows, isAll: Bool
  ) throws(QueryCancelled) -> TruthTree {
    var terms: [TruthTree] = []
    var effort = Condition.Effort.kept
    var parts = Condition.joiningParents(parts, isAll: isAll)
    if !isAll { parts = Condition.joiningValues(parts) }
    for part in parts.sorted(by: { $0.effort < $1.effort }) {
      if part.effort > effort, terms.count > 1 {
        // What follows is worth more than a look at what there is.
        effort = part.effort
        let soFar = Self.joined(terms, isAll: isAll).truth(rowCount: rowCount(rows))
        if isAll ? soFar.isNever : soFar.isAlways { return .leaf(soFar) }
        terms = [.leaf(soFar)]
      }
      let term = try tree(part, over: rows)
      if isAll ? term.isNever : term.isAlways {
        return .leaf(.constant(!isAll, rowCount: rowCount(rows)))
      }
      terms.append(term)
    }
    return Self.joined(terms, isAll: isAll)
  }

  private static func joined(_ terms: [TruthTree], isAll: Bool) -> TruthTree {
    isAll ? .all(terms) : .any(terms)
  }
}

extension Condition {
  /// Conditions of which those on one parent are one condition, so that rows are looked up there once.
  ///
  /// A row whose parent is not known is undecided, or true, for each of them, and so for all or any.
  fileprivate static func joiningParents(_ parts: [Condition], isAll: Bool) -> [Condition] {
    var joined: [Condition] = []
    var placeOfLink: [ParentLink: Int] = [:]
    for part in parts.map(\.askedOfParent) {
      guard case .through(let relation, let inner, let isTrueWithoutParent) = part else {
        joined.append(part)
        continue
      }
      let link = ParentLink(relation: relation, isTrueWithoutParent: isTrueWithoutParent)
      guard let place = placeOfLink[link], case .through(_, let others, _) = joined[place] else {
        placeOfLink[link] = joined.count
        joined.append(part)
        continue
      }
      let both = [others, inner]
      joined[place] = .through(
        relation: relation, isAll ? .and(both) : .or(both), isTrueWithoutParent: isTrueWithoutParent
      )
    }
    return joined
  }

  /// Conditions of which those on the values of one field are one: its rows are kept as a set.
  fileprivate static func joiningValues(_ parts: [Condition]) -> [Condition] {
    var joined: [Condition] = []
    var placeOfField: [FieldReference: Int] = [:]
    for part in parts {
      guard case .oneOf(let field, let codes) = part else {
        joined.append(part)
        continue
      }
      if let place = placeOfField[field], case .oneOf(_, let others) = joined[place] {
        let all = others + codes.filter { !others.contains($0) }
        joined[place] = .oneOf(field, codes: all)
      } else {
        placeOfField[field] = joined.count
        joined.append(part)
      }
    }
    return joined
  }

  private struct ParentLink: Hashable {
    var relation: Int
    var isTrueWithoutParent: Bool
  }

  /// The same condition, where its number is one of the parent's: asked of the parent's rows.
  private var askedOfParent: Condition {
    guard case .within(.through(let relation, let number), let interval) = self else { return self }
    return .through(
      relation: relation, Condition.within(number, interval).askedOfParent,
      isTrueWithoutParent: false)
  }

  /// How much work the rows of a condition are, roughly; most of it only the first time.
  enum Effort: Int, Comparable {
    /// Sets that are kept, or soon will be.
    case kept
    /// A few passes over such sets.
    case passes
    /// A number, a text or a related row for each row.
    case rows

    static func < (a: Effort, b: Effort) -> Bool { a.rawValue < b.rawValue }
  }

  var effort: Effort {
    switch self {
    case .constant, .flag, .oneOf, .missing, .isEmptyList, .holds, .within(.field, _): .kept
    case .not(let inner): inner.effort
    case .and(let parts), .or(let parts): parts.map(\.effort).max() ?? .kept
    case .through(_, let inner, _): max(.passes, inner.effort)
    case .within(.through(_, let inner), let interval):
      max(.passes, Condition.within(inner, interval).effort)
    case .quantified(_, _, let inner): max(.passes, inner?.effort ?? .passes)
    case .quantifiedTable, .sampled, .compareValues, .text, .within, .compare, .missingNumber: .rows
    }
  }
}
