internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `compare SET with SET [by DIMS]`: side by side, n, percentage and difference.
  func comparison(
    with other: BoundSet, _ query: BoundQuery, _ dimensions: [GroupKeys],
    _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let second = try evaluator.selection(other).rows
    guard !dimensions.isEmpty else { return sizes(selection.rows, second) }
    let cancellation = evaluator.cancellation
    let groups = try Groups(selection.rows.union(second), by: dimensions, cancellation)
    let counts = (try groups.counts(of: selection.rows), try groups.counts(of: second))
    var wholes = (selection.rows, second)
    for keys in dimensions {
      wholes.0 = try keys.recorded(among: wholes.0, cancellation)
      wholes.1 = try keys.recorded(among: wholes.1, cancellation)
    }
    // What percentages are of: the rows that have a value in every dimension.
    let recorded = (wholes.0.count, wholes.1.count)
    let shown = Self.sorted(
      Array(0..<groups.count), of: groups, by: query.sort, first: query.first
    ) { group, _ in Double(counts.0[group]) }
    let values = shown.map { group in
      let isMissing = dimensions.indices.contains {
        groups.code(group, $0) == GroupKeys.missing
      }
      return groups.values(group)
        + Self.cells(counts.0[group], counts.1[group], isMissing ? nil : recorded)
    }
    return AnswerTable(
      columns: query.dimensions.map { AnswerColumn($0.name, columnKind($0)) } + Self.columns,
      rows: values, totalRowCount: groups.count)
  }

  private static let columns = [
    AnswerColumn("n 1", .integer), AnswerColumn("% 1", .percent), AnswerColumn("n 2", .integer),
    AnswerColumn("% 2", .percent), AnswerColumn("difference", .number, decimals: 1),
  ]

  /// Counts with their percentages, and the difference in percentage points.
  private static func cells(
    _ first: Int, _ second: Int, _ wholes: (Int, Int)?
  ) -> [AnswerValue] {
    guard let wholes else {
      let none = AnswerValue.missing(reason: nil)
      return [.integer(first), none, .integer(second), none, none]
    }
    let difference: AnswerValue =
      wholes.0 == 0 || wholes.1 == 0
      ? .missing(reason: nil)
      : .number(
        100 * Double(first) / Double(wholes.0) - 100 * Double(second) / Double(wholes.1))
    return [
      .integer(first), .percent(part: first, whole: wholes.0), .integer(second),
      .percent(part: second, whole: wholes.1), difference,
    ]
  }

  /// Without dimensions, the sizes of the two sets.
  private func sizes(_ first: Bitmap, _ second: Bitmap) -> AnswerTable {
    let (one, two) = (first.count, second.count)
    return AnswerTable(
      columns: [
        AnswerColumn("n 1", .integer), AnswerColumn("n 2", .integer),
        AnswerColumn("difference", .integer), AnswerColumn("% of 2", .percent),
      ],
      rows: [[.integer(one), .integer(two), .integer(one - two), .percent(part: one, whole: two)]])
  }

  /// What the two sets are, and whether they share rows.
  func comparisonNotes(
    with other: BoundSet, _ text: String, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> [String] {
    let second = try evaluator.selection(other)
    let schema = catalogue.data.tables[query.set.table].schema
    var notes = [
      "1 is \(query.setText): \(Wording.count(selection.rows.count, schema)); 2 is \(text): "
        + Wording.count(second.rows.count, schema)
    ]
    let shared = selection.rows.intersectionCount(with: second.rows)
    if shared > 0 { notes.append("\(Wording.count(shared, schema)) are in both sets") }
    if !second.undecided.isEmpty {
      notes.append(
        "for \(Wording.count(second.undecided.count, schema)) it is undecided whether they are in 2"
      )
    }
    if !query.dimensions.isEmpty {
      notes.append(
        "percentages are of those with \(Wording.list(query.dimensions.map(\.name))) recorded; the "
          + "difference is in percentage points")
    }
    return notes
  }
}
