import Language
import Tables

/// The statements that are no queries.
extension NaiveEvaluator {
  /// The answer to a statement; `nil` for one that gives none, or draws at random.
  func answer(_ statement: Statement) -> Finding? {
    switch statement.kind {
    case .query(let query): return answer(query)
    case .values(let path, let entity, _):
      return data.table(named: entity?.text ?? "").map { values(path, $0) }
    case .missing(let set, let output): return missing(set, first: output.first)
    case .expect(let condition), .warn(let condition):
      let holds = truth(condition, .dataSet)
      return Finding(rows: [[holds.map { .flag($0) } ?? .missing(nil)]])
    case .find(let find): return self.find(find)
    default: return nil
    }
  }

  /// Each value with its rows, then the rows without one by reason.
  private func values(_ path: Path, _ table: Int) -> Finding {
    let field = make(path)
    let rows = Array(data.tables[table].rows.indices)
    let cells = rows.map { cell(path, .row(table: table, $0)) }
    var lines: [[Cell]] = []
    var hasLabels = false
    switch kind(of: field, .row(table: table, 0)) {
    case .list(let book):
      hasLabels = book.labels != book.values
      lines = zip(book.values, book.labels).map { value, label in
        let count = cells.filter {
          if case .list(let held) = $0 { held.contains(value) } else { false }
        }
        .count
        return [.text(value), .text(label), .number(Double(count))]
      }
    default:
      let keys = keys(field, table)
      var shown: Set<Int> = []
      var book: Codebook?
      if case .coded(let known, _) = kind(of: field, .row(table: table, 0)), known.listed > 0 {
        // Every value of a codebook is shown, with rows or without.
        shown = Set(0..<known.listed).subtracting(keys.optional)
        book = known
        hasLabels = known.labels != known.values
      }
      for position in keys.values.indices {
        let count = keys.ofRow.filter { $0 == [position] }.count
        guard count > 0 || shown.contains(position) else { continue }
        let value = book.map { .text($0.values[position]) } ?? keys.values[position]
        lines.append([value, keys.values[position], .number(Double(count))])
      }
    }
    if !hasLabels { lines = lines.map { [$0[0], $0[2]] } }
    var reasons: [String?] = []
    for case .missing(let reason?) in cells where !reasons.contains(reason) {
      reasons.append(reason)
    }
    for reason in reasons.sorted(by: { order($0, path, table) < order($1, path, table) }) + [nil] {
      let count = cells.filter { $0 == .missing(reason) }.count
      guard count > 0 else { continue }
      let missing = Cell.missing(reason)
      lines.append((hasLabels ? [missing, missing] : [missing]) + [.number(Double(count))])
    }
    return Finding(rows: lines, total: lines.count, counted: rows.count, undecided: 0)
  }

  /// Where a reason first turns up in the table that holds the field.
  private func order(_ reason: String?, _ path: Path, _ table: Int) -> Int {
    guard let target = target(path, from: table) else { return 0 }
    switch target.source {
    case .stored(let field):
      return data.tables[target.table].rows.firstIndex { $0[field] == .missing(reason) } ?? 0
    case .defined(let body):
      return Self.path(body).map { order(reason, $0, target.table) } ?? 0
    }
  }

  /// What each field of a table lacks.
  private func missing(_ set: SetExpression, first: Int?) -> Finding {
    let found = select(set)
    let schema = data.tables[found.table].schema
    let defined = definitions.fields.filter { $0.table == found.table }.map(\.name)
    let lines = (schema.fields.map(\.name) + defined).map { name -> [Cell] in
      let path = Path([Name(name, at: nowhere)])
      let cells = found.rows.map { cell(path, .row(table: found.table, $0)) }.filter(\.isMissing)
      var counts: [String: Int] = [:]
      for case .missing(let reason?) in cells { counts[reason, default: 0] += 1 }
      // The most frequent first, and of two as frequent the one that the alphabet has first.
      var parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "\($0.key) \($0.value)"
      }
      let rest = cells.filter { $0 == .missing(nil) }.count
      if rest > 0, !parts.isEmpty { parts.append("no reason \(rest)") }
      return [
        .text(name), .number(Double(cells.count)), .share(cells.count, found.rows.count),
        .text(parts.joined(separator: ", ")),
      ]
    }
    return Finding(
      rows: first.map { Array(lines.prefix($0)) } ?? lines, total: lines.count,
      counted: found.rows.count, undecided: found.undecided.count)
  }

  /// How many places a text has, and in how many rows.
  private func find(_ find: Find) -> Finding {
    let table = data.table(named: find.path.names[0].text) ?? 0
    let field = make(Path(Array(find.path.names.dropFirst())))
    let mentions = make(.textTest(field, .mentions, .one, [make(.literal(.text(find.text)))]))
    var counted = 0
    var undecided = 0
    for row in data.tables[table].rows.indices {
      let place = Place.row(table: table, row)
      switch Self.all([truth(mentions, place), find.condition.map { truth($0, place) } ?? true]) {
      case true: counted += 1
      case nil: undecided += 1
      case false: break
      }
    }
    return Finding(rows: [], counted: counted, undecided: undecided)
  }
}
