internal import Bitmaps
internal import Planning
internal import Tables

extension Evaluator {
  /// A derived field as a column like any other.
  func derivedColumn(_ field: DerivedField, table: Int) throws(QueryCancelled) -> Column {
    switch field.body {
    case .condition(let condition):
      let truth = try truth(condition, over: .table(table))
      return Column(values: .flags(truth.yes), recorded: truth.undecided.complement)
    case .number(let value, _):
      let vector = try vector(value, over: .table(table))
      return Self.column(vector, type: field.schema.type)
    case .bands(let value, let bands):
      let vector = try vector(value, over: .table(table))
      var codes = [UInt32](repeating: CodedValues.none, count: vector.values.count)
      vector.recorded.forEachRow { codes[$0] = UInt32(bands.code(of: vector.values[$0])) }
      return Column(
        values: .coded(
          CodedValues(codes: Storage(codes), dictionary: TextDictionary(bands.labels))),
        recorded: vector.recorded)
    case .field(let hops, let reference):
      return try column(reference, through: hops)
    }
  }

  private static func column(_ vector: NumericVector, type: FieldType) -> Column {
    switch type {
    case .integer:
      // Half of a number of months, or their average, is no whole number.
      var isWhole = true
      vector.recorded.forEachRow { isWhole = isWhole && Int(exactly: vector.values[$0]) != nil }
      guard isWhole else {
        return Column(values: .numbers(Storage(vector.values)), recorded: vector.recorded)
      }
      var whole = [Int](repeating: 0, count: vector.values.count)
      vector.recorded.forEachRow { whole[$0] = Int(exactly: vector.values[$0]) ?? 0 }
      return Column(values: .integers(Storage(whole)), recorded: vector.recorded)
    case .date:
      var days = [Int32](repeating: 0, count: vector.values.count)
      vector.recorded.forEachRow { days[$0] = Int32(exactly: vector.values[$0].rounded()) ?? 0 }
      return Column(values: .dates(Storage(days)), recorded: vector.recorded)
    default:
      return Column(values: .numbers(Storage(vector.values)), recorded: vector.recorded)
    }
  }

  /// A column of another table, gathered along to-one relations for each row where they begin.
  func column(
    _ reference: FieldReference, through hops: [Int]
  ) throws(QueryCancelled) -> Column {
    var result = try column(reference)
    for hop in hops.reversed() {
      try cancellation.check()
      result = result.gathered(by: data.relationIndex(hop).parentOfChild)
    }
    return result
  }
}

extension Column {
  /// The values at the given rows; a row of -1 has none.
  fileprivate func gathered(by rows: Storage<Int32>) -> Column {
    let held = recorded
    let recorded = Bitmap(capacity: rows.count) { rows[$0] >= 0 && held.contains(Int(rows[$0])) }
    let reasons = missingReasons.map { missing in
      MissingRows(
        reason: missing.reason,
        rows: Bitmap(capacity: rows.count) {
          rows[$0] >= 0 && missing.rows.contains(Int(rows[$0]))
        })
    }
    return Column(values: gatheredValues(by: rows), recorded: recorded, missingReasons: reasons)
  }

  private func gatheredValues(by rows: Storage<Int32>) -> Values {
    switch values {
    case .coded(let coded):
      .coded(
        CodedValues(
          codes: Self.gathered(coded.codes, by: rows, else: CodedValues.none),
          dictionary: coded.dictionary))
    case .integers(let values): .integers(Self.gathered(values, by: rows, else: 0))
    case .numbers(let values): .numbers(Self.gathered(values, by: rows, else: 0))
    case .dates(let values): .dates(Self.gathered(values, by: rows, else: 0))
    case .flags(let yes):
      .flags(Bitmap(capacity: rows.count) { rows[$0] >= 0 && yes.contains(Int(rows[$0])) })
    case .lists(let lists): .lists(lists.gathered(by: rows))
    }
  }

  private static func gathered<Value>(
    _ values: Storage<Value>, by rows: Storage<Int32>, else nothing: Value
  ) -> Storage<Value> {
    Storage(count: rows.count) { rows[$0] >= 0 ? values[Int(rows[$0])] : nothing }
  }
}

extension ListValues {
  fileprivate func gathered(by rows: Storage<Int32>) -> ListValues {
    var offsets: [UInt32] = [0]
    var gathered: [UInt32] = []
    offsets.reserveCapacity(rows.count + 1)
    for row in rows {
      if row >= 0 {
        gathered += codes[Int(self.offsets[Int(row)])..<Int(self.offsets[Int(row) + 1])]
      }
      offsets.append(UInt32(gathered.count))
    }
    return ListValues(
      offsets: Storage(offsets), codes: Storage(gathered), dictionary: dictionary)
  }
}
