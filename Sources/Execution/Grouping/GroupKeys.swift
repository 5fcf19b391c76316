internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

/// A dimension as one group code a row.
struct GroupKeys {
  /// The code of a row without a value.
  static let missing = CodedValues.none
  /// A code a row: a position in `values`, or `missing`.
  var codes: Storage<UInt32>
  /// The groups, in the order they are shown.
  var values: [AnswerValue]
  /// Whether the groups are levels of a scale, which are shown even when they have no rows.
  var isScale: Bool
  /// Groups that are shown only when they have rows, though the others are levels of a scale.
  var optional: Set<Int> = []
  /// The codes of each row where a row can stand in several groups; `codes` then only tells the rows
  /// that have none, which are missing.
  var several: Several?

  /// Any number of codes a row.
  struct Several {
    /// `rowCount + 1` offsets into `codes`.
    var offsets: Storage<UInt32>
    var codes: Storage<UInt32>
    /// The code of a row that holds nothing.
    var noneCode: UInt32
  }

  /// Whether a code stands for holding no value, in a list.
  func isNone(_ code: UInt32) -> Bool { several?.noneCode == code }

  /// The codes of a row.
  func codes(of row: Int) -> Slice<Storage<UInt32>> {
    guard let several, codes[row] != Self.missing else { return codes[row...row] }
    return several.codes[Int(several.offsets[row])..<Int(several.offsets[row + 1])]
  }
}

extension Evaluator {
  /// The groups of a column expression over the rows of a table.
  func keys(_ column: ColumnExpression, table: Int) throws(QueryCancelled) -> GroupKeys {
    switch column.source {
    case .field(let hops, let reference):
      let info = catalogue.info(of: reference)
      return keys(of: try self.column(reference, through: hops), info)
    case .condition(let condition):
      return Self.keys(of: try truth(condition, over: .table(table)))
    case .bands(let value, let bands):
      let vector = try vector(value, over: .table(table))
      var codes = [UInt32](repeating: GroupKeys.missing, count: vector.values.count)
      vector.recorded.forEachRow { codes[$0] = UInt32(bands.code(of: vector.values[$0])) }
      return GroupKeys(
        codes: Storage(codes), values: bands.labels.map { .text($0) }, isScale: true, optional: [0])
    case .steps(let value, let steps):
      return keys(of: try vector(value, over: .table(table)), in: steps)
    case .period(let value, let part):
      return keys(of: try vector(value, over: .table(table)), by: part)
    case .each(let target):
      return keys(
        ofEach: try self.column(target.field, through: target.hops),
        catalogue.info(of: target.field))
    case .eachRelated(let hops, let link, let target):
      return try keys(ofRelated: hops, link, target)
    case .number(let value, let kind):
      let vector = try vector(value, over: .table(table))
      return Self.keys(of: Storage(vector.values), recorded: vector.recorded) { kind.answer($0) }
    }
  }

