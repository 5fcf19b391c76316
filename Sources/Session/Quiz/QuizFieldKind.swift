internal import Planning
internal import Tables

/// What a question can be about a field.
enum QuizFieldKind: Hashable {
  /// It leads to no other row and does not tell rows apart.
  case any
  /// A category, or a text of which a few values repeat and so make one.
  case valued
  /// Of those, one whose values mean no others.
  case valuedAlone
  /// Of those with values, and of yes and no, one with few enough for a table.
  case tabulated
  case yesOrNo, number, date, list
  /// Anything but a list.
  case single
  /// A category whose values are levels.
  case scale

  /// The most values of a field that a table is made of.
  private static let mostGroups = 12

  /// Whether a field of a table of so many rows is of the kind.
  func fits(_ field: FieldInfo, rowCount: Int) -> Bool {
    let type = field.schema.type
    switch self {
    case .any: return true
    case .valued:
      let count = field.dictionary.count
      return type == .category || type == .text && (2...30).contains(count) && count * 2 <= rowCount
    case .valuedAlone:
      // One level of a cumulative scale may be meant with those above it or without.
      return !field.schema.isCumulative && Self.valued.fits(field, rowCount: rowCount)
    case .tabulated:
      return type == .boolean
        || field.dictionary.count <= Self.mostGroups && Self.valued.fits(field, rowCount: rowCount)
    case .yesOrNo: return type == .boolean
    case .number: return field.isNumeric
    case .date: return type == .date
    case .list: return type == .list
    case .single: return type != .list
    case .scale: return type == .category && field.schema.isOrdered
    }
  }
}
