internal import Diagnostics
internal import Language
internal import Tables

/// Where a path leads.
struct FieldPath {
  /// The to-one relations to walk, in order.
  var hops: [Int]
  /// The field at the end.
  var field: FieldInfo
}

extension Binder {
  /// The table of an entity's name.
  ///
  /// A mistyped name is reported, and the nearest table returned so that the rest of the statement
  /// can still be checked.
  mutating func table(of entity: Name) -> Int? {
    if let table = knownTable(entity.text) { return table }
    let tables = catalogue.data.tables
    let names = tables.flatMap { [$0.schema.name, $0.schema.singular] }
    let near = NearestName.nearest(to: entity.text, among: names)
    var notes = ["entities: " + Wording.list(tables.map { Wording.name($0.schema.name) })]
    var edits: [Diagnostic.Edit] = []
    if let nearest = near.first, let table = knownTable(nearest) {
      let plural = tables[table].schema.name
      notes.insert("nearest: \(plural)", at: 0)
      edits = [Diagnostic.Edit(entity.span, Wording.name(plural))]
    } else if tables.count == 1, let only = tables.first {
      edits = [Diagnostic.Edit(entity.span, Wording.name(only.schema.name))]
    }
    report(
      .unknownEntity, "the data has no \"\(entity.text)\"", at: entity.span, notes: notes,
      edits: edits)
    return near.first.flatMap { knownTable($0) }
  }

  /// The table of a plural or singular name; `rows` serves where there is only one table.
  func knownTable(_ name: String) -> Int? {
    if let table = catalogue.data.tableIndex(named: name) { return table }
    let isOnly = catalogue.data.tables.count == 1
    return isOnly && ["rows", "row"].contains(name.lowercased()) ? 0 : nil
  }

  /// Where a path leads from a table; of a mistyped field, where the nearest one would lead.
  mutating func resolve(_ path: Path, in scope: Scope) -> FieldPath? {
    guard let start = scope.table else {
      reportPathWithoutUnit(path)
      return nil
    }
    guard !scope.isOfGroups else {
      reportNoMeasure(path, in: scope)
      return nil
    }
    var table = start
    var hops: [Int] = []
    var names = path.names[...]
    // `children.status` inside `count children` is the same as `status`.
    if names.count > 1, let first = names.first, knownTable(first.text) == table,
      catalogue.toOneRelation(named: first.text, fromTable: table) == nil
    {
      names.removeFirst()
    }
    while names.count > 1, let name = names.first {
      guard let relation = catalogue.toOneRelation(named: name.text, fromTable: table) else {
        reportNotToOne(name, rest: Array(names.dropFirst()), table: table, path: path)
        return nil
      }
      hops.append(relation)
      table = catalogue.data.relations[relation].parentTable
      names.removeFirst()
    }
    guard let last = names.first else { return nil }
    if let field = catalogue.field(named: last.text, inTable: table) {
      return FieldPath(hops: hops, field: field)
    }
    return reportUnknownField(last, table: table).map {
      FieldPath(hops: hops + $0.hops, field: $0.field)
    }
  }

  /// Whether a name is a field of the scope, without reporting anything.
  func isField(_ name: String, in scope: Scope) -> Bool {
    scope.table.map { catalogue.field(named: name, inTable: $0) != nil } ?? false
  }

  private mutating func reportPathWithoutUnit(_ path: Path) {
    let owners = catalogue.data.tables.indices.filter { table in
      path.names.last.map { catalogue.field(named: $0.text, inTable: table) != nil } ?? false
    }
    let entity = owners.first.map { catalogue.data.tables[$0].schema.name } ?? "ENTITY"
    report(
      .unknownField, "no rows are named that \(path.text) could belong to", at: path.span,
      notes: [
        "ask of a set, as in: expect (count \(entity) where \(path.text)) = 0",
        "or of every row, as in: expect every \(entity) (\(path.text))",
      ])
  }

  /// A name before a dot that is no to-one relation: to-many, a field, or unknown.
  mutating func reportNotToOne(_ name: Name, rest: [Name], table: Int, path: Path) {
    let schema = catalogue.data.tables[table].schema
    if let relation = catalogue.toManyRelation(named: name.text, fromTable: table) {
      reportNeedsQuantifier(name, relation: relation, rest: rest, table: table)
      return
    }
    if let field = catalogue.field(named: name.text, inTable: table) {
      if reportPeriodAfterDate(field, name, rest, path) { return }
      report(
        .unknownRelation, "\(name.text) is a field of \(schema.name), not a relation",
        at: name.span, notes: relationNotes(table: table))
      return
    }
    let relations = catalogue.data.relations.filter { $0.childTable == table }.map(\.name)
    let near = NearestName.nearest(to: name.text, among: relations)
    report(
      .unknownRelation, "\(schema.name) have no relation \"\(name.text)\"", at: name.span,
      notes: (near.first.map { ["nearest: \($0)"] } ?? []) + relationNotes(table: table),
      edits: near.first.map { [Diagnostic.Edit(name.span, Wording.name($0))] } ?? [])
  }

