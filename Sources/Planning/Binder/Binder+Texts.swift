internal import Diagnostics
internal import Language
internal import Tables
internal import TextSearch

/// What is asked of texts.
extension Binder {
  /// `contains`, `mentions` and `matches`.
  mutating func bindTextTest(
    _ subject: Expression, _ test: TextTest, _ mode: HasMode, _ patterns: [Expression],
    in scope: Scope
  ) -> Condition? {
    guard let term = bindTerm(subject, in: scope) else { return nil }
    guard case .coded(let path) = term else {
      reportNotText(subject, term, test, patterns)
      return nil
    }
    let matches = patterns.map { textMatch($0, test) }
    let bound = matches.compactMap { $0 }
    guard bound.count == matches.count else { return nil }
    let parts = bound.map { condition($0, on: path) }
    switch mode {
    case .one: return parts.first
    case .any, .only: return .or(parts)
    case .all: return .and(parts)
    case .none: return .not(.or(parts))
    }
  }

  /// A category has few values, so those that fit are known now; a text is looked at later.
  private func condition(_ match: TextMatch, on path: FieldPath) -> Condition {
    let field = path.field
    guard field.schema.type == .category else {
      return path.wrap(.text(field.reference, match))
    }
    let codes = field.dictionary.indices.filter { match.matches(field.label(ofCode: $0)) }
    return path.wrap(.oneOf(field.reference, codes: codes.map { UInt32($0) }))
  }

  private mutating func textMatch(_ pattern: Expression, _ test: TextTest) -> TextMatch? {
    switch (test, literalOnly(pattern)) {
    case (.contains, .text(let text)):
      guard !text.isEmpty else { break }
      return .contains(SubstringPattern(text))
    case (.mentions, .text(let text)):
      guard let words = WordPattern(text) else { break }
      return .mentions(words)
    case (.matches, .pattern(let source)), (.matches, .text(let source)):
      return regularExpression(source, at: pattern.span)
    default:
      report(
        .badPattern, "\(test.rawValue) needs a text in quotes, not \(Formatter.format(pattern))",
        at: pattern.span,
        edits: bareWord(pattern).map { [Diagnostic.Edit(pattern.span, Wording.quoted($0.text))] }
          ?? [])
      return nil
    }
    report(
      .badPattern, "there is nothing to look for in \(Formatter.format(pattern))", at: pattern.span,
      notes: ["\(test.rawValue) needs at least one \(test == .mentions ? "word" : "letter")"])
    return nil
  }

  private mutating func regularExpression(_ source: String, at span: Span) -> TextMatch? {
    do {
      return .matches(try RegularExpression(source))
    } catch {
      report(
        .badPattern, "the regular expression cannot be read: \(error.message)",
        at: span.length == source.utf8.count + 2
          ? Span(span.start + 1 + error.offset, span.end - 1) : span,
        notes: ["whole words need none: mentions \"WORDS\""])
      return nil
    }
  }

  private mutating func reportNotText(
    _ subject: Expression, _ term: Term, _ test: TextTest, _ patterns: [Expression]
  ) {
    let name = Formatter.format(subject)
    var notes: [String] = []
    var edits: [Diagnostic.Edit] = []
    if case .list = term, let first = patterns.first {
      let fixed = "\(name) has \(Formatter.format(first))"
      notes = ["write: \(fixed)"]
      let whole = patterns.reduce(subject.span) { $0.union($1.span) }
      if case .literal(.text) = first.kind, patterns.count == 1 {
        edits = [Diagnostic.Edit(whole, fixed)]
      }
    }
    report(
      .notText, "\(name) is \(term.description), and \(test.rawValue) looks into texts",
      at: subject.span, notes: notes, edits: edits)
  }

  /// `find "text" in PATH`.
  mutating func bindFind(_ find: Find, text: String) -> BoundFind? {
    let searched = findText(find.path)
    guard let pattern = WordPattern(find.text) else {
      report(
        .badPattern, "there is no word to look for in \"\(find.text)\"", at: find.textSpan)
      return nil
    }
    guard let (table, field) = searched else { return nil }
    let scope = Scope(table: table)
    let mentions = Condition.text(field.reference, .mentions(pattern))
    var set = BoundSet(table: table, condition: mentions)
    if let condition = find.condition {
      guard let bound = bindCondition(condition, in: scope) else { return nil }
      set.condition = .and([bound, mentions])
    }
    return BoundFind(
      pattern: pattern, column: field.reference, keys: keyColumns(of: table), set: set,
      width: find.width, first: find.output.first, text: text)
  }

  /// An entity that has several texts to search, or none: then those of the other entities.
  private mutating func reportWhichText(_ texts: [FieldInfo], of table: Int, at span: Span) {
    let entity = catalogue.data.tables[table].schema.name
    let elsewhere = catalogue.data.tables.indices.flatMap {
      catalogue.fields(ofTable: $0).filter(isFreeText)
    }
    // Long texts are worth searching before names and codes are.
    let long = elsewhere.filter(\.schema.isPersonal)
    let found = texts.isEmpty ? (long.isEmpty ? elsewhere : long) : texts
    let paths = found.map { field in
      let owner = catalogue.data.tables[field.reference.table].schema.name
      return "\(Wording.name(owner)).\(Wording.name(field.name))"
    }
    report(
      .notText,
      texts.isEmpty
        ? "\(entity) have no field of text to search"
        : "say which field of \(entity) is searched", at: span,
      notes: paths.isEmpty ? [] : ["texts: " + Wording.list(paths)],
      edits: paths.first.map { [Diagnostic.Edit(span, $0)] } ?? [])
  }

  /// The field of text that `find` names, or the only one of the entity that it names.
  private mutating func findText(_ path: Path) -> (table: Int, field: FieldInfo)? {
    if path.names.count == 1, let name = path.names.first, let table = knownTable(name.text) {
      let texts = catalogue.fields(ofTable: table).filter(isFreeText)
      if texts.count == 1, let only = texts.first { return (table, only) }
      reportWhichText(texts, of: table, at: path.span)
      return nil
    }
    guard let (table, field) = findField(path) else { return nil }
    guard field.hops.isEmpty,
      field.field.schema.type == .text || field.field.schema.type == .category
    else {
      report(
        .notText,
        field.hops.isEmpty
          ? "\(path.text) is \(Self.term(of: field).description), and find looks into texts"
          : "name the entity that holds the text", at: path.span)
      return nil
    }
    return (table, field.field)
  }

  /// Whether a field holds sentences rather than names or codes.
  private func isFreeText(_ field: FieldInfo) -> Bool {
    guard field.schema.type == .text, case .stored = field.reference.key else { return false }
    let table = catalogue.data.tables[field.reference.table].schema
    let keys = catalogue.data.relations.filter { $0.childTable == field.reference.table }
      .flatMap { relation in relation.childFields.map { table.fields[$0].name } }
    return !(table.primaryKey + keys).contains(field.name)
  }

  /// The fields that say which row it is: its key, and those of its parents.
  private func keyColumns(of table: Int) -> [ColumnExpression] {
    let schema = catalogue.data.tables[table].schema
    let parents = catalogue.data.relations.filter { $0.childTable == table }
      .flatMap { relation in relation.childFields.map { schema.fields[$0].name } }
    var names: [String] = []
    for name in schema.primaryKey + parents where !names.contains(name) { names.append(name) }
    return names.compactMap { name in
      catalogue.field(named: name, inTable: table).map {
        ColumnExpression(name: name, source: .field(hops: [], $0.reference))
      }
    }
  }
}
