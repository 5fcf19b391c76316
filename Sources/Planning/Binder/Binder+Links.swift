internal import Diagnostics
internal import Language
internal import Tables

/// A path that leads to many rows.
struct ManyPath {
  /// The to-one relations before the link.
  var hops: [Int]
  /// The link to many rows.
  var link: RowLink
  /// The names up to and with the link's.
  var written: [Name]
  /// The names after it.
  var rest: [Name]
}

extension Binder {
  /// The link to many rows at the end of a path, and the to-one hops before it.
  mutating func resolveLink(_ path: Path, in scope: Scope) -> (hops: [Int], link: RowLink)? {
    guard var table = scope.table, !scope.isOfGroups else {
      report(
        .typeMismatch, "after having, only measures of the groups can be asked for", at: path.span,
        notes: ["conditions on rows stand after where"])
      return nil
    }
    var hops: [Int] = []
    for name in path.names.dropLast() {
      guard let relation = catalogue.toOneRelation(named: name.text, fromTable: table) else {
        reportNotToOne(name, rest: [], table: table, path: path)
        return nil
      }
      hops.append(relation)
      table = catalogue.data.relations[relation].parentTable
    }
    guard let last = path.names.last else { return nil }
    if let link = link(named: last.text, fromTable: table) { return (hops, link) }
    if Self.isSiblingWord(last.text) {
      reportNoSiblings(last, table: table)
    } else {
      reportNotToMany(last, table: table)
    }
    return nil
  }

  /// The link of a name: a relation to many rows, or the other rows of the same parent.
  func link(named name: String, fromTable table: Int) -> RowLink? {
    if let relation = catalogue.toManyRelation(named: name, fromTable: table) {
      return .children(relation)
    }
    guard Self.isSiblingWord(name) else { return nil }
    return catalogue.siblingRelation(fromTable: table).map { .siblings($0) }
  }

  private static func isSiblingWord(_ name: String) -> Bool {
    ["sibling", "siblings"].contains(name.lowercased())
  }

  /// Where a path turns to many rows: the hops and the link up to there, and the names after it.
  func splitAtMany(_ path: Path, in scope: Scope) -> ManyPath? {
    guard var table = scope.table, !scope.isOfGroups else { return nil }
    var names = path.names[...]
    if names.count > 1, let first = names.first, knownTable(first.text) == table,
      catalogue.toOneRelation(named: first.text, fromTable: table) == nil
    {
      names.removeFirst()
    }
    var found = ManyPath(hops: [], link: .children(0), written: [], rest: [])
    while let name = names.popFirst() {
      found.written.append(name)
      // The field at the end of a path may have the name of a relation.
      if names.isEmpty, catalogue.field(named: name.text, inTable: table) != nil { return nil }
      if let link = link(named: name.text, fromTable: table) {
        found.link = link
        found.rest = Array(names)
        return found
      }
      guard let relation = catalogue.toOneRelation(named: name.text, fromTable: table) else {
        return nil
      }
      found.hops.append(relation)
      table = catalogue.data.relations[relation].parentTable
    }
    return nil
  }

  // MARK: One row

  /// The to-one relations of a path that ends in a row, and not in one of its fields.
  func resolveRow(_ path: Path, in scope: Scope) -> [Int]? {
    guard var table = scope.table, !scope.isOfGroups else { return nil }
    var hops: [Int] = []
    for (index, name) in path.names.enumerated() {
      // A field's name wins.
      if index == path.names.count - 1, catalogue.field(named: name.text, inTable: table) != nil {
        return nil
      }
      guard let relation = catalogue.toOneRelation(named: name.text, fromTable: table) else {
        return nil
      }
      hops.append(relation)
      table = catalogue.data.relations[relation].parentTable
    }
    return hops
  }

  /// `plane is missing`: the row leads to none, for want of a key or of a row that has it.
  mutating func bindMissingRow(_ path: Path, _ hops: [Int], reason: Expression?) -> Condition? {
    if let reason {
      report(
        .typeMismatch, "\(path.text) leads to a row, and only a field is missing for a reason",
        at: reason.span, notes: ["write: \(Wording.path(path)) is missing"])
      return nil
    }
    return hops.reversed().reduce(.constant(false)) {
      .through(relation: $1, $0, isTrueWithoutParent: true)
    }
  }

  /// `no plane`, of which there is one at most.
  ///
  /// - Returns: Whether it was one.
  mutating func reportQuantifiedRow(
    _ quantifier: Quantifier, _ path: Path, _ condition: Expression?, at span: Span,
    in scope: Scope
  ) -> Bool {
    guard condition == nil, quantifier == .any || quantifier == .no,
      resolveRow(path, in: scope) != nil, let table = scope.table
    else { return false }
    let test = quantifier == .any ? "recorded" : "missing"
    report(
      .unknownRelation,
      "one \(catalogue.data.tables[table].schema.singular) has one \(path.text), so no quantifier is "
        + "needed",
      at: span, edits: [Diagnostic.Edit(span, "\(Wording.path(path)) is \(test)")])
    return true
  }

  private mutating func reportNoSiblings(_ name: Name, table: Int) {
    let schema = catalogue.data.tables[table].schema
    let parents = catalogue.data.relations.filter { $0.childTable == table }.map(\.name)
    report(
      .unknownRelation,
      parents.isEmpty
        ? "\(schema.name) have no parent that they could share"
        : "\(schema.name) have several parents, so sibling does not say which they share",
      at: name.span, notes: relationNotes(table: table))
  }

  private mutating func reportNotToMany(_ name: Name, table: Int) {
    let schema = catalogue.data.tables[table].schema
    if catalogue.toOneRelation(named: name.text, fromTable: table) != nil {
      report(
        .unknownRelation, "one \(schema.singular) has one \(name.text), so no quantifier is needed",
        at: name.span, notes: ["write the path: \(Wording.name(name.text)).FIELD"])
      return
    }
    if let field = catalogue.field(named: name.text, inTable: table), field.schema.type == .list {
      report(
        .unknownRelation, "\(name.text) is a many-valued field, not a relation", at: name.span,
        notes: ["write: \(Wording.name(field.name)) has \"VALUE\""])
      return
    }
    let many = catalogue.data.relations.filter { $0.parentTable == table }.flatMap { relation in
      [relation.inverseName, catalogue.data.tables[relation.childTable].schema.singular]
    }
    let everyday = Self.everydayWords[name.text.lowercased()].map { [$0] } ?? []
    let near = everyday.filter(many.contains) + NearestName.nearest(to: name.text, among: many)
    report(
      .unknownRelation, "one \(schema.singular) has no \"\(name.text)\"", at: name.span,
      notes: (near.first.map { ["nearest: \($0)"] } ?? []) + relationNotes(table: table),
      edits: near.first.map { [Diagnostic.Edit(name.span, Wording.name($0))] } ?? [])
  }
}
