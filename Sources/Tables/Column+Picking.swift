internal import Bitmaps

extension Column {
  /// The column of some rows, in their order; the dictionary of its values stays whole.
  ///
  /// - Parameter rows: Rows of this column.
  /// - Complexity: O(rows picked).
  func picking(_ rows: [Int]) -> Column {
    func picked(_ set: Bitmap) -> Bitmap {
      Bitmap(capacity: rows.count) { set.contains(rows[$0]) }
    }
    func picked<Value>(_ values: Storage<Value>) -> Storage<Value> {
      Storage(count: rows.count) { values[rows[$0]] }
    }
    let values: Values =
      switch self.values {
      case .coded(let coded):
        .coded(
          CodedValues(codes: rows.map { coded.codes[$0] }, dictionary: coded.dictionary))
      case .integers(let numbers): .integers(picked(numbers))
      case .numbers(let numbers): .numbers(picked(numbers))
      case .dates(let days): .dates(picked(days))
      case .flags(let yes): .flags(picked(yes))
      case .lists(let lists): .lists(lists.picking(rows))
      }
    return Column(
      values: values, recorded: picked(recorded),
      missingReasons: missingReasons.map {
        MissingRows(reason: $0.reason, rows: picked($0.rows))
      })
  }
}

extension ListValues {
  fileprivate func picking(_ rows: [Int]) -> ListValues {
    var offsets: [UInt32] = [0]
    var picked: [UInt32] = []
    offsets.reserveCapacity(rows.count + 1)
    for row in rows {
      picked += codes[Int(self.offsets[row])..<Int(self.offsets[row + 1])]
      offsets.append(UInt32(picked.count))
    }
    return ListValues(offsets: Storage(offsets), codes: Storage(picked), dictionary: dictionary)
  }
}
