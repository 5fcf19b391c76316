internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Evaluator {
  /// Each number is a group, upwards.
  func keys(of numbers: RowNumbers, _ kind: NumberKind) throws(QueryCancelled) -> GroupKeys {
    guard
      let range = try numbers.wholeRange(
        among: numbers.recorded, most: NumberedRows.mostPlaces, cancellation),
      // Whole numbers beyond are not all doubles.
      range.lowerBound > -1 << 53, range.upperBound < 1 << 53
    else { return try keys(ofDistinct: numbers, kind) }
    let rows = try NumberedRows(numbers, cancellation) { Int($0) }
    return GroupKeys(
      digits: try rows.digits(codeCount: range.count, cancellation) {
        UInt32($0 - range.lowerBound)
      },
      codeCount: range.count, labels: .wholes(from: range.lowerBound, kind))
  }

  /// Numbers too far apart to have a place for each: those that there are get codes.
  private func keys(
    ofDistinct numbers: RowNumbers, _ kind: NumberKind
  ) throws(QueryCancelled) -> GroupKeys {
    var table = SlotTable()
    let rowCount = numbers.recorded.capacity
    var codes = [UInt32](repeating: GroupKeys.missing, count: rowCount)
    let isWhole = if case .wholes = numbers.values { true } else { false }
    let bits = MemberNumbers<UInt64>()
    try Members<UInt32>.forEachBlock(
      of: RowBits(numbers.recorded), in: 0..<rowCount, by: nil, cancellation
    ) { members in
      numbers.copy(members, to: bits)
      for member in 0..<members.count {
        codes[Int(members.rows[member])] = table.insert(bits[member])
      }
    }
    let found = table.keys
    let order = found.indices.sorted { found[$0] < found[$1] }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, code) in order.enumerated() { rank[code] = UInt32(position) }
    try cancellation.check()
    let ranked = codes.map { $0 == GroupKeys.missing ? $0 : rank[Int($0)] }
    return GroupKeys(
      digits: .codes(Codes(Storage(ranked))), codeCount: order.count,
      labels: isWhole
        ? .integers(order.map { OrderedBits.whole(found[$0]) })
        : .numbers(order.map { OrderedBits.number(found[$0]) }, kind))
  }

  /// Bands with labels of their own.
  func keys(of numbers: RowNumbers, in bands: Bands) throws(QueryCancelled) -> GroupKeys {
    let rows = try NumberedRows(numbers, cancellation) { bands.code(of: $0) }
    return GroupKeys(
      digits: try rows.digits(codeCount: bands.labels.count, cancellation) { UInt32($0) },
      codeCount: bands.labels.count, labels: .values(bands.labels.map { .text($0) }),
      isScale: true, optional: [0])
  }
}

/// Numbers as bits that are in the same order, one pattern for each number.
enum OrderedBits {
  private static let sign: UInt64 = 1 << 63

  static func bits(of value: Int) -> UInt64 { UInt64(bitPattern: Int64(value)) ^ sign }

  static func whole(_ bits: UInt64) -> Int { Int(Int64(bitPattern: bits ^ sign)) }

  static func bits(of value: Double) -> UInt64 {
    // There are two zeros.
    let bits = (value + 0).bitPattern
    return bits & sign == 0 ? bits | sign : ~bits
  }

  static func number(_ bits: UInt64) -> Double {
    Double(bitPattern: bits & sign != 0 ? bits ^ sign : ~bits)
  }
}
