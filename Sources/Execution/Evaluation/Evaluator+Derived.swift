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
          CodedValues(codes: codes, dictionary: TextDictionary(bands.labels))),
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
      result = try result.gathered(by: data.relationIndex(hop).parentOfChild, cancellation)
    }
    return result
  }
}

extension Column {
  /// The values at the given rows; a row of -1 has none.
  fileprivate func gathered(
    by rows: Storage<Int32>, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Column {
    var reasons: [MissingRows] = []
    for missing in missingReasons {
      reasons.append(
        MissingRows(
          reason: missing.reason, rows: try missing.rows.gathered(by: rows, cancellation)))
    }
    return Column(
      values: try gatheredValues(by: rows, cancellation),
      recorded: try recorded.gathered(by: rows, cancellation), missingReasons: reasons)
  }

  private func gatheredValues(
    by rows: Storage<Int32>, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Values {
    switch values {
    case .coded(let coded):
      return .coded(
        CodedValues(
          codes: try coded.codes.gathered(by: rows, cancellation),
          dictionary: coded.dictionary))
    case .integers(let values):
      return .integers(try values.gathered(by: rows, else: 0, cancellation))
    case .numbers(let values):
      return .numbers(try values.gathered(by: rows, else: 0, cancellation))
    case .dates(let values):
      return .dates(try values.gathered(by: rows, else: 0, cancellation))
    case .flags(let yes): return .flags(try yes.gathered(by: rows, cancellation))
    case .lists(let lists):
      try cancellation.check()
      return .lists(lists.gathered(by: rows))
    }
  }
}

extension ListValues {
  fileprivate func gathered(by rows: Storage<Int32>) -> ListValues {
    var gatheredOffsets: [UInt32] = [0]
    var gathered: [UInt32] = []
    gatheredOffsets.reserveCapacity(rows.count + 1)
    offsets.withUnsafeBufferPointer { offsets in
      codes.withUnsafeBufferPointer { codes in
        for row in rows {
          if row >= 0 {
            gathered += codes[Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])]
          }
          gatheredOffsets.append(UInt32(gathered.count))
        }
      }
    }
    return ListValues(
      offsets: Storage(gatheredOffsets), codes: Storage(gathered), dictionary: dictionary)
  }
}
