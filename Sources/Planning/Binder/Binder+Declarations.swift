internal import Bitmaps
internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  // MARK: Markers

  /// `define missing "c", "x" in children.score because "suppressed"`.
  mutating func bindMissing(_ missing: MissingDefinition) -> BoundStatement? {
    guard let (table, columns) = bindMarked(missing.path) else { return nil }
    let fields = catalogue.data.tables[table].schema.fields
    var held: Set<Int> = []
    for marker in missing.markers {
      let holding = columns.filter { holds(marker.text, in: table, $0) }
      held.formUnion(holding)
      if holding.isEmpty { reportNotHeld(marker, in: table, columns) }
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    // One spelling serves for all: only dates are written in ways of their own.
    let format = held.map { fields[$0] }.first { $0.type == .date }?.dateFormat ?? ""
    return .defineMissing(
      BoundMissing(
        table: table, columns: held.sorted(),
        markers: missing.markers.map { marker in
          let date = format.isEmpty ? nil : CalendarDate(marker.text)
          return MissingMarker(
            value: date?.text(in: format) ?? marker.text, reason: missing.reason)
        }, texts: missing.markers.map(\.text)))
  }

  /// Whether a row holds a marker, or the field has it among its markers already.
  private func holds(_ marker: String, in table: Int, _ column: Int) -> Bool {
    let table = catalogue.data.tables[table]
    let field = table.schema.fields[column]
    let dateText = CalendarDate(marker)?.text(in: field.dateFormat)
    return field.missingMarkers.contains { $0.value == marker || $0.value == dateText }
      || !table.rows(column: column, holding: marker).isEmpty
  }

  /// The fields of the data that a path names: one, or all those of an entity.
  private mutating func bindMarked(_ path: Path) -> (table: Int, columns: [Int])? {
    if path.names.count == 1, let table = knownTable(path.text) {
      return (table, Array(catalogue.data.tables[table].schema.fields.indices))
    }
    guard let (_, found) = findField(path) else { return nil }
    let table = found.field.reference.table
    guard case .stored(let column) = found.field.reference.key else {
      report(
        .typeMismatch, "\(found.field.name) is defined and not in the data", at: path.span,
        notes: ["it means \(found.field.definition ?? ""): name the field that holds the marker"])
      return nil
    }
    return (table, [column])
  }

  private mutating func reportNotHeld(
    _ marker: MissingDefinition.Marker, in table: Int, _ columns: [Int]
  ) {
    let loaded = catalogue.data.tables[table]
    let open = columns.filter { !loaded.schema.fields[$0].isPersonal }
    let near = NearestName.nearest(
      to: marker.text, among: open.flatMap { Self.candidates(loaded.columns[$0]) })
    let place =
      columns.count == 1
      ? "\(loaded.schema.fields[columns[0]].name) of \(loaded.schema.name)" : loaded.schema.name
    report(
      .unknownValue, "no row holds \(Wording.quoted(marker.text)) in \(place)", at: marker.span,
      notes: near.isEmpty ? [] : ["nearest: " + Wording.list(near.map(Wording.quoted))],
      edits: near.first.map { [Diagnostic.Edit(marker.span, Wording.quoted($0))] } ?? [])
  }

  /// More values than anyone would have mistyped.
  private static let mostCandidates = 5000

  /// What a mistyped marker may have meant: the values, or of numbers and dates the two at the ends,
  /// where markers are.
  private static func candidates(_ column: Column) -> [String] {
    switch column.values {
    case .coded(let coded): return Array(coded.dictionary.prefix(mostCandidates))
    case .lists(let lists): return Array(lists.dictionary.prefix(mostCandidates))
    case .flags: return ["yes", "no"]
    case .integers(let values): return ends(column, values).map { String($0) }
    case .numbers(let values):
      return ends(column, values).map { Int(exactly: $0).map(String.init) ?? String($0) }
    case .dates(let values):
      return ends(column, values).map { CalendarDate(dayNumber: $0).description }
    }
  }

  private static func ends<Value: Comparable & BitwiseCopyable>(
    _ column: Column, _ values: Storage<Value>
  ) -> [Value] {
    var least: Value?
    var most: Value?
    column.recorded.forEachRow { row in
      let value = values[row]
      least = least.map { min($0, value) } ?? value
      most = most.map { max($0, value) } ?? value
    }
    return [least, most].compactMap { $0 }
  }

  // MARK: Relations

  /// `define relation mother as children.mother_id to people.id called children`.
  mutating func bindRelation(_ definition: RelationDefinition) -> BoundStatement? {
    let child = bindKey(definition.child)
    let parent = bindKey(definition.parent)
    guard let child, let parent else { return nil }
    guard child.fields.count == parent.fields.count else {
      report(
        .typeMismatch, "the two sides name \(child.fields.count) and \(parent.fields.count) fields",
        at: definition.parent.span,
        notes: ["each field of the one side is found by one of the other"])
      return nil
    }
    var relation = Relation(
      name: definition.name.text, inverseName: "", childTable: child.table,
      childFields: child.fields, parentTable: parent.table, parentFields: parent.fields)
    relation.inverseName = definition.inverse?.text ?? inverseName(of: relation)
    guard areFree(relation, definition), isKey(parent, definition.parent) else { return nil }
    return .defineRelation(relation)
  }

  private mutating func bindKey(
    _ key: RelationDefinition.Key
  ) -> (table: Int, fields: [Int])? {
    guard let table = table(of: key.entity) else { return nil }
    var fields: [Int] = []
    for name in key.fields {
      let path = Path([name])
      guard let found = resolve(path, in: Scope(table: table)) else { continue }
      guard found.hops.isEmpty, case .stored(let column) = found.field.reference.key else {
        report(
          .typeMismatch,
          "\(name.text) is no field in the data of "
            + catalogue.data.tables[table].schema.name, at: name.span,
          notes: ["a relation is found by fields that the data hold"])
        continue
      }
      guard found.field.schema.type != .list else {
        report(
          .manyValued, "\(name.text) can hold several values, and so names no one row",
          at: name.span)
        continue
      }
      fields.append(column)
    }
    return fields.count == key.fields.count ? (table, fields) : nil
  }

  /// What the one calls the many: their table's name, with the field where that is taken.
  private func inverseName(of relation: Relation) -> String {
    let relations = catalogue.data.relations
    if let same = relations.first(where: { $0.isSame(as: relation) }) { return same.inverseName }
    let schema = catalogue.data.tables[relation.childTable].schema
    let isTaken = relations.contains {
      $0.parentTable == relation.parentTable && $0.inverseName == schema.name
    }
    let field = schema.fields[relation.childFields[0]].name
    return isTaken ? "\(schema.name)_by_\(field)" : schema.name
  }

  /// Whether no other relation has the names; the same relation may be defined again.
  private mutating func areFree(_ relation: Relation, _ definition: RelationDefinition) -> Bool {
    let others = catalogue.data.relations.filter { !$0.isSame(as: relation) }
    let tables = catalogue.data.tables
    if others.contains(where: {
      $0.childTable == relation.childTable && $0.name == relation.name
    }) {
      report(
        .definitionExists,
        "\(tables[relation.childTable].schema.name) have a relation \"\(relation.name)\" already",
        at: definition.name.span, notes: ["choose another name"])
      return false
    }
    if others.contains(where: {
      $0.parentTable == relation.parentTable && $0.inverseName == relation.inverseName
    }) {
      let span = definition.inverse?.span ?? definition.parent.span
      report(
        .definitionExists,
        "\(tables[relation.parentTable].schema.name) call other rows \"\(relation.inverseName)\" "
          + "already", at: span, notes: ["choose another name: called NAME"])
      return false
    }
    return true
  }

  /// Whether the rows of the parent can be told apart by the key.
  private mutating func isKey(
    _ parent: (table: Int, fields: [Int]), _ key: RelationDefinition.Key
  ) -> Bool {
    let table = catalogue.data.tables[parent.table]
    guard let repeated = table.repeatedKeys(parent.fields) else { return true }
    let names = parent.fields.map { table.schema.fields[$0].name }
    var notes: [String] = []
    if !parent.fields.contains(where: { table.schema.fields[$0].isPersonal }) {
      let values = parent.fields.map {
        Wording.quoted(table.columns[$0].text(ofRow: repeated.firstRow) ?? "")
      }
      notes.append("such as \(Wording.list(values)), again in row \(repeated.firstRow + 1)")
    }
    if !table.schema.primaryKey.isEmpty {
      notes.append("the key of \(table.schema.name): \(Wording.list(table.schema.primaryKey))")
    }
    report(
      .notUnique,
      "\(Wording.list(names)) does not tell the \(table.schema.name) apart: \(repeated.rowCount) "
        + "repeat one that is there before", at: key.span, notes: notes)
    return false
  }
}
