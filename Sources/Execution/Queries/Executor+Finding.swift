internal import Bitmaps
internal import Language
public import Planning
internal import Tables
internal import TextSearch

extension Executor {
  /// How many characters stand on each side of a place where the statement does not say.
  private static let usualWidth = 40

  /// `find "text" in PATH`: a line for each place.
  public func find(_ search: BoundFind) throws(QueryCancelled) -> Answer {
    let selection = try evaluator.selection(search.set)
    let column = try evaluator.column(search.column)
    let info = catalogue.info(of: search.column)
    let schema = catalogue.data.tables[search.set.table].schema
    var keys: [(Int) -> AnswerValue] = []
    for key in search.keys { keys.append(try cells(key, table: search.set.table)) }
    let width = search.width ?? Self.usualWidth
    var rows: [[AnswerValue]] = []
    var places = 0
    for row in selection.rows {
      try evaluator.cancellation.check()
      guard case .text(let text) = column.answer(row, info) else { continue }
      for range in search.pattern.ranges(in: text) {
        places += 1
        guard rows.count < search.first ?? .max else { continue }
        let context = TextContext(text, around: range, width: width)
        rows.append(
          keys.map { $0(row) } + [context.before, context.match, context.after].map { .text($0) })
      }
    }
    let columns =
      search.keys.map { AnswerColumn($0.name, columnKind($0)) } + [
        AnswerColumn("before", .text, isRightAligned: true), AnswerColumn("found", .text),
        AnswerColumn("after", .text),
      ]
    var base = try evaluator.base(search.set, selection)
    base.counted = selection.rows.count
    return Answer(
      statement: search.text, unit: schema.name, unitSingular: schema.singular,
      body: .table(AnswerTable(columns: columns, rows: rows, totalRowCount: places)), base: base,
      notes: ["\(places) \(places == 1 ? "place" : "places")"]
        + (try notes(
          on: search.set.unreadableLeaves(in: catalogue),
          among: selection.rows.union(selection.undecided), of: search.set.table)))
  }
}

/// A place of a text, with what stands around it, on one line.
private struct TextContext {
  var before: String
  var match: String
  var after: String

  init(_ text: String, around range: Range<Int>, width: Int) {
    let bytes = Array(text.utf8)
    func piece(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    match = piece(range)
    // A character takes at most four bytes, so this is enough to cut from.
    var start = max(0, range.lowerBound - 4 * width - 8)
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, range.upperBound + 4 * width + 8)
    while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let left = piece(start..<range.lowerBound)
    let right = piece(range.upperBound..<end)
    before = (left.count > width || start > 0 ? "…" : "") + String(left.suffix(width))
    after = String(right.prefix(width)) + (right.count > width || end < bytes.count ? "…" : "")
  }
}
