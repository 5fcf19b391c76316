internal import Bitmaps
internal import Diagnostics
internal import Language
internal import LineEditing
internal import Planning
internal import Rendering
internal import Tables

extension Session {
  /// What could be typed at a place of a statement: the parser's expectations, filled in with the
  /// names and values of the data.
  func completion(of text: String, atByte cursor: Int) -> Completion {
    if let correction, text.allSatisfy(\.isWhitespace) {
      return Completion(
        replaceFrom: 0, candidates: [Candidate(correction, note: "the corrected statement")])
    }
    let context = CompletionContext.at(cursor: cursor, in: text)
    var candidates = values(context)
    // Where a value is wanted and nothing is typed yet, fields and functions would only bury it.
    if !context.isInQuotes {
      let wantsValue = !candidates.isEmpty && context.typed.isEmpty
      if !wantsValue { candidates += names(context) }
      candidates += context.keywords.filter { !wantsValue || $0 != "count of" }.map {
        Candidate($0)
      }
    }
    return Completion(
      replaceFrom: context.replaced.start,
      candidates: CandidateRanking.ranked(candidates, typed: context.typed))
  }

  /// Entities, fields, relations, functions, formats, options and topics.
  private func names(_ context: CompletionContext) -> [Candidate] {
    var candidates: [Candidate] = []
    // Functions are rarely meant: they come after the names of the data.
    let functionsLast = context.expected.sorted { $0.thing != .function && $1.thing == .function }
    for (thing, scope) in functionsLast {
      switch thing {
      case .entity: candidates += entityCandidates
      case .field: candidates += fieldCandidates(scope)
      case .anyField: candidates += anyFieldCandidates(scope)
      case .relation: candidates += relationCandidates(scope)
      case .function:
        candidates += NumericFunction.allCases.map {
          Candidate($0.rawValue + "(", note: $0.summary)
        }
      case .format:
        candidates += OutputFormat.all.map { Candidate($0.name, note: $0.summary) }
      case .measure:
        candidates += (workspace?.catalogue.namedMeasures ?? []).map {
          Candidate(QueryText.name($0.name), note: $0.text)
        }
      case .dialect:
        candidates += SQLDialect.allCases.map { Candidate($0.rawValue, note: "SQL") }
      case .option:
        candidates += SettingOption.allCases.map { Candidate($0.rawValue, note: $0.summary) }
      case .optionValue(let option):
        candidates += (SettingOption(rawValue: option.lowercased())?.values ?? []).map {
          Candidate($0)
        }
      case .helpTopic:
        candidates += HelpTopic.all.map { Candidate($0.name, note: $0.summary) }
      case .file, .value: break
      }
    }
    return candidates
  }

  private var entityCandidates: [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    let tables = catalogue.data.tables.map {
      Candidate(QueryText.name($0.schema.name), note: "\($0.rowCount) rows")
    }
    return tables + catalogue.namedSets.map { Candidate(QueryText.name($0.name), note: $0.text) }
  }

