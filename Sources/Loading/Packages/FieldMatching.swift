/// Which field of a descriptor each column of a file is.
///
/// The standard matches by position, or by name where `fieldsMatch` says so. Here a name that is there
/// decides before a position, since files whose columns are in another order than the descriptor's are
/// more common than columns whose names are wrong.
struct FieldMatching {
  /// How fields and columns may differ (`fieldsMatch`).
  enum Rule: String {
    case exact, equal, subset, superset, partial

    /// Whether a file may have columns that the descriptor lacks, and lack some that it has.
    var allowsMoreColumns: Bool { self == .subset || self == .partial }
    var allowsFewerColumns: Bool { self == .superset || self == .partial }
  }

  /// The field of each column; `nil` for a column that the descriptor lacks.
  private(set) var fieldOfColumn: [Int?]
  /// The fields that no column is.
  private(set) var unmatched: [Int] = []

  /// Matches names.
  ///
  /// - Parameters:
  ///   - columns: The names of the columns.
  ///   - fields: The names of the fields; `nil` for one without a name.
  ///   - isCaseSensitive: Whether names that differ only in case are different.
  ///   - byPosition: Whether what no name decides is matched by position.
  init(_ columns: [String], _ fields: [String?], isCaseSensitive: Bool, byPosition: Bool) {
    fieldOfColumn = Array(repeating: nil, count: columns.count)
    var isTaken = Array(repeating: false, count: fields.count)
    // As the names of columns are.
    let fields = fields.map { $0.map(HeaderNames.typeable) }
    // In place, which is all there is to do for most files.
    for index in columns.indices where index < fields.count && fields[index] == columns[index] {
      fieldOfColumn[index] = index
      isTaken[index] = true
    }
    guard fields.count != columns.count || isTaken.contains(false) else { return }
    for foldsCase in isCaseSensitive ? [false] : [false, true] {
      func key(_ name: String) -> String { foldsCase ? name.lowercased() : name }
      var free: [String: [Int]] = [:]
      for field in fields.indices.reversed() where !isTaken[field] {
        if let name = fields[field] { free[key(name), default: []].append(field) }
      }
      for index in columns.indices where fieldOfColumn[index] == nil {
        guard let found = free[key(columns[index])]?.popLast() else { continue }
        fieldOfColumn[index] = found
        isTaken[found] = true
      }
    }
    for index in columns.indices where fieldOfColumn[index] == nil {
      guard index < fields.count, !isTaken[index], byPosition || fields[index] == nil else {
        continue
      }
      fieldOfColumn[index] = index
      isTaken[index] = true
    }
    unmatched = isTaken.indices.filter { !isTaken[$0] }
  }
}
