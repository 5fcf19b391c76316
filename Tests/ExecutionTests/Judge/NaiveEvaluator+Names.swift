import Language
import Tables

/// Where names lead.
extension NaiveEvaluator {
  /// A field at the end of to-one relations.
  struct Target {
    var hops: [Int]
    var table: Int
    var source: Source

    enum Source {
      case stored(Int)
      case defined(Expression)
    }
  }

  /// Rows related to a row: those that name it as their parent, or the others of its own parent.
  struct Related {
    var hops: [Int]
    var link: Int
    var isSiblings: Bool
  }

  /// The relation to the one parent of a name.
  private func toOne(_ name: String, from table: Int) -> Int? {
    data.links.firstIndex { $0.child == table && $0.name == name }
  }

  /// The relation to many of a name, also in the singular where it has the name of its table.
  private func toMany(_ name: String, from table: Int) -> Related? {
    let link = data.links.firstIndex { link in
      let child = data.tables[link.child].schema
      return link.parent == table
        && (link.inverseName == name || link.inverseName == child.name && child.singular == name)
    }
    if let link { return Related(hops: [], link: link, isSiblings: false) }
    guard name == "sibling" || name == "siblings" else { return nil }
    return data.links.firstIndex { $0.child == table }.map {
      Related(hops: [], link: $0, isSiblings: true)
    }
  }

  /// The names of a path without the entity's own name before them.
  private func names(_ path: Path, from table: Int) -> [String] {
    let names = path.names.map(\.text)
    guard names.count > 1, data.table(named: names[0]) == table,
      toOne(names[0], from: table) == nil
    else { return names }
    return Array(names.dropFirst())
  }

  /// The field that a path leads to; `nil` for a word that is none.
  func target(_ path: Path, from start: Int) -> Target? {
    var table = start
    var hops: [Int] = []
    let names = names(path, from: table)
    for name in names.dropLast() {
      guard let link = toOne(name, from: table) else { return nil }
      hops.append(link)
      table = data.links[link].parent
    }
    let last = names[names.count - 1]
    if let field = data.tables[table].schema.fields.firstIndex(where: { $0.name == last }) {
      return Target(hops: hops, table: table, source: .stored(field))
    }
    return definitions.fields.last { $0.table == table && $0.name == last }.map {
      Target(hops: hops, table: table, source: .defined($0.body))
    }
  }

  /// The rows that a path leads to, and the names left over.
  func related(_ path: Path, from start: Int) -> (related: Related, rest: Path) {
    var table = start
    var hops: [Int] = []
    let names = names(path, from: table)
    for (position, name) in names.enumerated() {
      if var found = toMany(name, from: table) {
        found.hops = hops
        return (found, Path(Array(path.names.suffix(names.count - position - 1))))
      }
      guard let link = toOne(name, from: table) else { break }
      hops.append(link)
      table = data.links[link].parent
    }
    fatalError("no relation: \(path.text)")
  }

  /// The row at the end of to-one relations; `nil` where they lead nowhere.
  func walk(_ hops: [Int], from row: Int) -> Int? {
    hops.reduce(row) { row, hop in row.flatMap { data.links[hop].parentOfChild[$0] } }
  }

  /// The related rows of a row.
  func rows(_ related: Related, of row: Int) -> [Int] {
    guard related.isSiblings else { return data.children(of: row, by: related.link) }
    guard let parent = data.links[related.link].parentOfChild[row] else { return [] }
    return data.children(of: parent, by: related.link).filter { $0 != row }
  }

  // MARK: Cells

  func cell(_ path: Path, _ place: Place) -> Cell {
    guard case .row(let table, let row) = place, let target = target(path, from: table),
      let end = walk(target.hops, from: row)
    else { return .missing(nil) }
    switch target.source {
    case .stored(let field): return data.tables[target.table].rows[end][field]
    case .defined(let body): return cell(of: body, .row(table: target.table, end))
    }
  }

  /// What any expression gives for a row.
  func cell(of expression: Expression, _ place: Place) -> Cell {
    switch expression.kind {
    case .group(let inner): return cell(of: inner, place)
    case .path(let path):
      guard case .group = place else { return cell(path, place) }
    case .bands(let subject, let cuts):
      let bands = bands(subject, cuts, place)
      return number(subject, place).map { .text(bands.labels[bands.position(of: $0)]) }
        ?? .missing(nil)
    default: break
    }
    switch kind(of: expression, place) {
    case .condition, .flag: return truth(expression, place).map { .flag($0) } ?? .missing(nil)
    case .number(.date): return number(expression, place).map { .date(Int($0)) } ?? .missing(nil)
    case .number: return number(expression, place).map { .number($0) } ?? .missing(nil)
    case .coded, .list: fatalError("no value: \(Formatter.format(expression))")
    }
  }

  static func path(_ expression: Expression) -> Path? {
    switch expression.kind {
    case .group(let inner): path(inner)
    case .path(let path): path
    default: nil
    }
  }

  static func literal(_ expression: Expression) -> Literal? {
    switch expression.kind {
    case .group(let inner): literal(inner)
    case .literal(let literal): literal
    default: nil
    }
  }

  /// A value of a category as it is written: in quotes, as a bare word, or as a number.
  static func text(of expression: Expression) -> String? {
    if let path = path(expression), path.names.count == 1 { return path.names[0].text }
    switch literal(expression) {
    case .text(let text): return text
    case .number(let number): return Int(exactly: number).map(String.init) ?? "\(number)"
    case .boolean(let value): return value ? "yes" : "no"
    default: return nil
    }
  }
}
