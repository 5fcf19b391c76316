internal import Language
internal import Planning
internal import Tables

extension HelpTopic {
  /// What the loaded data, or a definition, calls by a name: entities, fields, sets and measures.
  static func ofData(named name: String, in catalogue: Catalogue) -> [HelpTopic] {
    var topics: [HelpTopic] = []
    let path = name.split(separator: ".").map(String.init)
    if path.count == 1 {
      if let table = catalogue.data.tableIndex(named: name) {
        topics.append(entity(catalogue.data.tables[table].schema))
      }
      topics += catalogue.namedSets.filter { $0.name == name }.map { set in
        HelpTopic(
          name: set.name, usage: set.name, summary: "A set that was defined: \(set.text).",
          example: "count \(QueryText.name(set.name))")
      }
      topics += catalogue.namedMeasures.filter { $0.name == name }.map { measure in
        HelpTopic(
          name: measure.name, usage: measure.name,
          summary: "A measure that was defined: \(measure.text).")
      }
    }
    guard let field = path.last, path.count <= 2 else { return topics }
    let tables =
      path.count == 2
      ? path.first.flatMap { catalogue.data.tableIndex(named: $0) }.map { [$0] } ?? []
      : Array(catalogue.data.tables.indices)
    return topics
      + tables.compactMap { table in
        catalogue.field(named: field, inTable: table).map { fieldTopic($0, catalogue) }
      }
  }

  private static func entity(_ schema: EntitySchema) -> HelpTopic {
    let about = [schema.title, schema.description].filter { !$0.isEmpty }.joined(separator: ": ")
    return HelpTopic(
      name: schema.name, usage: schema.name,
      summary: about.isEmpty ? "An entity of the data." : "An entity of the data. \(about)",
      details: "Fields: " + schema.fields.map(\.name).joined(separator: ", "),
      example: "describe \(QueryText.name(schema.name))")
  }

  private static func fieldTopic(_ field: FieldInfo, _ catalogue: Catalogue) -> HelpTopic {
    let schema = catalogue.data.tables[field.reference.table].schema
    let entity = QueryText.name(schema.name)
    let name = QueryText.name(field.name)
    let about = field.definition.map { "Defined as \($0)" } ?? field.schema.title
    return HelpTopic(
      name: field.name, usage: "\(schema.name).\(field.name)",
      summary: "A field of the \(schema.name): \(field.schema.type.inWords)."
        + (about.isEmpty ? "" : " \(about)"),
      details: field.schema.description, example: example(field, name, of: entity))
  }

  /// A question that fits the kind of field.
  private static func example(_ field: FieldInfo, _ name: String, of entity: String) -> String {
    switch field.schema.type {
    case .boolean: "percent \(name) of \(entity)"
    case .category: "tabulate \(entity) by \(name)"
    case .list: "tabulate \(entity) by each \(name)"
    case .integer, .number: "summarise \(name) of \(entity)"
    case .date: "count \(entity) by year of \(name)"
    case .text: "count \(entity) where \(name) is recorded"
    }
  }
}

extension FieldType {
  /// What it holds.
  fileprivate var inWords: String {
    switch self {
    case .text: "text"
    case .category: "one of a list of values"
    case .boolean: "yes or no"
    case .integer: "a whole number"
    case .number: "a number"
    case .date: "a date"
    case .list: "any number of values"
    }
  }
}
