internal import Bitmaps
internal import Language
public import Planning
internal import Tables

extension Executor {
  /// `values PATH`: each value with its label, its rows, and the rows that lack one, by reason.
  ///
  /// A many-valued field counts the rows that hold each value, so that counts add to more than the
  /// rows.
  public func values(
    _ column: ColumnExpression, of set: BoundSet, text: String, first: Int? = nil
  ) throws(QueryCancelled) -> Answer {
    guard case .field(let hops, let reference) = column.source else {
      preconditionFailure("the values of a field")
    }
    let info = catalogue.info(of: reference)
    let held = try evaluator.column(reference, through: hops)
    let rows = try evaluator.selection(set).rows
    let schema = catalogue.data.tables[set.table].schema
    var answer = Answer(
      statement: text, unit: schema.name, unitSingular: schema.singular,
      body: .table(AnswerTable(columns: [], rows: [])),
      base: Base(
        total: catalogue.data.tables[set.table].rowCount, counted: rows.count, undecided: 0))
    var listed: [[AnswerValue]]
    if case .lists = held.values {
      listed = try listValueRows(FieldTarget(hops: hops, field: reference), rows, info)
      answer.notes.append(
        "one of the \(schema.name) can hold several values, so counts add to more than the rows")
    } else {
      listed = try valueRows(column, set.table, rows, info)
    }
    let hasLabels = zip(info.schema.categories, info.dictionary).contains { $0.label != $1 }
    if !hasLabels { listed = listed.map { [$0[0], $0[2]] } }
    let distinct = listed.count
    listed = Self.first(first, of: listed)
    listed += Self.missingRows(held, rows, hasLabels: hasLabels)
    var columns = [AnswerColumn("value", columnKind(column)), AnswerColumn("count", .integer)]
    if hasLabels { columns.insert(AnswerColumn("label", .text), at: 1) }
    answer.body = .table(
      AnswerTable(
        columns: columns, rows: listed,
        totalRowCount: listed.count + distinct - min(distinct, first ?? distinct),
        chartedColumn: columns.count - 1))
    return answer
  }

  /// Value, label and count of each value of a field that holds one.
  private func valueRows(
    _ column: ColumnExpression, _ table: Int, _ rows: Bitmap, _ info: FieldInfo
  ) throws(QueryCancelled) -> [[AnswerValue]] {
    var keys = try evaluator.keys(column, table: table)
    let isCategory = !info.schema.categories.isEmpty
    // The codebook's values are shown even where no row holds them.
    keys.isScale = isCategory
    let groups = try Groups(rows, by: [keys], showsLevels: true, evaluator.cancellation)
    return (0..<groups.count).compactMap { group in
      let code = groups.code(group, 0)
      guard code != GroupKeys.missing else { return nil }
      let label = keys.label(code)
      return [
        isCategory ? .text(info.dictionary[Int(code)]) : label, label,
        .integer(groups.counts[group]),
      ]
    }
  }

  private func listValueRows(
    _ target: FieldTarget, _ rows: Bitmap, _ info: FieldInfo
  ) throws(QueryCancelled) -> [[AnswerValue]] {
    let keys = try evaluator.keys(of: target, isOfEach: true)
    let groups = try Groups(rows, by: [keys], evaluator.cancellation)
    var counts = [Int](repeating: 0, count: keys.radix)
    for group in 0..<groups.count {
      counts[min(Int(groups.code(group, 0)), keys.codeCount)] = groups.counts[group]
    }
    return info.dictionary.indices.map { code in
      [
        .text(info.dictionary[code]), .text(info.label(ofCode: code)), .integer(counts[code]),
      ]
    }
  }

  /// The rows without a value, one line for each reason.
  private static func missingRows(
    _ column: Column, _ rows: Bitmap, hasLabels: Bool
  ) -> [[AnswerValue]] {
    var rest = rows.subtracting(column.recorded)
    var listed: [[AnswerValue]] = []
    func add(_ reason: String?, _ count: Int) {
      guard count > 0 else { return }
      let label: [AnswerValue] = hasLabels ? [.missing(reason: reason)] : []
      listed.append([.missing(reason: reason)] + label + [.integer(count)])
    }
    for missing in column.missingReasons {
      add(missing.reason, rest.intersectionCount(with: missing.rows))
      rest.subtract(missing.rows)
    }
    add(nil, rest.count)
    return listed
  }
}
