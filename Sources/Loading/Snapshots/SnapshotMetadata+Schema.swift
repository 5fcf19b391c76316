internal import Tables

extension SnapshotMetadata {
  /// What a codebook says of a table.
  struct SchemaEntry: Codable {
    var name: String
    var singular: String
    var title: String
    var description: String
    var fields: [FieldEntry]
    var primaryKey: [String]

    init(_ schema: EntitySchema) {
      name = schema.name
      singular = schema.singular
      title = schema.title
      description = schema.description
      fields = schema.fields.map(FieldEntry.init)
      primaryKey = schema.primaryKey
    }

    var schema: EntitySchema {
      EntitySchema(
        name: name, singular: singular, title: title, description: description,
        fields: fields.map(\.schema), primaryKey: primaryKey)
    }
  }

  /// What a codebook says of a field.
  struct FieldEntry: Codable {
    var name: String
    var type: String
    var title: String
    var description: String
    var categories: [Pair]
    var isOrdered: Bool
    var isCumulative: Bool
    var unit: String?
    var displayUnit: String?
    var missingMarkers: [Pair]
    var dateFormat: String?
    var isPersonal: Bool
    /// Absent where nothing is asked of the values.
    var constraints: ConstraintsEntry?

    /// A value and its label, or a marker and its reason.
    struct Pair: Codable {
      var value: String
      var words: String?
    }

    init(_ field: FieldSchema) {
      name = field.name
      type = Self.name(of: field.type)
      title = field.title
      description = field.description
      categories = field.categories.map { Pair(value: $0.value, words: $0.label) }
      isOrdered = field.isOrdered
      isCumulative = field.isCumulative
      unit = field.unit?.rawValue
      displayUnit = field.displayUnit?.rawValue
      missingMarkers = field.missingMarkers.map { Pair(value: $0.value, words: $0.reason) }
      dateFormat = field.dateFormat
      isPersonal = field.isPersonal
      constraints = field.constraints == .none ? nil : ConstraintsEntry(field.constraints)
    }

    var schema: FieldSchema {
      FieldSchema(
        name: name, type: Self.types[type] ?? .text, title: title, description: description,
        categories: categories.map { Category(value: $0.value, label: $0.words) },
        isOrdered: isOrdered, isCumulative: isCumulative,
        unit: unit.flatMap(MeasureUnit.init(rawValue:)),
        displayUnit: displayUnit.flatMap(MeasureUnit.init(rawValue:)),
        missingMarkers: missingMarkers.map { MissingMarker(value: $0.value, reason: $0.words) },
        dateFormat: dateFormat ?? "", constraints: constraints?.constraints ?? .none,
        isPersonal: isPersonal)
    }

    private static let types: [String: FieldType] = [
      "text": .text, "category": .category, "boolean": .boolean, "integer": .integer,
      "number": .number, "date": .date, "list": .list,
    ]

    private static func name(of type: FieldType) -> String {
      switch type {
      case .text: "text"
      case .category: "category"
      case .boolean: "boolean"
      case .integer: "integer"
      case .number: "number"
      case .date: "date"
      case .list: "list"
      }
    }
  }
}
