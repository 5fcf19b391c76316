internal import Bitmaps
internal import Tables

/// Rows counted by any number of dimensions at once.
///
/// The groups that have rows have positions, in the order in which answers show them: by their codes,
/// or texts, missing last.
struct Groups: Sendable {
  /// How a combination of codes is found again.
  enum Method: Sendable {
    /// An array of counters, one for each combination that there could be.
    case dense
    /// A table of those that there are.
    case sparse
    /// The rows of each code of the only dimension, kept as sets.
    case sets
  }

  /// The dimensions.
  let dimensions: [GroupKeys]
  /// The rows of each group.
  let counts: [Int]
  /// The codes of each group, by dimension; `GroupKeys.missing` where its rows have no value.
  private let codes: [[UInt32]]
  /// The places of codes that are not in the order of the codes, by dimension.
  private let ranks: [[UInt32]?]
  let numbering: Numbering
  let cancellation: CancellationCheck

  /// The number of groups.
  var count: Int { counts.count }

  /// Up to this many combinations are counted in an array however few the rows are.
  private static let denseLimit = 1 << 20

  /// Counts the rows of a selection in each combination.
  ///
  /// A row that holds several values of a dimension stands in the group of each. Without dimensions
  /// there is one group, of all rows.
  ///
  /// - Parameters:
  ///   - showsLevels: Whether every level of a scale is a group, if it is the only dimension.
  ///   - method: How to count; the better one when left out.
  /// - Complexity: O(rows selected + groups × log groups).
  init(
    _ rows: Bitmap, by dimensions: [GroupKeys], showsLevels: Bool = false, method: Method? = nil,
    _ cancellation: CancellationCheck
  ) throws(QueryCancelled) {
    let size = Self.combinations(dimensions)
    let method = method ?? Self.method(rows, dimensions, size)
    let found: (codes: [[UInt32]], counts: [Int], numbering: Numbering)
    if method == .sparse {
      found = try Self.tallied(rows, dimensions, cancellation)
    } else {
      let counters =
        if method == .sets, let keys = dimensions.first, let sets = keys.sets {
          sets.counts(of: rows, keys)
        } else {
          try SlotCounts(rows, dimensions, size, cancellation).counts
        }
      let levels = showsLevels && dimensions.count == 1 ? dimensions[0].levels : []
      found = Self.counted(counters, dimensions, levels)
    }
    let ranks = zip(dimensions, found.codes).map { Self.ranks($0, $1) }
    let order = Self.order(found.codes, ranks, isRising: method != .sparse)
    self.dimensions = dimensions
    self.ranks = ranks
    self.cancellation = cancellation
    guard let order else {
      (codes, counts, numbering) = (found.codes, found.counts, found.numbering)
      return
    }
    codes = found.codes.map { codes in order.map { codes[$0] } }
    counts = order.map { found.counts[$0] }
    numbering = found.numbering.reordered(order)
  }

  private static func method(_ rows: Bitmap, _ dimensions: [GroupKeys], _ size: Int) -> Method {
    if dimensions.count == 1, let sets = dimensions[0].sets,
      sets.areFaster(forCounting: rows.count, of: rows.capacity)
    {
      return .sets
    }
    // Counters in an array are the fastest while there are not many more than rows to count.
    return size <= max(denseLimit, 2 * rows.capacity) ? .dense : .sparse
  }

  /// The number of combinations that there could be, or `Int.max`.
  private static func combinations(_ dimensions: [GroupKeys]) -> Int {
    dimensions.reduce(1) { size, keys in
      let (product, overflow) = size.multipliedReportingOverflow(by: keys.radix)
      return overflow ? Int.max : product
    }
  }

  /// The code of a group in a dimension.
  func code(_ group: Int, _ dimension: Int) -> UInt32 { codes[dimension][group] }

  /// What orders the groups of a dimension: the largest number where it is missing.
  func place(_ group: Int, _ dimension: Int) -> UInt32 {
    Self.place(codes[dimension][group], ranks[dimension])
  }

  /// What a group is called in each dimension.
  func values(_ group: Int) -> [AnswerValue] {
    dimensions.indices.map { dimensions[$0].label(codes[$0][group]) }
  }

  private static func place(_ code: UInt32, _ ranks: [UInt32]?) -> UInt32 {
    guard let ranks, code != GroupKeys.missing else { return code }
    return ranks[Int(code)]
  }

  /// The places of the codes that occur, by their texts.
  private static func ranks(_ keys: GroupKeys, _ codes: [UInt32]) -> [UInt32]? {
    guard let texts = keys.sortedBy, !texts.isInNaturalOrder else { return nil }
    var occurs = [Bool](repeating: false, count: keys.codeCount)
    for code in codes where code != GroupKeys.missing { occurs[Int(code)] = true }
    let order = NaturalOrder.sorted(occurs.indices.filter { occurs[$0] }, in: texts)
    var ranks = [UInt32](repeating: 0, count: keys.codeCount)
    for (place, code) in order.enumerated() { ranks[code] = UInt32(place) }
    return ranks
  }

  /// The groups by their places; `nil` if they are in order.
  ///
  /// - Parameter isRising: Whether their codes rise.
  private static func order(
    _ codes: [[UInt32]], _ ranks: [[UInt32]?], isRising: Bool
  ) -> [Int]? {
    guard let first = codes.first, !isRising || ranks.contains(where: { $0 != nil }) else {
      return nil
    }
    if codes.count == 1 {
      let places = first.map { place($0, ranks[0]) }
      return places.indices.sorted { places[$0] < places[$1] }
    }
    let places = zip(codes, ranks).map { codes, ranks in codes.map { place($0, ranks) } }
    return first.indices.sorted { a, b in
      for places in places where places[a] != places[b] { return places[a] < places[b] }
      return false
    }
  }
}
