internal import Language
internal import Planning
internal import Tables

/// A field that a condition rests on, and the condition that it is missing, both seen from the row
/// where the whole condition begins.
struct MissingLeaf {
  var name: String
  var isMissing: Condition
}

extension Condition {
  /// The fields whose missing values can leave the condition undecided.
  func missingLeaves(in catalogue: Catalogue) -> [MissingLeaf] {
    switch self {
    case .constant, .missing, .missingNumber, .quantifiedTable, .sampled: return []
    case .flag(let field), .oneOf(let field, _), .text(let field, _), .holds(let field, _, _),
      .isEmptyList(let field):
      return [Self.leaf(field, catalogue)]
    case .compareValues(let left, _, let right):
      return [left, right].map { target in
        target.hops.reversed().reduce(Self.leaf(target.field, catalogue)) {
          $0.through($1, catalogue)
        }
      }
    case .within(let value, _): return value.missingLeaves(in: catalogue)
    case .compare(let left, _, let right):
      return left.missingLeaves(in: catalogue) + right.missingLeaves(in: catalogue)
    case .not(let inner): return inner.missingLeaves(in: catalogue)
    case .and(let parts), .or(let parts):
      return parts.flatMap { $0.missingLeaves(in: catalogue) }
    case .through(let relation, let inner, _):
      return inner.missingLeaves(in: catalogue).map { $0.through(relation, catalogue) }
    case .quantified(_, let link, let inner):
      return inner.map { $0.missingLeaves(in: catalogue) }?.map {
        $0.ofAny(link, catalogue)
      } ?? []
    }
  }

  /// Whether nothing but the missing value of a field can leave it undecided: what is worked out of
  /// values, as a ratio is, may have no result although all of them are there.
  var isUndecidedByFieldsAlone: Bool {
    switch self {
    case .constant, .missing, .missingNumber, .quantifiedTable, .sampled, .flag, .oneOf, .text,
      .holds, .isEmptyList, .compareValues:
      true
    case .within(let value, _): value.isStored
    case .compare(let left, _, let right): left.isStored && right.isStored
    case .not(let inner), .through(_, let inner, _): inner.isUndecidedByFieldsAlone
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isUndecidedByFieldsAlone)
    case .quantified(_, _, let inner): inner?.isUndecidedByFieldsAlone ?? true
    }
  }

  fileprivate static func leaf(_ field: FieldReference, _ catalogue: Catalogue) -> MissingLeaf {
    MissingLeaf(
      name: catalogue.info(of: field).name, isMissing: .missing(field, reason: nil))
  }
}

extension NumericValue {
  /// Whether it is as it stands in the statement or in a column.
  fileprivate var isStored: Bool {
    switch self {
    case .constant, .field: true
    case .through(_, let inner): inner.isStored
    default: false
    }
  }

  /// The fields whose missing values can leave the number without a value.
  func missingLeaves(in catalogue: Catalogue) -> [MissingLeaf] {
    switch self {
    case .constant, .measure, .groupMeasure: []
    case .field(let field): [Condition.leaf(field, catalogue)]
    case .arithmetic(_, let left, let right), .monthsBetween(let left, let right),
      .daysBetween(let left, let right):
      left.missingLeaves(in: catalogue) + right.missingLeaves(in: catalogue)
    case .rounded(let inner, _), .year(let inner): inner.missingLeaves(in: catalogue)
    case .through(let relation, let inner):
      inner.missingLeaves(in: catalogue).map { $0.through(relation, catalogue) }
    case .countOf(let link, let condition):
      (condition?.missingLeaves(in: catalogue) ?? []).map { $0.ofAny(link, catalogue) }
    case .aggregate(_, let link, let inner):
      inner.missingLeaves(in: catalogue).map { $0.ofEvery(link, catalogue) }
    }
  }
}

extension MissingLeaf {
  /// The leaf seen from the child of a to-one relation.
  fileprivate func through(_ relation: Int, _ catalogue: Catalogue) -> MissingLeaf {
    MissingLeaf(
      name: "\(catalogue.data.relations[relation].name).\(name)",
      isMissing: .through(relation: relation, isMissing, isTrueWithoutParent: true))
  }

  /// The leaf seen from a row with related rows: any of them lacks it.
  fileprivate func ofAny(_ link: RowLink, _ catalogue: Catalogue) -> MissingLeaf {
    MissingLeaf(
      name: "\(link.name(catalogue)).\(name)", isMissing: .quantified(.any, link, isMissing))
  }

  /// The leaf seen from a row with related rows, of whom one number is asked: none has it.
  fileprivate func ofEvery(_ link: RowLink, _ catalogue: Catalogue) -> MissingLeaf {
    MissingLeaf(
      name: "\(link.name(catalogue)).\(name)",
      isMissing: .quantified(.every(ifAny: true), link, isMissing))
  }
}

extension RowLink {
  /// The related rows as a query names them.
  func name(_ catalogue: Catalogue) -> String {
    switch self {
    case .children(let relation): catalogue.data.relations[relation].inverseName
    case .siblings: "siblings"
    }
  }
}