  /// Reports `incident_date.year`, as other languages have it: here it is `year of incident_date`.
  ///
  /// - Returns: Whether that is what stands there.
  private mutating func reportPeriodAfterDate(
    _ field: FieldInfo, _ name: Name, _ rest: [Name], _ path: Path
  ) -> Bool {
    guard field.schema.type == .date, let period = rest.first, rest.count == 1,
      ["year", "quarter", "month"].contains(period.text.lowercased())
    else { return false }
    let date = path.names.dropLast().map { Wording.name($0.text) }.joined(separator: ".")
    report(
      .unknownRelation, "\(name.text) is a date, and a date has no part \(period.text)",
      at: path.span, notes: ["the \(period.text.lowercased()) of a date is asked for in words"],
      edits: [Diagnostic.Edit(path.span, "\(period.text.lowercased()) of \(date)")])
    return true
  }

  /// Reports a field that does not exist.
  ///
  /// - Returns: The nearest field, so that what follows can be checked as well.
  private mutating func reportUnknownField(_ name: Name, table: Int) -> FieldPath? {
    let schema = catalogue.data.tables[table].schema
    if let relation = catalogue.toManyRelation(named: name.text, fromTable: table) {
      reportNeedsQuantifier(name, relation: relation, rest: [], table: table)
      return nil
    }
    if catalogue.toOneRelation(named: name.text, fromTable: table) != nil {
      let path = Wording.name(name.text)
      report(
        .unknownField, "\(name.text) leads to a row, and is no field of \(schema.name)",
        at: name.span,
        notes: [
          "a field of that row: \(path).FIELD", "or whether there is one: \(path) is recorded",
        ])
      return nil
    }
    let fields = catalogue.fields(ofTable: table).map(\.name)
    let near = NearestName.nearest(to: name.text, among: fields)
    let elsewhere = elsewhere(name.text, table: table)
    var notes: [String] = []
    if !near.isEmpty { notes.append("nearest: " + Wording.list(near.map(Wording.name))) }
    notes += elsewhere.map { "\($0.owner) have it: \($0.text)" }
    notes += below(name.text, table: table)
    if near.isEmpty { notes.append("fields: " + Wording.list(fields.map(Wording.name))) }
    report(
      .unknownField, "\(schema.name) have no field \"\(name.text)\"", at: name.span, notes: notes,
      edits: (elsewhere.first?.text ?? near.first.map(Wording.name)).map {
        [Diagnostic.Edit(name.span, $0)]
      } ?? [])
    if let other = elsewhere.first { return other.path }
    return near.first.flatMap { catalogue.field(named: $0, inTable: table) }
      .map { FieldPath(hops: [], field: $0) }
  }

  /// Where a name that this table lacks does exist: on a related table, one or two steps up.
  private func elsewhere(
    _ name: String, table: Int, steps: Int = 2
  ) -> [(owner: String, text: String, path: FieldPath)] {
    let relations = catalogue.data.relations
    let up = relations.indices.filter { relations[$0].childTable == table }
    let next = up.compactMap { relation in
      catalogue.field(named: name, inTable: relations[relation].parentTable).map { field in
        (
          owner: catalogue.data.tables[relations[relation].parentTable].schema.name,
          text: "\(Wording.name(relations[relation].name)).\(Wording.name(field.name))",
          path: FieldPath(hops: [relation], field: field)
        )
      }
    }
    guard next.isEmpty, steps > 1 else { return next }
    return up.flatMap { relation in
      elsewhere(name, table: relations[relation].parentTable, steps: steps - 1).map {
        (
          owner: $0.owner, text: "\(Wording.name(relations[relation].name)).\($0.text)",
          path: FieldPath(hops: [relation] + $0.path.hops, field: $0.path.field)
        )
      }
    }
  }

  /// Tables of many rows for each of these that have a field of the name.
  private func below(_ name: String, table: Int) -> [String] {
    catalogue.data.relations.filter { $0.parentTable == table }.compactMap { relation in
      let child = catalogue.data.tables[relation.childTable].schema
      return catalogue.field(named: name, inTable: relation.childTable).map {
        "\(child.name) have it: any \(Wording.name(child.singular)) (\(Wording.name($0.name)) ...)"
      }
    }
  }

  func relationNotes(table: Int) -> [String] {
    let relations = catalogue.data.relations
    let one = relations.filter { $0.childTable == table }.map { Wording.name($0.name) }
    let many = relations.filter { $0.parentTable == table }.map { Wording.name($0.inverseName) }
    if one.isEmpty, many.isEmpty {
      return [
        "the data declares no relation of \(catalogue.data.tables[table].schema.name); "
          + "a data package does so with foreignKeys"
      ]
    }
    var notes: [String] = []
    if !one.isEmpty { notes.append("leads to one: " + Wording.list(one)) }
    if !many.isEmpty { notes.append("leads to many: " + Wording.list(many)) }
    return notes
  }
}
