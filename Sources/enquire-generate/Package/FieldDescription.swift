/// What the descriptor says of one field.
struct FieldDescription: Sendable {
  /// The types of the descriptor's standard that the package uses.
  enum Kind: String, Sendable {
    case string, integer, boolean, date, list
  }

  var name: String
  var kind: Kind
  var title: String
  var description: String
  var categories: [(value: String, label: String)] = []
  var isOrdered = false
  /// Markers of missing values with their reasons; an empty field where there is none.
  var missing: [(value: String, label: String)] = [(value: "", label: "not recorded")]
  var isRequired = false
  var isUnique = false
  /// Members of the product's own object, such as a unit.
  var extras: [(name: String, value: JSONText)] = []

  /// A field without categories.
  init(_ name: String, _ kind: Kind, _ title: String, _ description: String) {
    self.name = name
    self.kind = kind
    self.title = title
    self.description = description
  }

  /// A field of the values of a category, in its order.
  init<Values: CodedValue>(
    _ name: String, _ values: Values.Type, list: Bool = false, _ title: String,
    _ description: String
  ) {
    self.init(name, list ? .list : .string, title, description)
    categories = Values.allCases.map { (value: $0.value, label: $0.label) }
  }

  /// The field with its categories as levels of a scale.
  func ordered() -> FieldDescription {
    var field = self
    field.isOrdered = true
    return field
  }

  /// The field with a value in every row.
  func required() -> FieldDescription {
    var field = self
    field.isRequired = true
    return field
  }

  /// The field as a key.
  func key() -> FieldDescription {
    var field = required()
    field.isUnique = true
    return field
  }

  /// The field with one more marker of missing values.
  func missing(_ value: String, _ label: String) -> FieldDescription {
    var field = self
    field.missing.append((value: value, label: label))
    return field
  }

  /// The field with other markers in place of the empty one.
  func missingOnly(_ markers: [(value: String, label: String)]) -> FieldDescription {
    var field = self
    field.missing = markers
    return field
  }

  /// The field with a member of the product's own object.
  func enquire(_ name: String, _ value: JSONText) -> FieldDescription {
    var field = self
    field.extras.append((name: name, value: value))
    return field
  }

  /// The field as the descriptor writes it.
  var json: JSONText {
    var members: [(name: String, value: JSONText)] = [
      (name: "name", value: .string(name)), (name: "type", value: .string(kind.rawValue)),
      (name: "title", value: .string(title)), (name: "description", value: .string(description)),
    ]
    if kind == .list { members.append((name: "delimiter", value: ";")) }
    if !categories.isEmpty {
      let hasLabels = categories.contains { $0.value != $0.label }
      members.append(
        (
          name: "categories",
          value: hasLabels
            ? .array(categories.map(Self.labelled)) : .strings(categories.map(\.value))
        ))
    }
    if isOrdered { members.append((name: "categoriesOrdered", value: true)) }
    if isRequired {
      let constraint: [(name: String, value: JSONText)] =
        isUnique
        ? [(name: "required", value: true), (name: "unique", value: true)]
        : [(name: "required", value: true)]
      members.append((name: "constraints", value: .object(constraint)))
    } else {
      members.append((name: "missingValues", value: .array(missing.map(Self.labelled))))
    }
    if !extras.isEmpty { members.append((name: "enquire", value: .object(extras))) }
    return .object(members)
  }

  private static func labelled(_ pair: (value: String, label: String)) -> JSONText {
    .object([
      (name: "value", value: .string(pair.value)), (name: "label", value: .string(pair.label)),
    ])
  }
}

/// What the descriptor says of one table.
struct ResourceDescription: Sendable {
  /// The name of many, which is also the file's.
  var name: String
  /// The name of one.
  var singular: String
  var title: String
  var description: String
  var fields: [FieldDescription]
  /// The field that holds the key of another resource's row, and that resource.
  var parent: (field: String, resource: String)?

  /// The name of the file.
  var path: String { name + ".csv" }

  /// The resource as the descriptor writes it.
  var json: JSONText {
    var schema: [(name: String, value: JSONText)] = [
      (name: "fields", value: .array(fields.map(\.json))),
      (name: "primaryKey", value: .strings(["id"])),
    ]
    if let parent {
      let reference = JSONText.object([
        (name: "resource", value: .string(parent.resource)),
        (name: "fields", value: .strings(["id"])),
      ])
      schema.append(
        (
          name: "foreignKeys",
          value: .array([
            .object([
              (name: "fields", value: .strings([parent.field])),
              (name: "reference", value: reference),
            ])
          ])
        ))
    }
    return .object([
      (name: "name", value: .string(name)), (name: "path", value: .string(path)),
      (name: "type", value: "table"), (name: "title", value: .string(title)),
      (name: "description", value: .string(description)), (name: "format", value: "csv"),
      (name: "mediatype", value: "text/csv"), (name: "encoding", value: "utf-8"),
      (name: "schema", value: .object(schema)),
      (
        name: "enquire",
        value: .object([(name: "singular", value: .string(singular))])
      ),
    ])
  }
}
