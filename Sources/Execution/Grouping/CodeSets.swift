internal import Bitmaps
internal import Tables

/// The rows of each code of a dimension as sets, made once and kept, or there from the start.
enum CodeSets: Sendable {
  /// The sets of a column's codes, kept with its table; of a list, those that hold each.
  case column(Table, Int, codes: Int)
  /// Of yes and no, the rows of yes.
  case truth(Bitmap)

  /// Up to this many codes are worth a set each: with more, to read them all takes longer than to
  /// read a code for each row.
  private static let mostCodes = 64

  /// The sets of a stored column, if its codes are few.
  init?(_ table: Table, _ column: Int, _ keys: GroupKeys) {
    switch table.columns[column].values {
    case .coded(let coded) where coded.dictionary.count <= Self.mostCodes:
      self = .column(table, column, codes: coded.dictionary.count)
    case .lists(let lists) where keys.several != nil && lists.dictionary.count <= Self.mostCodes:
      self = .column(table, column, codes: lists.dictionary.count)
    default: return nil
    }
  }

  /// Whether to count so many rows of a table takes longer by their codes: the measured cost of a row
  /// is that of 64 rows in each set, about a nanosecond.
  func areFaster(forCounting rows: Int, of rowCount: Int) -> Bool {
    switch self {
    case .truth: true
    case .column(_, _, let codes): codes * rowCount <= 64 * rows
    }
  }

  /// The rows of a selection by digit: of each code, and at the end of those without a value.
  func counts(of rows: Bitmap, _ keys: GroupKeys) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys.radix)
    let all = rows.count
    // What a row without a value holds means nothing.
    let rows = keys.recorded.map { rows.intersection($0) } ?? rows
    let recorded = rows.count
    counts[keys.codeCount] = UInt32(all - recorded)
    switch self {
    case .truth(let yes):
      counts[0] = UInt32(rows.intersectionCount(with: yes))
      counts[1] = UInt32(recorded) - counts[0]
    case .column(let table, let column, let codes):
      var held: Bitmap?
      for code in 0..<codes {
        let set = table.rows(column: column, code: UInt32(code))
        counts[code] = UInt32(rows.intersectionCount(with: set))
        if keys.several != nil { held = held?.union(set) ?? set }
      }
      if let several = keys.several {
        let some = held.map { rows.intersectionCount(with: $0) } ?? 0
        counts[Int(several.noneCode)] = UInt32(recorded - some)
      }
    }
    return counts
  }

  /// How many codes the rows of a selection hold together.
  func mentions(among rows: Bitmap) -> Int {
    guard case .column(let table, let column, let codes) = self else { return rows.count }
    return (0..<codes).reduce(0) { total, code in
      total + rows.intersectionCount(with: table.rows(column: column, code: UInt32(code)))
    }
  }
}
