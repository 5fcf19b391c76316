internal import Bitmaps

extension Column {
  /// The value of a row as the data could write it; `nil` where there is none, and for lists.
  public func text(ofRow row: Int) -> String? {
    guard recorded.contains(row) else { return nil }
    switch values {
    case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
    case .integers(let values): return String(values[row])
    case .numbers(let values): return String(values[row])
    case .dates(let values): return CalendarDate(dayNumber: values[row]).description
    case .flags(let yes): return yes.contains(row) ? "yes" : "no"
    case .lists: return nil
    }
  }

  /// A number for each row that differs where the values do; `nil` where there is none.
  fileprivate func number(ofRow row: Int) -> Int? {
    guard recorded.contains(row) else { return nil }
    switch values {
    case .coded(let coded): return Int(coded.codes[row])
    case .integers(let values): return values[row]
    case .numbers(let values): return Int(bitPattern: UInt(values[row].bitPattern))
    case .dates(let values): return Int(values[row])
    case .flags(let yes): return yes.contains(row) ? 1 : 0
    case .lists: return nil
    }
  }
}

/// How often the rows of a table share a key.
public struct RepeatedKeys: Sendable, Hashable {
  /// How many rows hold a key that a row before them holds.
  public var rowCount: Int
  /// The first such row.
  public var firstRow: Int
}

extension Table {
  /// The rows whose key is there before; `nil` where each row that has a key has one of its own.
  ///
  /// - Complexity: O(rows).
  public func repeatedKeys(_ fields: [Int]) -> RepeatedKeys? {
    let columns = fields.map { self.columns[$0] }
    var repeated: RepeatedKeys?
    func add(_ isNew: Bool, _ row: Int) {
      if isNew { return }
      repeated = RepeatedKeys(
        rowCount: (repeated?.rowCount ?? 0) + 1, firstRow: repeated?.firstRow ?? row)
    }
    if columns.count == 1, case .coded(let coded) = columns[0].values {
      var isSeen = [Bool](repeating: false, count: coded.dictionary.count)
      columns[0].recorded.forEachRow { row in
        let code = Int(coded.codes[row])
        add(!isSeen[code], row)
        isSeen[code] = true
      }
    } else if columns.count == 1 {
      var seen: Set<Int> = []
      for row in 0..<rowCount {
        if let number = columns[0].number(ofRow: row) { add(seen.insert(number).inserted, row) }
      }
    } else {
      var seen: Set<[Int]> = []
      for row in 0..<rowCount {
        let key = columns.compactMap { $0.number(ofRow: row) }
        if key.count == columns.count { add(seen.insert(key).inserted, row) }
      }
    }
    return repeated
  }
}
