internal import Bitmaps
internal import Planning
internal import Tables

extension Evaluator {
  /// What a list is sorted by.
  ///
  /// - Parameter rows: Those that are sorted.
  func sortKey(
    _ column: ColumnExpression, table: Int, isDescending: Bool, among rows: Bitmap
  ) throws(QueryCancelled) -> RowOrder.Key {
    if let numbers = try plainNumbers(column, table: table) {
      return RowOrder.Key(values: .numbers(numbers), isDescending: isDescending)
    }
    let keys = try keys(column, table: table)
    var places: [UInt32]?
    if let texts = keys.sortedBy, !texts.isInNaturalOrder {
      let occurring = try Groups(rows, by: [keys], cancellation)
      var found = [UInt32](repeating: 0, count: texts.count)
      for group in 0..<occurring.count where occurring.code(group, 0) != GroupKeys.missing {
        found[Int(occurring.code(group, 0))] = UInt32(group)
      }
      places = found
    }
    return RowOrder.Key(values: .codes(keys, places: places), isDescending: isDescending)
  }

  /// The numbers of a column whose values are numbers or dates.
  private func plainNumbers(
    _ column: ColumnExpression, table: Int
  ) throws(QueryCancelled) -> RowNumbers? {
    switch column.source {
    case .number(let value, _): return try numbers(value, table: table)
    case .field(let hops, let reference):
      switch catalogue.info(of: reference).schema.type {
      case .integer, .number, .date:
        let value = hops.reversed().reduce(NumericValue.field(reference)) {
          .through(relation: $1, $0)
        }
        return try numbers(value, table: table)
      case .text, .category, .boolean, .list: return nil
      }
    default: return nil
    }
  }
}
