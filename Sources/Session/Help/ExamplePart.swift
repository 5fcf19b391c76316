internal import Diagnostics
internal import Language
internal import Planning
internal import Tables

/// A piece of an example, with what it stands for in the bundled data.
enum ExamplePart {
  /// Words that stay as they are.
  case fixed(String)
  /// An entity, or the many that a quantifier speaks of.
  case entity(Int, word: String)
  /// The relation to one row of a table, before a dot.
  case link(Int)
  case field(FieldInfo, word: String)
  /// A text in quotes, and how many stood before it since the last field.
  case value(String, index: Int)
  /// `months` after a number.
  case unit(String)

  /// The pieces of an example, in order.
  static func parts(of example: String, in bundled: Catalogue) -> [ExamplePart] {
    let source = SourceText(example)
    var parts: [ExamplePart] = []
    var end = 0
    var tables: [Int] = []
    var valueCount = 0
    for (span, kind) in Highlighting.spans(of: example) {
      let word = source.text(span)
      if span.start > end { parts.append(.fixed(source.text(Span(end, span.start)))) }
      end = span.end
      switch kind {
      case _ where QuantityUnit(rawValue: word) != nil: parts.append(.unit(word))
      case .name:
        let isPath = source.text(Span(end, min(end + 1, source.bytes.count))) == "."
        let part = name(word, isPath: isPath, after: tables, bundled)
        if case .entity(let table, _) = part { tables.append(table) }
        if case .link(let table) = part { tables.append(table) }
        if case .field = part { valueCount = 0 }
        parts.append(part)
      case .string:
        parts.append(.value(word, index: valueCount))
        valueCount += 1
      default:
        parts.append(.fixed(word))
      }
    }
    if end < source.bytes.count {
      parts.append(.fixed(source.text(Span(end, source.bytes.count))))
    }
    return parts
  }

  /// What a name stands for; a field is one of the last entity that has it.
  private static func name(
    _ word: String, isPath: Bool, after tables: [Int], _ bundled: Catalogue
  ) -> ExamplePart {
    if let table = bundled.data.tableIndex(named: word) {
      let isLink =
        isPath
        && tables.last.map { last in
          bundled.toOneRelation(named: word, fromTable: last) != nil
        } ?? false
      return isLink ? .link(table) : .entity(table, word: word)
    }
    let order = tables.reversed() + Array(bundled.data.tables.indices)
    let field = order.lazy.compactMap { bundled.field(named: word, inTable: $0) }.first
    return field.map { .field($0, word: word) } ?? .fixed(word)
  }
}

/// The pieces of an example written anew, with the tables that stand for those of the example.
struct Rewriting {
  let catalogue: Catalogue
  let tables: [Int: Int]
  /// Which of the fields that fit is taken.
  let choice: Int

  /// The example in the names of the data; `nil` where a piece has no counterpart.
  func text(of parts: [ExamplePart]) -> String? {
    var text = ""
    var subject: FieldInfo?
    var places: [Int] = []
    // The same field of the example is the same field throughout, and others are others.
    var taken: [String: String] = [:]
    for part in parts {
      switch part {
      case .fixed(let words): text += words
      case .entity(let table, let word):
        guard let place = tables[table], let name = entity(place, word, after: places.last) else {
          return nil
        }
        places.append(place)
        text += name
      case .link(let table):
        guard let place = tables[table], let last = places.last,
          let relation = catalogue.data.relations.first(where: {
            $0.childTable == last && $0.parentTable == place
          })
        else { return nil }
        text += QueryText.name(relation.name)
      case .field(let model, let word):
        guard let place = tables[model.reference.table],
          let found = counterpart(of: model, in: place, besides: Array(taken.values))
        else { return nil }
        let written = taken[word] ?? found.text
        taken[word] = written
        subject = found.field
        text += written
      case .value(let word, let index): text += value(of: subject, index) ?? word
      case .unit(let word):
        // Where numbers have no unit, `6 months` is 6.
        if subject?.schema.unit != nil { text += word } else { text.removeTrailingBlank() }
      }
    }
    return text
  }

  private func entity(_ table: Int, _ word: String, after last: Int?) -> String? {
    let schema = catalogue.data.tables[table].schema
    guard let last, last != table,
      let relation = catalogue.data.relations.first(where: {
        $0.parentTable == last && $0.childTable == table
      })
    else { return QueryText.name(schema.name) }
    return QueryText.name(
      relation.inverseName == schema.name ? schema.singular : relation.inverseName)
  }

  /// A field of the same kind; for yes and no also a condition on a field of another.
  private func counterpart(
    of model: FieldInfo, in table: Int, besides taken: [String]
  ) -> (field: FieldInfo, text: String)? {
    let keys = catalogue.data.tables[table].schema.primaryKey
    let fields = catalogue.fields(ofTable: table)
    // Keys come last, since they make poor examples.
    let sorted =
      fields.filter { !keys.contains($0.name) } + fields.filter { keys.contains($0.name) }
    var fitting = sorted.filter {
      $0.schema.type == model.schema.type || $0.isNumeric && model.isNumeric
    }.map { ($0, QueryText.name($0.name)) }
    if model.schema.type == .boolean {
      for index in 0..<3 {
        fitting += sorted.filter { $0.schema.type == .category }.compactMap { field in
          value(of: field, index).map { (field, "(\(QueryText.name(field.name)) = \($0))") }
        }
      }
    }
    var free = fitting.filter { !taken.contains($0.1) }
    // Any other field can still be shown; where it does not fit, the statement means nothing.
    if free.isEmpty {
      free = sorted.map { ($0, QueryText.name($0.name)) }.filter { !taken.contains($0.1) }
    }
    return free.isEmpty ? nil : free[choice % free.count]
  }

  private func value(of field: FieldInfo?, _ index: Int) -> String? {
    guard let field, !field.schema.isPersonal, field.schema.type != .text,
      index < field.dictionary.count
    else { return nil }
    // A scale shows more in the middle than at its lowest level.
    let code = field.schema.isOrdered ? min(index + 1, field.dictionary.count - 1) : index
    return QueryText.quoted(field.label(ofCode: code))
  }
}

extension String {
  fileprivate mutating func removeTrailingBlank() { if hasSuffix(" ") { removeLast() } }
}
