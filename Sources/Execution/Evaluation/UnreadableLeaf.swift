internal import Language
internal import Planning
internal import Tables

/// A stored field in which cells could not be read, and the condition that a row rests on such a cell,
/// both seen from the rows of a query.
struct UnreadableLeaf {
  /// The reason that the loader gives such cells.
  static let reason = "unreadable"

  var name: String
  var isUnreadable: Condition

  /// The leaf seen from the child of a to-one relation.
  func through(_ relation: Int, _ catalogue: Catalogue) -> UnreadableLeaf {
    UnreadableLeaf(
      name: "\(catalogue.data.relations[relation].name).\(name)",
      isUnreadable: .through(relation: relation, isUnreadable, isTrueWithoutParent: false))
  }

  /// The leaf seen from a row with related rows, of which one is enough.
  func ofAny(_ link: RowLink, _ catalogue: Catalogue) -> UnreadableLeaf {
    UnreadableLeaf(
      name: "\(link.name(catalogue)).\(name)",
      isUnreadable: .quantified(.any, link, isUnreadable))
  }
}

extension FieldReference {
  /// The field itself, or the stored fields that a defined one is made from; none of them where
  /// every cell could be read.
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    switch key {
    case .stored(let index):
      let reasons = catalogue.data.tables[table].columns[index].missingReasons
      guard reasons.contains(where: { $0.reason == UnreadableLeaf.reason }) else { return [] }
      return [
        UnreadableLeaf(
          name: catalogue.info(of: self).name,
          isUnreadable: .missing(self, reason: UnreadableLeaf.reason))
      ]
    case .derived(let index):
      switch catalogue.derivedFields[index].field.body {
      case .condition(let condition): return condition.unreadableLeaves(in: catalogue)
      case .number(let value, _), .bands(let value, _): return value.unreadableLeaves(in: catalogue)
      case .field(let hops, let field):
        return FieldTarget(hops: hops, field: field).unreadableLeaves(in: catalogue)
      }
    }
  }
}

extension FieldTarget {
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    field.unreadableLeaves(in: catalogue).map { leaf in
      hops.reversed().reduce(leaf) { $0.through($1, catalogue) }
    }
  }
}

extension Condition {
  /// The fields with unreadable cells that the condition looks at.
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    switch self {
    case .constant, .quantifiedTable: []
    case .flag(let field), .oneOf(let field, _), .text(let field, _), .holds(let field, _, _),
      .isEmptyList(let field), .missing(let field, _):
      field.unreadableLeaves(in: catalogue)
    case .compareValues(let left, _, let right):
      left.unreadableLeaves(in: catalogue) + right.unreadableLeaves(in: catalogue)
    case .within(let value, _), .missingNumber(let value): value.unreadableLeaves(in: catalogue)
    case .compare(let left, _, let right):
      left.unreadableLeaves(in: catalogue) + right.unreadableLeaves(in: catalogue)
    case .not(let inner): inner.unreadableLeaves(in: catalogue)
    case .and(let parts), .or(let parts): parts.flatMap { $0.unreadableLeaves(in: catalogue) }
    case .through(let relation, let inner, _):
      inner.unreadableLeaves(in: catalogue).map { $0.through(relation, catalogue) }
    case .quantified(_, let link, let inner):
      (inner?.unreadableLeaves(in: catalogue) ?? []).map { $0.ofAny(link, catalogue) }
    case .sampled(let set, _, _): set.unreadableLeaves(in: catalogue)
    }
  }
}

extension NumericValue {
  /// The fields with unreadable cells that the number is made from; a number of a whole set is not of
  /// these rows.
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    switch self {
    case .constant, .measure, .groupMeasure: []
    case .field(let field): field.unreadableLeaves(in: catalogue)
    case .arithmetic(_, let left, let right), .monthsBetween(let left, let right),
      .daysBetween(let left, let right):
      left.unreadableLeaves(in: catalogue) + right.unreadableLeaves(in: catalogue)
    case .rounded(let inner, _), .year(let inner): inner.unreadableLeaves(in: catalogue)
    case .through(let relation, let inner):
      inner.unreadableLeaves(in: catalogue).map { $0.through(relation, catalogue) }
    case .countOf(let link, let condition):
      (condition?.unreadableLeaves(in: catalogue) ?? []).map { $0.ofAny(link, catalogue) }
    case .aggregate(_, let link, let inner):
      inner.unreadableLeaves(in: catalogue).map { $0.ofAny(link, catalogue) }
    }
  }
}

extension BoundSet {
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    [condition, exception].compactMap { $0 }.flatMap { $0.unreadableLeaves(in: catalogue) }
  }
}

extension ColumnExpression {
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    switch source {
    case .field(let hops, let field):
      FieldTarget(hops: hops, field: field).unreadableLeaves(in: catalogue)
    case .condition(let condition): condition.unreadableLeaves(in: catalogue)
    case .number(let value, _), .bands(let value, _), .steps(let value, _), .period(let value, _):
      value.unreadableLeaves(in: catalogue)
    case .each(let target): target.unreadableLeaves(in: catalogue)
    case .eachRelated(let hops, let link, let target):
      target.unreadableLeaves(in: catalogue).map { leaf in
        hops.reversed().reduce(leaf.ofAny(link, catalogue)) { $0.through($1, catalogue) }
      }
    }
  }
}

extension Measure {
  func unreadableLeaves(in catalogue: Catalogue) -> [UnreadableLeaf] {
    switch self {
    case .count: []
    case .distinct(let target): target.unreadableLeaves(in: catalogue)
    case .percent(let condition): condition.unreadableLeaves(in: catalogue)
    case .statistic(_, let value): value.unreadableLeaves(in: catalogue)
    }
  }
}
