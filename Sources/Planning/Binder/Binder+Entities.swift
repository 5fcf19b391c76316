internal import Diagnostics
internal import Language
internal import Tables

/// Queries whose entity is none: a word that the data does not have, or a field in its place.
extension Binder {
  /// The query with an entity that exists, after saying what is wrong with the one that was written.
  ///
  /// - Returns: The query as it is when nothing is wrong with its entity, or when that is told
  ///   elsewhere; `nil` after reporting a mistake that leaves nothing to read.
  mutating func withEntity(_ query: Query) -> Query? {
    let entity = query.set.entity
    guard isUnknown(query.set) else { return query }
    if let table = everyday(entity.text) { return replacing(entity, in: query, with: table) }
    if reportFieldAsEntity(query) { return nil }
    guard nearestTables(to: entity).isEmpty else { return query }
    let tables = catalogue.data.tables.indices
    let fitting = tables.filter { fits(query, $0) }
    // What fits all of them says nothing of which is meant.
    guard fitting.count < max(2, tables.count), let table = fitting.first else { return query }
    return replacing(entity, in: query, with: table)
  }

  private func isUnknown(_ set: SetExpression) -> Bool {
    set.cell == nil && set.entity.text.lowercased() != "those"
      && knownTable(set.entity.text) == nil
      && !catalogue.namedSets.contains { $0.name == set.entity.text }
  }

  private func nearestTables(to entity: Name) -> [String] {
    let tables = catalogue.data.tables
    return NearestName.nearest(
      to: entity.text, among: tables.flatMap { [$0.schema.name, $0.schema.singular] })
  }

  /// Words that people say for others, each with the word that data has.
  static let everydayWords = [
    "kid": "child", "kids": "child", "youngster": "child", "youngsters": "child",
    "people": "person", "persons": "person",
  ]

  private func everyday(_ word: String) -> Int? {
    Self.everydayWords[word.lowercased()].flatMap { knownTable($0) }
  }

  /// Whether the query has no mistake when it is asked of the rows of a table.
  private func fits(_ query: Query, _ table: Int) -> Bool {
    var other = query
    other.set.entity = Name(catalogue.data.tables[table].schema.name, at: query.set.entity.span)
    var trial = quiet
    return trial.bindQuery(other, text: "") != nil && trial.diagnostics.isEmpty
  }

  /// The table of a definition whose entity is none, when the expression fits one.
  mutating func tableFitting(_ expression: Expression, for entity: Name) -> Int? {
    guard knownTable(entity.text) == nil, nearestTables(to: entity).isEmpty else { return nil }
    let fitting = catalogue.data.tables.indices.first { table in
      var trial = quiet
      return trial.bindColumn(expression, in: Scope(table: table)) != nil
        && trial.diagnostics.isEmpty
    }
    guard let table = fitting else { return nil }
    let name = catalogue.data.tables[table].schema.name
    report(
      .unknownEntity, "the data has no \"\(entity.text)\"", at: entity.span,
      notes: ["the words fit: \(name)"], edits: [Diagnostic.Edit(entity.span, Wording.name(name))])
    return table
  }

  private mutating func replacing(_ entity: Name, in query: Query, with table: Int) -> Query {
    let tables = catalogue.data.tables
    let name = tables[table].schema.name
    report(
      .unknownEntity, "the data has no \"\(entity.text)\"", at: entity.span,
      notes: [
        "the words fit: \(name)",
        "entities: " + Wording.list(tables.map { Wording.name($0.schema.name) }),
      ], edits: [Diagnostic.Edit(entity.span, Wording.name(name))])
    var other = query
    other.set.entity = Name(name, at: entity.span)
    return other
  }

  /// `tabulate status by died`, `count died`: a field stands where the rows should be named.
  private mutating func reportFieldAsEntity(_ query: Query) -> Bool {
    let entity = query.set.entity
    let owners = catalogue.data.tables.indices.filter { table in
      catalogue.field(named: entity.text, inTable: table) != nil
    }
    guard query.set.condition == nil, query.set.exception == nil, let table = owners.first,
      let field = catalogue.field(named: entity.text, inTable: table)
    else { return false }
    let rows = Wording.name(catalogue.data.tables[table].schema.name)
    let name = Wording.name(field.name)
    report(
      .unknownEntity, "\(field.name) is a field of \(rows), and what is counted is named first",
      at: entity.span,
      notes: owners.dropFirst().map { "also of \(catalogue.data.tables[$0].schema.name)" },
      edits: correction(of: query, rows, name, isCondition: field.schema.type == .boolean))
    return true
  }

  /// The edits that put the rows before a field.
  private func correction(
    of query: Query, _ rows: String, _ field: String, isCondition: Bool
  ) -> [Diagnostic.Edit] {
    let word = query.set.entity.span
    switch query.verb {
    case .tabulate:
      guard let first = query.dimensions.first else { return [] }
      return [Diagnostic.Edit(Span(word.start, first.span.start), "\(rows) by \(field), ")]
    case .count where query.dimensions.isEmpty:
      return [Diagnostic.Edit(word, isCondition ? "\(rows) where \(field)" : "\(rows) by \(field)")]
    case .list(show: []):
      return [Diagnostic.Edit(word, "\(rows) show \(field)")]
    default:
      return []
    }
  }
}
