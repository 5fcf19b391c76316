import Language
import Tables

/// A dimension: its groups in the order they are shown, and the groups of each row of a table.
struct NaiveKeys {
  var values: [Cell]
  /// The positions of a row's groups; `nil` where the row has no value.
  var ofRow: [[Int]?]
  /// Whether groups without rows are shown too, as of levels of a scale.
  var isScale = false
  /// Groups of a scale that are shown only with rows: they are no levels of it.
  var optional: Set<Int> = []
  /// Whether a row can stand in several groups.
  var isSeveral = false

  /// The group of a row without a value; it comes last.
  static let missing = Int.max

  func positions(of row: Int) -> [Int] { ofRow[row] ?? [Self.missing] }

  func value(_ position: Int) -> Cell {
    position == Self.missing ? .missing(nil) : values[position]
  }

  /// The levels that are shown whether or not they have rows.
  var levels: [Int] { isScale ? values.indices.filter { !optional.contains($0) } : [] }
}

extension NaiveEvaluator {
  /// The groups that a dimension makes of all rows of a table.
  func keys(_ dimension: Expression, _ table: Int) -> NaiveKeys {
    let places = data.tables[table].rows.indices.map { Place.row(table: table, $0) }
    switch dimension.kind {
    case .group(let inner): return keys(inner, table)
    case .bands(let subject, let cuts):
      let bands = bands(subject, cuts, .row(table: table, 0))
      return NaiveKeys(
        values: bands.labels.map { .text($0) },
        ofRow: places.map { number(subject, $0).map { [bands.position(of: $0)] } },
        isScale: true, optional: [0])
    case .every(let subject, let step, let unit):
      let type = type(of: subject, .row(table: table, 0))
      let size = size(of: step, unit, type)
      return filled(places.map { number(subject, $0).map { Int(($0 / size).rounded(.down)) } }) {
        .text(Self.stepLabel($0, step, type))
      }
    case .datePart(let part, let date):
      return filled(
        places.map { number(date, $0).map { Self.period(part, NaiveCalendar.date(Int($0))) } }
      ) { Self.periodLabel(part, $0) }
    case .each(let path): return keys(ofEach: path, table)
    default: return keys(ofCells: dimension, table, places)
    }
  }

  /// Whether a field is defined as bands, of which the first is shown only with rows.
  private func isBanded(_ expression: Expression, _ table: Int) -> Bool {
    switch expression.kind {
    case .group(let inner): return isBanded(inner, table)
    case .bands: return true
    case .path(let path):
      guard let target = target(path, from: table), case .defined(let body) = target.source else {
        return false
      }
      return isBanded(body, target.table)
    default: return false
    }
  }

  private func keys(
    ofCells dimension: Expression, _ table: Int, _ places: [Place]
  ) -> NaiveKeys {
    let cells = places.map { cell(of: dimension, $0) }
    var keys: NaiveKeys
    switch kind(of: dimension, .row(table: table, 0)) {
    case .coded(let book, _):
      let order: [Int] =
        book.listed > 0
        ? Array(book.values.indices)
        : book.values.indices.sorted { Self.naturally(book.labels[$0], book.labels[$1]) }
      keys = NaiveKeys(values: order.map { .text(book.values[$0]) }, ofRow: [])
      keys.isScale = book.isOrdered
      keys.optional = Set(book.values.indices.filter { $0 >= book.listed })
      if isBanded(dimension, table) { keys.optional.insert(0) }
      keys.ofRow = Self.positions(cells, keys.values)
      keys.values = order.map { .text(book.labels[$0]) }
    case .flag, .condition:
      keys = NaiveKeys(values: [.flag(true), .flag(false)], ofRow: [], isScale: true)
      keys.ofRow = Self.positions(cells, keys.values)
    case .number:
      keys = NaiveKeys(values: [], ofRow: [])
      keys.values = Array(Set(cells.filter { !$0.isMissing })).sorted {
        ($0.number ?? 0) < ($1.number ?? 0)
      }
      keys.ofRow = Self.positions(cells, keys.values)
    case .list(let book):
      keys = self.keys(ofCombinations: cells, book)
    }
    return keys
  }

  private static func positions(_ cells: [Cell], _ values: [Cell]) -> [[Int]?] {
    cells.map { cell in cell.isMissing ? nil : values.firstIndex(of: cell).map { [$0] } }
  }

  /// Each combination of values is one group, in the order of the values.
  private func keys(ofCombinations cells: [Cell], _ book: Codebook) -> NaiveKeys {
    let codes = cells.map { cell -> [Int]? in
      guard case .list(let held) = cell else { return nil }
      return held.compactMap { book.values.firstIndex(of: $0) }.sorted()
    }
    let order = Set(codes.compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
    return NaiveKeys(
      values: order.map { .list($0.map { book.labels[$0] }) },
      ofRow: codes.map { code in code.flatMap { order.firstIndex(of: $0) }.map { [$0] } })
  }

  /// Each value that a row holds, or that a row related to it holds; the last group is of those that
  /// hold none.
  private func keys(ofEach path: Path, _ table: Int) -> NaiveKeys {
    var book = Codebook(values: [], labels: [], listed: 0, isOrdered: false)
    let held = data.tables[table].rows.indices.map { row -> [String]? in
      each(path, table, row, &book)
    }
    var keys = NaiveKeys(
      values: book.labels.map {
        $0 == "true" ? .flag(true) : $0 == "false" ? .flag(false) : .text($0)
      },
      ofRow: [], isSeveral: true)
    let none = book.values.count
    if held.contains([]) { keys.values.append(.text("(none)")) }
    keys.ofRow = held.map { texts in
      texts.map { $0.isEmpty ? [none] : $0.compactMap { book.values.firstIndex(of: $0) } }
    }
    return keys
  }

  private func each(
    _ path: Path, _ table: Int, _ row: Int, _ book: inout Codebook
  ) -> [String]? {
    if let target = target(path, from: table) {
      if case .list(let known) = kind(of: target) { book = known }
      guard case .list(let held) = cell(path, .row(table: table, row)) else { return nil }
      return held
    }
    let (related, rest) = related(path, from: table)
    let child = data.links[related.link].child
    if let target = target(rest, from: child) {
      switch kind(of: target) {
      case .list(let known), .coded(let known, _): book = known
      default:
        book = Codebook(
          values: ["true", "false"], labels: ["true", "false"], listed: 2, isOrdered: false)
      }
    }
    guard let end = walk(related.hops, from: row) else { return nil }
    let rows = rows(related, of: end)
    let cells = rows.map { cell(rest, .row(table: child, $0)) }.filter { !$0.isMissing }
    // Rows of which none has the value say nothing; no rows at all hold no value.
    if cells.isEmpty, !rows.isEmpty { return nil }
    var texts: [String] = []
    for cell in cells {
      let held: [String] =
        switch cell {
        case .list(let held): held
        case .text(let text): [text]
        case .flag(let flag): ["\(flag)"]
        default: []
        }
      texts += held.filter { !texts.contains($0) }
    }
    return texts
  }

  /// Groups with a number each, the empty ones between them too; past 400 those are left out.
  private func filled(_ numbers: [Int?], label: (Int) -> Cell) -> NaiveKeys {
    var order = Set(numbers.compactMap { $0 }).sorted()
    var isScale = false
    if let low = order.first, let high = order.last, high - low < 400 {
      order = Array(low...high)
      isScale = true
    }
    return NaiveKeys(
      values: order.map(label),
      ofRow: numbers.map { number in number.flatMap { order.firstIndex(of: $0) }.map { [$0] } },
      isScale: isScale)
  }
}
