/// Walks over the records of a table in their order.
///
/// Each page is visited once, so that pages that lead back to each other end the walk as damaged.
struct SQLiteTree {
  private let pages: SQLitePages
  /// Whether rows lie in an index, as those of a table without row numbers do.
  private let isIndex: Bool
  private var visited: [Bool]
  private let payload = GrowingMemory<UInt8>()
  /// What was wrong first, and how often something was.
  private(set) var firstProblem: String?
  private(set) var problemCount = 0
  /// How many pages were read.
  private(set) var pageCount = 0

  private struct Frame {
    let page: SQLitePage
    let kind: Int
    let cellCount: Int
    var next = 0
    /// Bytes of records on the page that were read: more than it has means that cells overlap, as
    /// in no file that SQLite makes.
    var used = 0

    var isInterior: Bool { kind == 5 || kind == 2 }
  }

  /// No tree that SQLite makes is as deep.
  private static let mostDepth = 64

  /// The least room that a record takes on its page, whatever it holds.
  private static let leastCell = 4

  init(_ pages: SQLitePages, isIndex: Bool) {
    self.pages = pages
    self.isIndex = isIndex
    visited = Array(repeating: false, count: pages.pageCount + 1)
  }

  /// Calls a function with each record's row number and bytes; eight can be read past the last.
  ///
  /// The bytes of a record that leads to what is not there are those that are.
  mutating func walk(
    from root: Int, _ row: (Int, UnsafeBufferPointer<UInt8>) throws(SQLiteProblem) -> Void,
    progress: (Int) throws(LoadFailure) -> Void
  ) throws(LoadFailure) {
    var stack: [Frame] = []
    enter(root, &stack)
    while var frame = stack.popLast() {
      if pageCount & 0xFF == 0 { try progress(pageCount) }
      do throws(SQLiteProblem) {
        if frame.isInterior {
          try descend(&frame, &stack, row)
        } else {
          while frame.next < frame.cellCount {
            // Counted first: a record that cannot be read is not tried again.
            frame.next += 1
            let cell = try Self.cell(frame.page, frame.next - 1, headerLength: 8)
            try read(&frame, cell, row)
          }
        }
      } catch {
        note(error)
        // What is damaged in one record leaves the others.
        let isDone = frame.next >= frame.cellCount || frame.used > frame.page.bytes.count
        if !frame.isInterior, !isDone { stack.append(frame) }
      }
    }
  }

  private mutating func note(_ problem: SQLiteProblem) {
    firstProblem = firstProblem ?? problem.message
    problemCount += 1
  }

  private mutating func enter(_ number: Int, _ stack: inout [Frame]) {
    do throws(SQLiteProblem) {
      guard stack.count < Self.mostDepth else {
        throw SQLiteProblem("page \(number) lies too deep")
      }
      try visit(number)
      let page = try pages.page(number)
      let start = number == 1 ? 100 : 0
      let kind = try page.number(at: start, bytes: 1)
      guard isIndex ? kind == 2 || kind == 10 : kind == 5 || kind == 13 else {
        throw SQLiteProblem("page \(number) is no page of the table")
      }
      stack.append(
        Frame(page: page, kind: kind, cellCount: try page.number(at: start + 3, bytes: 2)))
    } catch {
      note(error)
    }
  }

  private mutating func visit(_ number: Int) throws(SQLiteProblem) {
    guard number >= 1, number < visited.count else {
      throw SQLiteProblem("page \(number) is referred to and not there")
    }
    guard !visited[number] else { throw SQLiteProblem("page \(number) is referred to twice") }
    visited[number] = true
    pageCount += 1
  }

  /// Goes to the next page below, after the record that stands between it and the one before.
  private mutating func descend(
    _ frame: inout Frame, _ stack: inout [Frame],
    _ row: (Int, UnsafeBufferPointer<UInt8>) throws(SQLiteProblem) -> Void
  ) throws(SQLiteProblem) {
    let position = frame.next
    frame.next += 1
    if isIndex, position > 0 {
      do throws(SQLiteProblem) {
        try read(&frame, try Self.cell(frame.page, position - 1, headerLength: 12) + 4, row)
      } catch {
        note(error)
      }
    }
    // Kept for its next child, the one past its cells included, whatever becomes of this one.
    if frame.next <= frame.cellCount { stack.append(frame) }
    let isLast = position == frame.cellCount
    let place =
      isLast
      ? (frame.page.number == 1 ? 100 : 0) + 8
      : try Self.cell(frame.page, position, headerLength: 12)
    enter(try frame.page.number(at: place, bytes: 4), &stack)
  }

  /// Where a cell is in its page.
  private static func cell(
    _ page: SQLitePage, _ index: Int, headerLength: Int
  ) throws(SQLiteProblem) -> Int {
    let start = (page.number == 1 ? 100 : 0) + headerLength
    return try page.number(at: start + index * 2, bytes: 2)
  }

  /// Reads a record, with what of it lies on other pages.
  private mutating func read(
    _ frame: inout Frame, _ cell: Int,
    _ row: (Int, UnsafeBufferPointer<UInt8>) throws(SQLiteProblem) -> Void
  ) throws(SQLiteProblem) {
    let page = frame.page
    var at = cell
    let size = try page.variable(at: at)
    at += size.length
    var number = 0
    if !isIndex {
      let read = try page.variable(at: at)
      number = read.value
      at += read.length
    }
    // Of a record without a sensible length nothing can be read but that it is there.
    let total = (0...1 << 31).contains(size.value) ? size.value : 0
    let whole = localLength(total)
    let local = min(whole, page.bytes.count - at)
    frame.used += max(Self.leastCell, at - cell + local)
    guard frame.used <= page.bytes.count else {
      throw SQLiteProblem("the records of page \(page.number) overlap")
    }
    payload.count = 0
    append(page.bytes, at, local)
    if local == whole, local < total {
      // What lies on a page that is not there is missing from the record, which tells so itself.
      try? readOverflow(try page.number(at: at + local, bytes: 4), total)
    }
    try row(number, UnsafeBufferPointer(start: payload.base, count: payload.count))
  }

  private func localLength(_ total: Int) -> Int {
    let usable = pages.usableSize
    let most = isIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35
    if total <= most { return total }
    let least = (usable - 12) * 32 / 255 - 23
    let wanted = least + (total - least) % (usable - 4)
    return wanted <= most ? wanted : least
  }

  private mutating func readOverflow(_ first: Int, _ total: Int) throws(SQLiteProblem) {
    var next = first
    while payload.count < total {
      try visit(next)
      let page = try pages.page(next)
      next = try page.number(at: 0, bytes: 4)
      append(page.bytes, 4, min(total - payload.count, pages.usableSize - 4))
    }
  }

  private func append(_ bytes: [UInt8], _ start: Int, _ count: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { payload.append(base + start, count) }
    }
  }
}
