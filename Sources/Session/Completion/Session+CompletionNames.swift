internal import Diagnostics
internal import Language
internal import LineEditing
internal import Planning
internal import Rendering
internal import Tables

extension CompletionContext {
  /// The word that begins the statement.
  fileprivate var firstWord: String {
    before.prefix { !$0.isWhitespace }.lowercased()
  }
}

extension Session {
  /// Entities, fields, relations, functions, formats, options and topics.
  func nameCandidates(_ context: CompletionContext) -> [Candidate] {
    let continuation = continuation(context)
    var candidates: [Candidate] = []
    // Functions are rarely meant: they come after the names of the data.
    let functionsLast = context.expected.sorted { $0.thing != .function && $1.thing == .function }
    for (thing, scope) in functionsLast {
      switch thing {
      case .entity: candidates += fittingEntities(context, continuation)
      case .field: candidates += fieldCandidates(scope, continuation)
      case .anyField: candidates += anyFieldCandidates(scope, in: context)
      case .relation: candidates += relationCandidates(scope)
      case .function:
        candidates += functionCandidates(context, continuation)
      case .format: candidates += OutputFormat.all.map { Candidate($0.name, note: $0.summary) }
      case .measure:
        candidates += (workspace?.catalogue.namedMeasures ?? []).map {
          Candidate(QueryText.name($0.name), note: $0.text)
        }
      case .dialect:
        candidates += SQLDialect.allCases.map { Candidate($0.rawValue, note: "SQL") }
      case .option:
        candidates += SettingOption.allCases.map {
          Candidate($0.rawValue, note: "\(settings.value(of: $0)): \($0.summary)")
        }
      case .optionValue(let option): candidates += optionValueCandidates(option)
      case .helpTopic:
        candidates += HelpTopic.all.map { Candidate($0.name, note: $0.summary) }
        candidates += entityCandidates + anyFieldCandidates(scope, in: context)
      case .file, .value: break
      }
    }
    return candidates
  }

  private func optionValueCandidates(_ name: String) -> [Candidate] {
    guard let option = SettingOption(rawValue: name.lowercased()) else { return [] }
    let current = settings.value(of: option)
    return option.values.map { Candidate($0, note: $0 == current ? "as it is now" : "") }
  }

  private var entityCandidates: [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    let tables = catalogue.data.tables.map {
      Candidate(QueryText.name($0.schema.name), note: "\($0.rowCount) rows")
    }
    return tables + catalogue.namedSets.map { Candidate(QueryText.name($0.name), note: $0.text) }
  }

  /// The entities that mean something at the cursor: those that have the fields named before it.
  private func fittingEntities(
    _ context: CompletionContext, _ continuation: Continuation?
  ) -> [Candidate] {
    // A definition goes on in ways of its own.
    guard let continuation, context.firstWord != "define" else { return entityCandidates }
    return entityCandidates.filter { continuation.canEnd(name: $0.text, of: $0.text) }
  }

  private func fieldCandidates(
    _ scope: CompletionScope, _ continuation: Continuation?
  ) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    guard let table = CompletionPlace.table(of: scope, in: catalogue) else {
      // Before the entity is known, as after `percent`: the fields of all.
      guard scope.entity == nil, scope.prefix.isEmpty else { return [] }
      return catalogue.data.tables.indices.flatMap { fitting($0, continuation, catalogue) }
    }
    let relations = catalogue.data.relations.filter { $0.childTable == table }.map {
      Candidate(
        QueryText.name($0.name) + ".",
        note: "one of the \(catalogue.data.tables[$0.parentTable].schema.name)")
    }
    return fitting(table, continuation, catalogue) + relations
  }

  /// The fields of a table that mean something at the cursor.
  private func fitting(
    _ table: Int, _ continuation: Continuation?, _ catalogue: Catalogue
  ) -> [Candidate] {
    let entity = QueryText.name(catalogue.data.tables[table].schema.name)
    return fields(ofTable: table, catalogue).filter {
      continuation?.canHold(name: $0.text, of: entity) ?? true
    }
  }

  private func fields(ofTable table: Int, _ catalogue: Catalogue) -> [Candidate] {
    catalogue.fields(ofTable: table).map { field in
      Candidate(QueryText.name(field.name), note: field.definition ?? field.schema.title)
    }
  }

  /// The fields of every entity, those of one name with the entity's.
  private func anyFieldCandidates(
    _ scope: CompletionScope, in context: CompletionContext
  ) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    if let first = scope.prefix.first {
      guard let table = catalogue.data.tableIndex(named: first) else { return [] }
      return fields(ofTable: table, catalogue)
    }
    let byTable = catalogue.data.tables.indices.map { fields(ofTable: $0, catalogue) }
    let owners = Dictionary(grouping: byTable.flatMap { $0.map(\.text) }, by: \.self)
    let candidates = zip(catalogue.data.tables, byTable).flatMap { table, fields in
      fields.map { field in
        guard owners[field.text, default: []].count > 1 else { return field }
        return Candidate("\(QueryText.name(table.schema.name)).\(field.text)", note: field.note)
      }
    }
    guard context.firstWord == "find", let continuation = continuation(context) else {
      return candidates
    }
    return candidates.filter { continuation.canEnd(name: $0.text, of: "") }
  }

  private func relationCandidates(_ scope: CompletionScope) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    guard let table = CompletionPlace.table(of: scope, in: catalogue) else {
      return scope.entity == nil ? entityCandidates : []
    }
    return relations(to: table, catalogue).map { relation in
      Candidate(relation.name, note: "of the \(catalogue.data.tables[relation.table].schema.name)")
    }
  }
}
