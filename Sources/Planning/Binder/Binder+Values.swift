internal import Bitmaps
internal import Diagnostics
internal import Language
internal import Tables

extension Binder {
  /// The dictionary code of a value written beside a coded or many-valued field.
  mutating func code(of expression: Expression, field: FieldInfo, in scope: Scope) -> Int? {
    switch expression.kind {
    case .group(let inner):
      return code(of: inner, field: field, in: scope)
    case .parameter(let name):
      return bindParameter(name).flatMap { code(of: $0, field: field, in: scope) }
    case .list(let values):
      return onlyValue(values, at: expression.span).flatMap {
        code(of: $0, field: field, in: scope)
      }
    case .literal(let literal):
      return code(ofText: literal.asText, at: expression.span, field: field)
    case .path(let path):
      guard let word = bareWord(expression), !isField(word.text, in: scope) else {
        reportFieldAsValue(path, at: expression.span, field: field, in: scope)
        return nil
      }
      return code(ofText: word.text, at: expression.span, field: field)
    default:
      report(
        .typeMismatch, "\(field.name) can only be compared with a value",
        at: expression.span, notes: [allValues(of: field)])
      return nil
    }
  }

  /// Of how many values those are told that are near another.
  private static let mostValuesNear = 10_000

  /// A value of a field, to show how one is written.
  func example(of field: FieldInfo) -> String {
    // A column that is mapped is checked when its values are first looked at.
    let value = isQuick || field.dictionary.isEmpty ? "VALUE" : field.label(ofCode: 0)
    return Wording.quoted(value)
  }

  /// Looks a value up, and says what is near when it is not there.
  private mutating func code(ofText text: String, at span: Span, field: FieldInfo) -> Int? {
    if isQuick, field.dictionary.count > Self.mostValuesNear { return field.dictionary.startIndex }
    if let code = ValueMatch.code(of: text, in: field) { return code }
    if isQuick {
      report(.unknownValue, "\(field.name) has no value \(Wording.quoted(text))", at: span)
      return nil
    }
    if let reason = reasons(of: field).first(where: {
      ValueMatch.folded($0) == ValueMatch.folded(text)
    }) {
      report(
        .unknownValue, "\"\(reason)\" is a reason why \(field.name) is missing, not a value",
        at: span,
        notes: ["write: \(Wording.name(field.name)) is missing because \(Wording.quoted(reason))"])
      return nil
    }
    reportUnknownValue(text, at: span, field: field)
    return nil
  }

  private mutating func reportUnknownValue(_ text: String, at span: Span, field: FieldInfo) {
    let isLarge = field.dictionary.count > Self.mostValuesNear
    let codes =
      isLarge ? field.dictionary.codes(oneEditFrom: text) : Array(field.dictionary.indices)
    let labels = codes.map { field.label(ofCode: $0) }
    let near = NearestName.nearest(to: text, among: labels)
    var notes: [String] = []
    if !near.isEmpty {
      let counted = near.map { label in
        labels.firstIndex(of: label).flatMap { countOfRows(field, code: codes[$0]) }.map {
          "\(Wording.quoted(label)) (\($0))"
        } ?? Wording.quoted(label)
      }
      notes.append("nearest: " + Wording.list(counted))
    } else if !labels.isEmpty, !isLarge, !field.schema.isPersonal {
      notes.append("values: " + Wording.list(labels.map(Wording.quoted), limit: 8))
    }
    notes += otherFields(holding: text, besides: field)
    if !field.schema.isPersonal { notes.append(allValues(of: field)) }
    report(
      .unknownValue, "\(field.name) has no value \"\(text)\"", at: span, notes: notes,
      edits: near.first.map { [Diagnostic.Edit(span, Wording.quoted($0))] } ?? [])
  }

  /// Where to see every value of a field; with the entity, where its name alone is ambiguous.
  private func allValues(of field: FieldInfo) -> String {
    let tables = catalogue.data.tables
    let owners = tables.indices.filter { catalogue.field(named: field.name, inTable: $0) != nil }
    let entity = Wording.name(tables[field.reference.table].schema.name)
    let name = Wording.name(field.name)
    return "all values: values " + (owners.count > 1 ? "\(entity).\(name)" : name)
  }

  /// Other fields of the same table that do hold the value.
  private func otherFields(holding text: String, besides field: FieldInfo) -> [String] {
    catalogue.fields(ofTable: field.reference.table)
      .filter { $0.reference != field.reference && $0.schema.type != .text }
      .compactMap { other in
        ValueMatch.code(of: text, in: other).map {
          "\(Wording.quoted(other.label(ofCode: $0))) is a value of \(Wording.name(other.name))"
        }
      }
  }

  /// `49 children`: the rows that hold a code, where an index can tell at once.
  private func countOfRows(_ field: FieldInfo, code: Int) -> String? {
    guard case .stored(let column) = field.reference.key else { return nil }
    let table = catalogue.data.tables[field.reference.table]
    return Wording.count(table.rows(column: column, code: UInt32(code)).count, table.schema)
  }

  /// A field's name where a value belongs.
  private mutating func reportFieldAsValue(
    _ path: Path, at span: Span, field: FieldInfo, in scope: Scope
  ) {
    // Among so many values, such as identifiers, none would be meant by the name of a field.
    let isLarge = field.dictionary.count > Self.mostValuesNear
    if !isLarge, path.names.count == 1, let code = ValueMatch.code(of: path.text, in: field) {
      let quoted = Wording.quoted(field.label(ofCode: code))
      report(
        .valueIsField, "\(path.text) is a field here; quote it to mean the value", at: span,
        edits: [Diagnostic.Edit(span, quoted)])
      return
    }
    guard resolve(path, in: scope) != nil else { return }
    let labels = isLarge ? [] : field.dictionary.indices.map { field.label(ofCode: $0) }
    let near = NearestName.nearest(to: path.text, among: labels).first
    report(
      .typeMismatch,
      "\(field.name) can only be compared with a value, and \(path.text) is a field", at: span,
      notes: (near.map { ["nearest: \(Wording.quoted($0))"] } ?? []) + [allValues(of: field)],
      edits: near.map { [Diagnostic.Edit(span, Wording.quoted($0))] } ?? [])
  }
}

extension Literal {
  /// The literal as a data file would write it.
  var asText: String {
    switch self {
    case .text(let text): text
    case .number(let number): Self.digits(number)
    case .percent(let number): Self.digits(number) + "%"
    case .quantity(let number, let unit): "\(Self.digits(number)) \(unit.rawValue)"
    case .date(let date):
      date.day.flatMap { CalendarDate(year: date.year, month: date.month, day: $0) }
        .map(\.description) ?? "\(date.year)-\(date.month < 10 ? "0" : "")\(date.month)"
    case .financialYear(let year):
      "\(year)-\((year + 1) % 100 < 10 ? "0" : "")\((year + 1) % 100)"
    case .quarter, .pattern: Formatter.format(Expression(.literal(self), at: Span(0, 0)))
    case .boolean(let value): value ? "yes" : "no"
    }
  }

  private static func digits(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
