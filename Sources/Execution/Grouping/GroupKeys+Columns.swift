internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// The groups of a column expression over the rows of a table.
  func keys(_ column: ColumnExpression, table: Int) throws(QueryCancelled) -> GroupKeys {
    switch column.source {
    case .field(let hops, let reference):
      return try keys(of: FieldTarget(hops: hops, field: reference))
    case .condition(let condition):
      return Self.keys(of: try truth(condition, over: .table(table)))
    case .bands(let value, let bands):
      return try keys(of: try numbers(value, table: table), in: bands)
    case .steps(let value, let steps):
      return try keys(of: try numbers(value, table: table), in: steps)
    case .period(let value, let part):
      return try keys(of: try numbers(value, table: table), by: part)
    case .each(let target):
      return try keys(of: target, isOfEach: true)
    case .eachRelated(let hops, let link, let target):
      return try keys(ofRelated: hops, link, target)
    case .number(let value, let kind):
      return try keys(of: try numbers(value, table: table), kind)
    }
  }

  /// The groups of a field's values, reached through to-one relations.
  ///
  /// - Parameter isOfEach: Whether each value of a list is a group, rather than each combination.
  func keys(
    of target: FieldTarget, isOfEach: Bool = false
  ) throws(QueryCancelled) -> GroupKeys {
    let column = try column(target.field)
    let info = catalogue.info(of: target.field)
    var found: GroupKeys
    if isOfEach, case .lists(let lists) = column.values {
      found = Self.keys(ofEach: lists, recorded: column.recorded, info)
    } else {
      found = try keys(of: column, info)
    }
    found.recorded = column.recorded
    if case .stored(let position) = target.field.key, found.sets == nil {
      found.sets = CodeSets(data.tables[target.field.table], position, found)
    }
    var rowCount = column.rowCount
    for hop in target.hops.reversed() {
      let parents = data.relationIndex(hop).parentOfChild
      found = try found.linked(by: parents, rowCount: rowCount, cancellation)
      rowCount = parents.count
    }
    return found
  }

  /// The groups of a column's values, of a list each combination.
  private func keys(of column: Column, _ info: FieldInfo) throws(QueryCancelled) -> GroupKeys {
    switch column.values {
    case .coded(let coded):
      let count = coded.dictionary.count
      var keys = GroupKeys(digits: .codes(coded.codes), codeCount: count, labels: .field(info))
      if info.schema.isOrdered || !info.schema.categories.isEmpty {
        // A code outside the codebook is no level of the scale, nor is what lies below all bands.
        keys.isScale = info.schema.isOrdered
        keys.optional = Set((0..<count).dropFirst(info.schema.categories.count))
        if isBanded(info.reference) { keys.optional.insert(0) }
      } else {
        keys.sortedBy = info.dictionary
      }
      return keys
    case .flags(let yes):
      return Self.keys(of: Truth(yes: yes, undecided: column.recorded.complement))
    case .integers(let values):
      return try keys(
        of: RowNumbers(values: .wholes(values), recorded: column.recorded), .plain(isWhole: true))
    case .numbers(let values):
      return try keys(
        of: RowNumbers(values: .numbers(values), recorded: column.recorded),
        .plain(isWhole: false))
    case .dates(let values):
      return try keys(of: RowNumbers(values: .days(values), recorded: column.recorded), .date)
    case .lists(let lists):
      return Self.keys(ofCombinations: lists, recorded: column.recorded, info)
    }
  }

  /// Whether a field's values are bands, of which the first holds what lies below the first cut.
  private func isBanded(_ reference: FieldReference) -> Bool {
    guard case .derived(let index) = reference.key else { return false }
    switch catalogue.derivedFields[index].field.body {
    case .bands: return true
    case .field(_, let source): return isBanded(source)
    case .condition, .number: return false
    }
  }

  /// Yes, then no.
  private static func keys(of truth: Truth) -> GroupKeys {
    GroupKeys(
      digits: .truth(yes: RowBits(truth.yes), undecided: RowBits(truth.undecided)), codeCount: 2,
      labels: .values([.boolean(true), .boolean(false)]), isScale: true,
      recorded: truth.undecided.complement, sets: .truth(truth.yes))
  }

  /// Each combination of values of a many-valued field is one group.
  private static func keys(
    ofCombinations lists: ListValues, recorded: Bitmap, _ info: FieldInfo
  ) -> GroupKeys {
    var codes = [UInt32](repeating: GroupKeys.missing, count: recorded.capacity)
    var combinations: [[UInt32]] = []
    var codeOfCombination: [[UInt32]: UInt32] = [:]
    // Few lists hold more than one value, and those need no look-up among combinations.
    var codeOfSingle = [UInt32](repeating: GroupKeys.missing, count: lists.dictionary.count + 1)
    func code(of held: [UInt32]) -> UInt32 {
      let next = UInt32(combinations.count)
      let code = codeOfCombination[held, default: next]
      if code == next {
        codeOfCombination[held] = code
        combinations.append(held)
      }
      return code
    }
    lists.offsets.withUnsafeBufferPointer { offsets in
      lists.codes.withUnsafeBufferPointer { listed in
        recorded.forEachRow { row in
          let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
          guard end - start < 2 else {
            codes[row] = code(of: listed[start..<end].sorted())
            return
          }
          let single = start == end ? lists.dictionary.count : Int(listed[start])
          if codeOfSingle[single] == GroupKeys.missing {
            codeOfSingle[single] = code(of: Array(listed[start..<end]))
          }
          codes[row] = codeOfSingle[single]
        }
      }
    }
    let order = combinations.indices.sorted {
      combinations[$0].lexicographicallyPrecedes(combinations[$1])
    }
    var rank = [UInt32](repeating: 0, count: combinations.count)
    for (position, code) in order.enumerated() { rank[code] = UInt32(position) }
    return GroupKeys(
      digits: .codes(
        Codes(Storage(codes.map { $0 == GroupKeys.missing ? $0 : rank[Int($0)] }))),
      codeCount: order.count, labels: .combinations(order.map { combinations[$0] }, info))
  }
}