  private func fieldCandidates(_ scope: CompletionScope) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    guard let table = CompletionPlace.table(of: scope, in: catalogue) else {
      // Before the entity is known, as after `percent`: the fields of all.
      guard scope.entity == nil, scope.prefix.isEmpty else { return [] }
      return catalogue.data.tables.indices.flatMap { fields(ofTable: $0, catalogue) }
    }
    let relations = catalogue.data.relations.filter { $0.childTable == table }.map {
      Candidate(
        QueryText.name($0.name) + ".",
        note: "one of the \(catalogue.data.tables[$0.parentTable].schema.name)")
    }
    return fields(ofTable: table, catalogue) + relations
  }

  private func fields(ofTable table: Int, _ catalogue: Catalogue) -> [Candidate] {
    catalogue.fields(ofTable: table).map { field in
      Candidate(
        QueryText.name(field.name),
        note: field.definition ?? (field.schema.title.isEmpty ? "" : field.schema.title))
    }
  }

  private func anyFieldCandidates(_ scope: CompletionScope) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    if let first = scope.prefix.first {
      guard let table = catalogue.data.tableIndex(named: first) else { return [] }
      return fields(ofTable: table, catalogue)
    }
    return catalogue.data.tables.indices.flatMap { fields(ofTable: $0, catalogue) }
  }

  private func relationCandidates(_ scope: CompletionScope) -> [Candidate] {
    guard let catalogue = workspace?.catalogue else { return [] }
    guard let table = CompletionPlace.table(of: scope, in: catalogue) else {
      return scope.entity == nil ? entityCandidates : []
    }
    return catalogue.data.relations.filter { $0.parentTable == table }.map { relation in
      let child = catalogue.data.tables[relation.childTable].schema
      let name = relation.inverseName == child.name ? child.singular : relation.inverseName
      return Candidate(QueryText.name(name), note: "of the \(child.name)")
    }
  }

  /// Values of the field that is compared, each with its label and count.
  private func values(_ context: CompletionContext) -> [Candidate] {
    guard let catalogue = workspace?.catalogue,
      let scope = context.expected.first(where: { $0.thing == .value })?.scope,
      let field = CompletionPlace.subject(of: scope, in: catalogue)
    else { return [] }
    if field.schema.type == .boolean { return [Candidate("yes"), Candidate("no")] }
    guard !field.schema.isPersonal else { return [] }
    return field.dictionary.indices.prefix(CandidateRanking.mostValues).map { code in
      let label = field.label(ofCode: code)
      return Candidate(QueryText.quoted(label), note: note(field, code, catalogue))
    }
  }

  private func note(_ field: FieldInfo, _ code: Int, _ catalogue: Catalogue) -> String {
    guard case .stored(let column) = field.reference.key else { return "" }
    let table = catalogue.data.tables[field.reference.table]
    let value = field.dictionary[code]
    let own = value == field.label(ofCode: code) ? "" : "\(value)  "
    return "\(own)\(table.rows(column: column, code: UInt32(code)).count)"
  }
}

/// Which table and field a place in a statement speaks of.
enum CompletionPlace {
  /// The table of the innermost scope, after the names before the dot.
  static func table(of scope: CompletionScope, in catalogue: Catalogue) -> Int? {
    guard let entity = scope.entity, var table = start(entity, catalogue) else { return nil }
    for path in scope.relations {
      for name in path.dropLast() {
        guard let relation = catalogue.toOneRelation(named: name, fromTable: table) else {
          return nil
        }
        table = catalogue.data.relations[relation].parentTable
      }
      guard let last = path.last,
        let relation = catalogue.toManyRelation(named: last, fromTable: table)
      else { return nil }
      table = catalogue.data.relations[relation].childTable
    }
    return walk(scope.prefix, from: table, catalogue)
  }

  private static func start(_ entity: String, _ catalogue: Catalogue) -> Int? {
    if let set = catalogue.namedSets.first(where: { $0.name == entity }) { return set.set.table }
    return catalogue.data.tableIndex(named: entity)
      ?? (entity.lowercased() == "rows" && catalogue.data.tables.count == 1 ? 0 : nil)
  }

  private static func walk(_ names: [String], from start: Int, _ catalogue: Catalogue) -> Int? {
    var table = start
    for name in names {
      guard let relation = catalogue.toOneRelation(named: name, fromTable: table) else {
        return nil
      }
      table = catalogue.data.relations[relation].parentTable
    }
    return table
  }

  /// The field that a value at the place is compared with.
  static func subject(of scope: CompletionScope, in catalogue: Catalogue) -> FieldInfo? {
    guard let name = scope.subject.last else { return nil }
    var place = scope
    place.prefix = Array(scope.subject.dropLast())
    if let table = table(of: place, in: catalogue) {
      return catalogue.field(named: name, inTable: table)
    }
    guard scope.entity == nil else { return nil }
    return catalogue.data.tables.indices.lazy.compactMap {
      catalogue.field(named: name, inTable: $0)
    }.first
  }
}
