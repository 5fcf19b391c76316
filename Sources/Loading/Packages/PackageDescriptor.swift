/// A data package's descriptor as it is written, with whatever is wrong in it left out.
///
/// See <https://datapackage.org/standard/data-package/> and
/// <https://datapackage.org/standard/table-schema/>; version 1 is
/// <https://specs.frictionlessdata.io/data-package/>.
struct PackageDescriptor {
  var name: String?
  var title: String?
  var description: String?
  var version: String?
  var resources: [ResourceDescriptor]?
  /// For every table whose resource and schema say nothing else.
  var missingValues: LabelledValues?
  /// What the standard has no word for.
  var enquire: Extras?

  struct Extras {
    var synthetic: Bool?
    var definitions: String?
  }

  init(_ properties: PropertyReader) {
    name = properties.text("name")
    title = properties.text("title")
    description = properties.text("description")
    version = properties.value("version")?.scalarText
    resources = properties.objects("resources")?.map(ResourceDescriptor.init)
    missingValues = properties.labelledValues("missingValues")
    enquire = properties.object("enquire").map {
      Extras(synthetic: $0.flag("synthetic"), definitions: $0.text("definitions"))
    }
  }
}

struct ResourceDescriptor {
  var name: String?
  var title: String?
  var description: String?
  var path: OneOrMany?
  /// Rows that stand in the descriptor.
  var data: JSONValue?
  /// Where a resource of the time before version 1 lies.
  var url: String?
  var format: String?
  var mediaType: String?
  var encoding: String?
  var dialect: DialectDescriptor?
  /// The path of the file that holds the dialect, where the descriptor does not.
  var dialectFile: String?
  var schema: SchemaDescriptor?
  /// The path of the file that holds the schema, where the descriptor does not.
  var schemaFile: String?
  var missingValues: LabelledValues?
  var enquire: Extras?

  struct Extras {
    var singular: String?
  }

  init(_ properties: PropertyReader) {
    name = properties.text("name").flatMap { $0.isEmpty ? nil : $0 }
    title = properties.text("title")
    description = properties.text("description")
    path = properties.oneOrMany("path")
    data = properties.value("data")
    url = properties.text("url")
    format = properties.text("format")?.lowercased()
    mediaType = properties.text("mediatype")?.lowercased()
    encoding = properties.text("encoding")
    let dialect = properties.objectOrFile("dialect")
    self.dialect = dialect.object.map(DialectDescriptor.init)
    dialectFile = dialect.file
    let schema = properties.objectOrFile("schema")
    self.schema = schema.object.map(SchemaDescriptor.init)
    schemaFile = schema.file
    missingValues = properties.labelledValues("missingValues")
    enquire = properties.object("enquire").map { Extras(singular: $0.text("singular")) }
  }
}

struct SchemaDescriptor {
  var fields: [FieldDescriptor]?
  var fieldsMatch: OneOrMany?
  var primaryKey: OneOrMany?
  var foreignKeys: [ForeignKeyDescriptor]?
  var missingValues: LabelledValues?

  init(_ properties: PropertyReader) {
    fields = properties.objects("fields")?.map(FieldDescriptor.init)
    fieldsMatch = properties.oneOrMany("fieldsMatch")
    primaryKey = properties.oneOrMany("primaryKey")
    missingValues = properties.labelledValues("missingValues")
    foreignKeys = properties.objects("foreignKeys")?.compactMap(ForeignKeyDescriptor.init)
    noteNames(properties)
  }

  /// Notes fields without a name, and names that are there twice.
  private func noteNames(_ properties: PropertyReader) {
    var taken: Set<String> = []
    for (index, field) in (fields ?? []).enumerated() {
      guard let name = field.name else {
        properties.note(
          "fields[\(index)]", "has no name; it is taken for the column in its place")
        continue
      }
      if !taken.insert(name).inserted {
        properties.note("fields[\(index)]", "has the name \(name), which another field has too")
      }
    }
  }
}

struct ForeignKeyDescriptor {
  var fields: OneOrMany
  var reference: Reference
  /// What the standard has no word for.
  var enquire: Extras?

  struct Extras {
    /// What the rows call the one that they lead to.
    var name: String?
    /// What that one calls them.
    var inverse: String?
  }

  struct Reference {
    /// Empty, or absent, for the table itself.
    var resource: String?
    var fields: OneOrMany
    /// Another package, which is not read.
    var package: String?
  }

  /// `nil`, with a note, where the fields on one side are not there.
  init?(_ properties: PropertyReader) {
    guard let fields = properties.oneOrMany("fields"),
      let reference = properties.object("reference"), let others = reference.oneOrMany("fields")
    else {
      properties.note(
        "fields", "or those of its reference are missing; the foreign key is not used")
      return nil
    }
    self.fields = fields
    self.reference = Reference(
      resource: reference.text("resource"), fields: others,
      package: reference.text("package") ?? reference.text("datapackage"))
    enquire = properties.object("enquire").map {
      Extras(name: $0.text("name"), inverse: $0.text("inverse"))
    }
  }
}

/// `"x"` or `["x", "y"]`.
struct OneOrMany {
  var values: [String]
}

/// Values, of each the words that stand for it if there are any.
struct LabelledValues {
  struct Element {
    var value: String
    var label: String?
  }

  var elements: [Element] = []
}
