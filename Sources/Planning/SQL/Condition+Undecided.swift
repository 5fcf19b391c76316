internal import Language

/// What missing values can do to conditions and numbers, known from their form alone.
extension Condition {
  /// Whether a missing value can leave the condition undecided.
  func canBeUndecided(in catalogue: Catalogue) -> Bool {
    switch self {
    case .constant, .missing, .missingNumber, .sampled: false
    case .flag(let field):
      field.definition(in: catalogue).map {
        if case .condition(let condition) = $0 {
          condition.canBeUndecided(in: catalogue)
        } else {
          true
        }
      } ?? true
    case .oneOf, .compareValues, .text, .holds, .isEmptyList: true
    case .within(let value, _): value.canBeMissing(in: catalogue)
    case .compare(let left, _, let right):
      left.canBeMissing(in: catalogue) || right.canBeMissing(in: catalogue)
    case .not(let inner): inner.canBeUndecided(in: catalogue)
    case .and(let parts), .or(let parts):
      parts.contains { $0.canBeUndecided(in: catalogue) }
    case .through(_, let inner, let isTrueWithoutParent):
      !isTrueWithoutParent || inner.canBeUndecided(in: catalogue)
    case .quantified(_, _, let inner), .quantifiedTable(_, _, let inner):
      inner?.canBeUndecided(in: catalogue) ?? false
    }
  }

  /// Whether the condition is undecided of a row of nulls alone.
  func isOpenOfNulls(in catalogue: Catalogue) -> Bool {
    switch self {
    case .flag(let field):
      switch field.definition(in: catalogue) {
      case .condition(let condition)?: condition.isOpenOfNulls(in: catalogue)
      default: true
      }
    case .oneOf(let field, _):
      switch field.definition(in: catalogue) {
      case .bands(let value, _)?: value.isNoneOfNulls(in: catalogue)
      default: true
      }
    case .compareValues, .text, .holds, .isEmptyList: true
    case .within(let value, _): value.isNoneOfNulls(in: catalogue)
    case .compare(let left, _, let right):
      left.isNoneOfNulls(in: catalogue) || right.isNoneOfNulls(in: catalogue)
    case .not(let inner): inner.isOpenOfNulls(in: catalogue)
    case .and(let parts), .or(let parts):
      !parts.isEmpty && parts.allSatisfy { $0.isOpenOfNulls(in: catalogue) }
    case .through(_, _, let isTrueWithoutParent): !isTrueWithoutParent
    case .constant, .missing, .missingNumber, .quantified, .quantifiedTable, .sampled: false
    }
  }

  /// Whether the condition is true of a row of nulls alone.
  func isTrueOfNulls(in catalogue: Catalogue) -> Bool {
    switch self {
    case .missing(let field, nil):
      switch field.definition(in: catalogue) {
      case nil, .field?: true
      case .condition(let condition)?: condition.isOpenOfNulls(in: catalogue)
      case .number(let value, _)?, .bands(let value, _)?: value.isNoneOfNulls(in: catalogue)
      }
    case .through(_, let inner, true): inner.isTrueOfNulls(in: catalogue)
    default: false
    }
  }
}

extension NumericValue {
  /// Whether a row can lack the number.
  func canBeMissing(in catalogue: Catalogue) -> Bool {
    switch self {
    case .constant: false
    case .countOf(_, let condition): condition?.canBeUndecided(in: catalogue) ?? false
    case .arithmetic(let sign, let left, let right):
      sign == .divide || left.canBeMissing(in: catalogue) || right.canBeMissing(in: catalogue)
    case .monthsBetween(let left, let right), .daysBetween(let left, let right):
      left.canBeMissing(in: catalogue) || right.canBeMissing(in: catalogue)
    case .rounded(let inner, _), .year(let inner): inner.canBeMissing(in: catalogue)
    case .measure(.count, _), .measure(.distinct, _): false
    case .field(let field):
      switch field.definition(in: catalogue) {
      case .number(let value, _)?: value.canBeMissing(in: catalogue)
      default: true
      }
    case .through, .aggregate, .measure, .groupMeasure: true
    }
  }

  /// Whether a row of nulls alone has no such number.
  func isNoneOfNulls(in catalogue: Catalogue) -> Bool {
    switch self {
    case .field(let field):
      switch field.definition(in: catalogue) {
      case .number(let value, _)?: value.isNoneOfNulls(in: catalogue)
      default: true
      }
    case .arithmetic(_, let left, let right), .monthsBetween(let left, let right),
      .daysBetween(let left, let right):
      left.isNoneOfNulls(in: catalogue) || right.isNoneOfNulls(in: catalogue)
    case .rounded(let inner, _), .year(let inner): inner.isNoneOfNulls(in: catalogue)
    case .through, .aggregate: true
    case .constant, .countOf, .measure, .groupMeasure: false
    }
  }
}

extension FieldReference {
  /// What a derived field is made of; `nil` for a stored one.
  fileprivate func definition(in catalogue: Catalogue) -> DerivedField.Body? {
    guard case .derived(let index) = key else { return nil }
    return catalogue.derivedFields[index].field.body
  }
}
