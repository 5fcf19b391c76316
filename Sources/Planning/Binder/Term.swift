internal import Language
internal import Tables

/// What an expression is, once its names are known.
enum Term {
  /// A condition that is no plain field.
  case condition(Condition)
  /// A boolean field.
  case flag(FieldPath)
  /// A text or category field.
  case coded(FieldPath)
  /// A many-valued field.
  case list(FieldPath)
  /// A number or a date.
  case number(NumericValue, NumberKind)
  /// A value written in the query.
  case literal(Literal)

  /// What it is, in words for messages.
  var description: String {
    switch self {
    case .condition: "a condition"
    case .flag: "a yes/no field"
    case .coded(let path): path.field.schema.type == .category ? "a category" : "text"
    case .list: "a many-valued field"
    case .number(_, .date): "a date"
    case .number: "a number"
    case .literal(let literal): literal.kindInWords
    }
  }
}

extension Literal {
  /// What the literal is, in words for messages.
  var kindInWords: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .percent: "a percentage"
    case .quantity(_, let unit): "a number of \(unit.rawValue)"
    case .date: "a date"
    case .financialYear: "a financial year"
    case .quarter: "a quarter"
    case .pattern: "a regular expression"
    case .boolean: "yes or no"
    }
  }
}

extension FieldPath {
  /// A condition on the field's row, asked from the row where the path begins.
  ///
  /// - Parameter isTrueWithoutParent: What a row is for which the path leads nowhere: true, or
  ///   undecided.
  func wrap(_ condition: Condition, isTrueWithoutParent: Bool = false) -> Condition {
    hops.reversed().reduce(condition) {
      .through(relation: $1, $0, isTrueWithoutParent: isTrueWithoutParent)
    }
  }

  /// The field's number, seen from the row where the path begins.
  var number: NumericValue {
    hops.reversed().reduce(.field(field.reference)) { .through(relation: $1, $0) }
  }
}