  /// The groups of a column's values.
  ///
  /// - Parameter isOfEach: Whether each value of a list is a group, rather than each combination.
  func keys(of column: Column, _ info: FieldInfo, isOfEach: Bool = false) -> GroupKeys {
    if isOfEach, case .lists = column.values { return keys(ofEach: column, info) }
    switch column.values {
    case .coded(let coded):
      let labels = coded.dictionary.indices.map { info.label(ofCode: $0) }
      if info.schema.isOrdered || !info.schema.categories.isEmpty {
        // A code outside the codebook is no level of the scale, nor is what lies below all bands.
        var optional = Set(labels.indices.dropFirst(info.schema.categories.count))
        if isBanded(info.reference) { optional.insert(0) }
        return GroupKeys(
          codes: coded.codes, values: labels.map { .text($0) }, isScale: info.schema.isOrdered,
          optional: optional)
      }
      return Self.sortedByLabel(coded.codes, labels)
    case .flags(let yes):
      return Self.keys(of: Truth(yes: yes, undecided: column.recorded.complement))
    case .integers(let values):
      return Self.keys(of: values, recorded: column.recorded) { .integer($0) }
    case .numbers(let values):
      return Self.keys(of: values, recorded: column.recorded) { .number($0) }
    case .dates(let values):
      return Self.keys(of: values, recorded: column.recorded) {
        .date(CalendarDate(dayNumber: $0))
      }
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
    var codes = [UInt32](repeating: 1, count: truth.yes.capacity)
    truth.yes.forEachRow { codes[$0] = 0 }
    truth.undecided.forEachRow { codes[$0] = GroupKeys.missing }
    return GroupKeys(
      codes: Storage(codes), values: [.boolean(true), .boolean(false)], isScale: true)
  }

  /// Distinct numbers or dates, upwards.
  private static func keys<Value: Comparable & Hashable & BitwiseCopyable & Sendable>(
    of values: Storage<Value>, recorded: Bitmap, answer: (Value) -> AnswerValue
  ) -> GroupKeys {
    var distinct: Set<Value> = []
    recorded.forEachRow { distinct.insert(values[$0]) }
    let sorted = distinct.sorted()
    let codeOfValue = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($0.element, UInt32($0.offset)) })
    var codes = [UInt32](repeating: GroupKeys.missing, count: values.count)
    recorded.forEachRow { codes[$0] = codeOfValue[values[$0]] ?? GroupKeys.missing }
    return GroupKeys(codes: Storage(codes), values: sorted.map(answer), isScale: false)
  }

  /// Text in the order a person would sort it.
  private static func sortedByLabel(_ codes: Storage<UInt32>, _ labels: [String]) -> GroupKeys {
    let order = labels.indices.sorted { NaturalOrder.precedes(labels[$0], labels[$1]) }
    var rank = [UInt32](repeating: 0, count: labels.count)
    for (position, code) in order.enumerated() { rank[code] = UInt32(position) }
    return GroupKeys(
      codes: Storage(count: codes.count) { row in
        codes[row] == GroupKeys.missing ? codes[row] : rank[Int(codes[row])]
      },
      values: order.map { .text(labels[$0]) }, isScale: false)
  }

  /// Each combination of values of a many-valued field is one group.
  private static func keys(
    ofCombinations lists: ListValues, recorded: Bitmap, _ info: FieldInfo
  ) -> GroupKeys {
    var codeOfCombination: [[UInt32]: UInt32] = [:]
    var combinations: [[UInt32]] = []
    var codes = [UInt32](repeating: GroupKeys.missing, count: recorded.capacity)
    recorded.forEachRow { row in
      let held = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])].sorted()
      let code = codeOfCombination[held] ?? UInt32(combinations.count)
      if code == UInt32(combinations.count) {
        codeOfCombination[held] = code
        combinations.append(held)
      }
      codes[row] = code
    }
    let order = combinations.indices.sorted {
      combinations[$0].lexicographicallyPrecedes(combinations[$1])
    }
    var rank = [UInt32](repeating: 0, count: combinations.count)
    for (position, code) in order.enumerated() { rank[code] = UInt32(position) }
    return GroupKeys(
      codes: Storage(codes.map { $0 == GroupKeys.missing ? $0 : rank[Int($0)] }),
      values: order.map { .list(combinations[$0].map { info.label(ofCode: Int($0)) }) },
      isScale: false)
  }
}

extension NumberKind {
  /// A number of this kind as an answer shows it.
  func answer(_ value: Double) -> AnswerValue {
    switch self {
    case .date:
      return Int32(exactly: value).map { .date(CalendarDate(dayNumber: $0)) } ?? .number(value)
    case .plain(isWhole: true), .unit:
      return Int(exactly: value).map { .integer($0) } ?? .number(value)
    case .plain(isWhole: false), .percent: return .number(value)
    }
  }
}
