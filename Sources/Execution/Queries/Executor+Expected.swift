internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// The part of the rows that a condition is likely to be true for, from 0 to 1.
  ///
  /// Judged from the codebook and the numbers of distinct values, as if these were equally frequent and
  /// conditions had nothing to do with each other: what a plan can know before anyone looks.
  func expectedShare(_ condition: Condition) -> Double {
    switch condition {
    case .constant(let value): return value ? 1 : 0
    case .flag: return 0.5
    case .oneOf(let field, let codes): return Double(codes.count) / valueCount(field)
    case .holds(let field, let mode, let codes):
      let one = min(1, 2 / valueCount(field))
      switch mode {
      case .one, .only: return one
      case .any: return min(1, one * Double(codes.count))
      case .all: return codes.reduce(1) { share, _ in share * one }
      case .none: return codes.reduce(1) { share, _ in share * (1 - one) }
      }
    case .missing, .missingNumber, .isEmptyList, .text: return 0.1
    case .within(_, let interval): return interval.low == nil || interval.high == nil ? 0.5 : 0.25
    case .compare, .compareValues: return 0.5
    case .not(let inner): return 1 - expectedShare(inner)
    case .and(let parts): return parts.reduce(1) { $0 * expectedShare($1) }
    case .or(let parts): return 1 - parts.reduce(1) { $0 * (1 - expectedShare($1)) }
    case .through(_, let inner, _): return expectedShare(inner)
    case .quantified(let quantifier, let link, let inner):
      return expectedShare(quantifier, of: rowsPerParent(link), inner.map(expectedShare) ?? 1)
    case .quantifiedTable: return 0.5
    case .sampled(let set, let count, _):
      return min(1, Double(count) / Double(max(1, catalogue.data.tables[set.table].rowCount)))
    }
  }

  /// The number of values that a field may hold, at least 1.
  private func valueCount(_ field: FieldReference) -> Double {
    let info = catalogue.info(of: field)
    if !info.schema.categories.isEmpty { return Double(info.schema.categories.count) }
    guard case .stored(let index) = field.key else { return 2 }
    switch catalogue.data.tables[field.table].columns[index].values {
    case .coded(let coded): return Double(max(1, coded.dictionary.count))
    case .lists(let lists): return Double(max(1, lists.dictionary.count))
    case .integers, .numbers, .dates, .flags: return 2
    }
  }

  private func rowsPerParent(_ link: RowLink) -> Double {
    let relation = catalogue.data.relations[link.relation]
    let children = catalogue.data.tables[relation.childTable].rowCount
    return Double(children) / Double(max(1, catalogue.data.tables[relation.parentTable].rowCount))
  }

  /// - Parameters:
  ///   - number: How many related rows there are, on average.
  ///   - share: The part of these for which the condition is true.
  private func expectedShare(
    _ quantifier: Quantifier, of number: Double, _ share: Double
  ) -> Double {
    let none = (0..<max(1, Int(number.rounded()))).reduce(1.0) { left, _ in left * (1 - share) }
    switch quantifier {
    case .any: return 1 - none
    case .no: return none
    case .atLeast(let count): return count == 0 ? 1 : (1 - none) / Double(count)
    case .atMost(let count): return count == 0 ? none : 1 - (1 - none) / Double(count + 1)
    case .exactly(let count): return count == 0 ? none : (1 - none) / Double(count + 1)
    case .every: return (0..<max(1, Int(number.rounded()))).reduce(1.0) { left, _ in left * share }
    }
  }
}
