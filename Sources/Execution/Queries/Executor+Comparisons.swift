internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// `compare SET with SET [by DIMS]`: side by side, n, percentage and difference.
  func comparison(
    with other: BoundSet, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> AnswerTable {
    let second = try evaluator.selection(other).rows
    let dimensions = try keys(query)
    guard !dimensions.isEmpty else { return sizes(selection.rows, second) }
    let union = selection.rows.union(second)
    let grouping = Groups(union, by: dimensions)
    var counts = grouping.groups.map { _ in (first: 0, second: 0) }
    grouping.forEachMember(selection.rows) { group, _ in counts[group].first += 1 }
    grouping.forEachMember(second) { group, _ in counts[group].second += 1 }
    let wholes = (
      Self.recorded(selection.rows, dimensions), Self.recorded(second, dimensions)
    )
    var rows = zip(grouping.groups, counts).map { (group: $0, count: $1) }
    rows = Self.sorted(rows, by: query.sort, group: \.group) { row, _ in Double(row.count.first) }
    let values = rows.map { row -> [AnswerValue] in
      let isMissing = row.group.codes.contains(GroupKeys.missing)
      return Self.values(of: row.group.codes, dimensions)
        + Self.cells(row.count.first, row.count.second, isMissing ? nil : wholes)
    }
    return AnswerTable(
      columns: query.dimensions.map { AnswerColumn($0.name, columnKind($0)) } + Self.columns,
      rows: Self.first(query.first, of: values), totalRowCount: values.count)
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

  /// The rows that have a value in every dimension: what percentages are of.
  private static func recorded(_ rows: Bitmap, _ dimensions: [GroupKeys]) -> Int {
    var count = 0
    rows.forEachRow { row in
      if dimensions.allSatisfy({ $0.codes[row] != GroupKeys.missing }) { count += 1 }
    }
    return count
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
