internal import Tables

/// Writes what is known of loaded data as a descriptor of the Data Package standard, version 2.
///
/// Everything that was guessed is written out, so that reading it guesses nothing.
struct PackageWriting {
  let data: DataSet
  /// Where each table's rows stand, with paths relative to the descriptor, and how they are written.
  let origins: [SourceDescription]
  /// The definitions script beside the descriptor.
  let definitionsName: String?

  private typealias Properties = [(key: String, value: JSONText)]

  /// The descriptor.
  var text: String {
    var package: Properties = [
      ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .text(data.name)),
    ]
    if data.title != data.name { package.append(("title", .text(data.title))) }
    if !data.description.isEmpty { package.append(("description", .text(data.description))) }
    if let version = data.version { package.append(("version", .text(version))) }
    package.append(("resources", .list(data.tables.indices.map(resource))))
    var extras: Properties = []
    if data.isSynthetic { extras.append(("synthetic", .flag(true))) }
    if let definitionsName { extras.append(("definitions", .text(definitionsName))) }
    if !extras.isEmpty { package.append(("enquire", .object(extras))) }
    return JSONText.object(package).written() + "\n"
  }

  private func resource(_ table: Int) -> JSONText {
    let schema = data.tables[table].schema
    let source = origins[table]
    let paths = source.paths
    let ending = paths.first.map(PathText.fileExtension) ?? "csv"
    var resource: Properties = [
      ("name", .text(schema.name)),
      ("type", .text("table")),
    ]
    if let rows = source.inlineRows {
      resource.append(("data", .written(rows)))
    } else {
      resource.append(("path", paths.count == 1 ? .text(paths[0]) : .texts(paths)))
    }
    if !schema.title.isEmpty { resource.append(("title", .text(schema.title))) }
    if !schema.description.isEmpty { resource.append(("description", .text(schema.description))) }
    if source.inlineRows == nil {
      resource.append(("format", .text(Self.format(ending))))
      resource.append(("encoding", .text(source.encoding)))
    }
    let dialect = Self.dialect(source.dialect)
    if !dialect.isEmpty { resource.append(("dialect", .object(dialect))) }
    resource.append(("schema", .object(self.schema(table))))
    if schema.singular != EnglishNumber.singular(of: schema.name) {
      resource.append(("enquire", .object([("singular", .text(schema.singular))])))
    }
    return .object(resource)
  }

  /// The format of files with an ending.
  private static func format(_ ending: String) -> String {
    switch ending {
    case "tsv", "tab": "tsv"
    case "json": "json"
    case "jsonl", "ndjson": ending
    default: "csv"
    }
  }

  /// What differs from the standard's own dialect.
  private static func dialect(_ dialect: CSVDialect) -> Properties {
    let usual = CSVDialect()
    func character(_ byte: UInt8) -> JSONText { .text(String(Unicode.Scalar(byte))) }
    var properties: Properties = []
    if dialect.delimiter != usual.delimiter {
      properties.append(("delimiter", character(dialect.delimiter)))
    }
    if dialect.quote != usual.quote {
      properties.append(("quoteChar", dialect.quote.map(character) ?? .text("")))
    }
    if !dialect.doublesQuotes { properties.append(("doubleQuote", .flag(false))) }
    if let escape = dialect.escape { properties.append(("escapeChar", character(escape))) }
    if !dialect.hasHeader { properties.append(("header", .flag(false))) }
    if dialect.headerRecords != usual.headerRecords || dialect.countsAllLines {
      properties.append(("headerRows", .list(dialect.headerRecords.map { .number($0) })))
    }
    if dialect.headerJoin != usual.headerJoin {
      properties.append(("headerJoin", .text(dialect.headerJoin)))
    }
    if let comment = dialect.comment { properties.append(("commentChar", character(comment))) }
    if !dialect.commentRecords.isEmpty {
      properties.append(
        ("commentRows", .list(dialect.commentRecords.sorted().map { .number($0) })))
    }
    if dialect.skipsInitialSpace { properties.append(("skipInitialSpace", .flag(true))) }
    return properties
  }

  private func schema(_ table: Int) -> Properties {
    let schema = data.tables[table].schema
    let writings = origins[table].fields
    var properties: Properties = [
      ("fields", .list(zip(schema.fields, writings).map { .object(Self.field($0, $1)) }))
    ]
    if !schema.primaryKey.isEmpty {
      properties.append(("primaryKey", .texts(schema.primaryKey)))
    }
    let keys = data.relations.indices.filter {
      data.relations[$0].childTable == table
    }
    if !keys.isEmpty { properties.append(("foreignKeys", .list(keys.map(foreignKey)))) }
    return properties
  }

  /// A foreign key, with the relation's names where the fields do not give them.
  private func foreignKey(_ position: Int) -> JSONText {
    let relation = data.relations[position]
    let parent = data.tables[relation.parentTable].schema
    let child = data.tables[relation.childTable].schema
    var reference: Properties = [
      ("fields", .texts(relation.parentFields.map { parent.fields[$0].name }))
    ]
    if relation.parentTable != relation.childTable {
      reference.insert(("resource", .text(parent.name)), at: 0)
    }
    var key: Properties = [
      ("fields", .texts(relation.childFields.map { child.fields[$0].name })),
      ("reference", .object(reference)),
    ]
    let usual = RelationBuilding.names(
      relation.childTable, relation.childFields, relation.parentTable, in: data.tables,
      after: Array(data.relations[..<position]))
    var extras: Properties = []
    if relation.name != usual.toOne { extras.append(("name", .text(relation.name))) }
    if relation.inverseName != usual.toMany {
      extras.append(("inverse", .text(relation.inverseName)))
    }
    if !extras.isEmpty { key.append(("enquire", .object(extras))) }
    return .object(key)
  }
}
