internal import Bitmaps
internal import Tables

/// Rows numbered by what a number of theirs falls into: a band, a period, or the number itself.
///
/// Whole numbers that lie close together, as ages and days do, are numbered once each and looked up;
/// others one by one.
struct NumberedRows: Sendable {
  private let numbers: RowNumbers
  private let indexes: Indexes
  /// The numbers that rows fall into, upwards; of those looked up also some between.
  let occurring: [Int]

  private enum Indexes: Sendable {
    /// By whole number, from the least.
    case lookup(from: Int, [Int?])
    /// By row; `none` where there is no number, or none for it.
    case rows(Storage<Int>)
  }

  private static let none = Int.min

  /// A place for each of so many whole numbers still fits a near cache.
  static let mostPlaces = 1 << 20

  /// - Parameter index: What a number falls into; `nil` for nothing.
  init(
    _ numbers: RowNumbers, _ cancellation: CancellationCheck, mostPlaces: Int = Self.mostPlaces,
    index: @escaping @Sendable (Double) -> Int?
  ) throws(QueryCancelled) {
    self.numbers = numbers
    if let range = try numbers.wholeRange(
      among: numbers.recorded, most: mostPlaces, cancellation)
    {
      let places = range.map { index(Double($0)) }
      indexes = .lookup(from: range.lowerBound, places)
      occurring = Set(places.lazy.compactMap(\.self)).sorted()
    } else {
      let rowCount = numbers.recorded.capacity
      let memory = RowMemory<Int>(count: rowCount)
      let recorded = RowBits(numbers.recorded)
      let found = try RowBlocks(rowCount).map { range throws(QueryCancelled) in
        guard let target = memory.base else { return Set<Int>() }
        for row in range { (target + row).initialize(to: Self.none) }
        return try Self.number(numbers, recorded, range, target, index, cancellation)
      }
      indexes = .rows(memory.storage)
      occurring = found.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted()
    }
  }

  private static func number(
    _ numbers: RowNumbers, _ recorded: RowBits, _ range: Range<Int>,
    _ target: UnsafeMutablePointer<Int>,
    _ index: (Double) -> Int?, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Set<Int> {
    var found: Set<Int> = []
    var last = Self.none
    let values = MemberNumbers<Double>()
    try Members<UInt32>.forEachBlock(of: recorded, in: range, by: nil, cancellation) {
      members in
      numbers.copy(members, to: values)
      for member in 0..<members.count {
        guard let number = index(values[member]) else { continue }
        target[Int(members.rows[member])] = number
        if number != last { found.insert(number) }
        last = number
      }
    }
    return found
  }

  /// The digit of each row.
  ///
  /// - Parameters:
  ///   - code: The code of each number of `occurring`.
  ///   - codeCount: The number of codes.
  func digits(
    codeCount: Int, _ cancellation: CancellationCheck, code: (Int) -> UInt32
  ) throws(QueryCancelled) -> GroupKeys.Digits {
    switch indexes {
    case .rows(let rows):
      let codes = occurring.map(code)
      return .codes(try written(rows, codes, cancellation))
    case .lookup(let low, let places):
      let lookup = GroupKeys.Lookup(
        low: low, codes: places.map { $0.map(code) ?? GroupKeys.missing },
        recorded: RowBits(numbers.elsewhere?.recorded ?? numbers.recorded))
      let here: GroupKeys.Digits
      let rowCount: Int
      switch numbers.values {
      case .wholes(let values): (here, rowCount) = (.wholes(values, lookup), values.count)
      case .days(let days): (here, rowCount) = (.days(days, lookup), days.count)
      case .numbers, .computed: return .codes(try written(lookup, cancellation))
      }
      guard let elsewhere = numbers.elsewhere else { return here }
      let keys = GroupKeys(digits: here, codeCount: codeCount, labels: .values([]))
      return .linked(
        try keys.written(rowCount: rowCount, cancellation), by: elsewhere.holders)
    }
  }

  /// The code of each row's number.
  private func written(
    _ rows: Storage<Int>, _ codes: [UInt32], _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Codes {
    let memory = RowMemory<UInt32>(count: rows.count)
    let occurring = occurring
    _ = try RowBlocks(rows.count).map { range throws(QueryCancelled) in
      try cancellation.check()
      guard let target = memory.base else { return }
      rows.withUnsafeBufferPointer { rows in
        for row in range {
          let number = rows[row]
          (target + row).initialize(
            to: number == Self.none ? GroupKeys.missing : codes[occurring.place(of: number)])
        }
      }
    }
    return Codes(memory.storage)
  }

  /// The code of each row whose number is whole but stored as another kind.
  private func written(
    _ lookup: GroupKeys.Lookup, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Codes {
    let rowCount = numbers.recorded.capacity
    let memory = RowMemory<UInt32>(count: rowCount)
    let numbers = numbers
    let recorded = RowBits(numbers.recorded)
    _ = try RowBlocks(rowCount).map { range throws(QueryCancelled) in
      guard let target = memory.base else { return }
      for row in range { (target + row).initialize(to: GroupKeys.missing) }
      let values = MemberNumbers<Int>()
      try Members<UInt32>.forEachBlock(of: recorded, in: range, by: nil, cancellation) {
        members in
        numbers.copy(members, to: values)
        for member in 0..<members.count {
          target[Int(members.rows[member])] = lookup.codes[values[member] &- lookup.low]
        }
      }
    }
    return Codes(memory.storage)
  }
}

extension [Int] {
  /// The position of a number that is among these, which rise.
  fileprivate func place(of number: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
