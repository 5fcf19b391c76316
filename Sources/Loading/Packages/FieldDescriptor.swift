internal import Tables

/// A field of a descriptor's schema, as it is written.
struct FieldDescriptor {
  var name: String?
  var title: String?
  var description: String?
  var type: String?
  var format: String?
  /// Of numbers.
  var decimalChar: String?
  var groupChar: String?
  var bareNumber: Bool?
  /// Of lists.
  var delimiter: String?
  var itemType: String?
  /// Of booleans.
  var trueValues: [String]?
  var falseValues: [String]?
  var categories: LabelledValues?
  var categoriesOrdered: Bool?
  var missingValues: LabelledValues?
  var constraints: FieldConstraints
  var enquire: Extras?

  struct Extras {
    var unit: String?
    var displayUnit: String?
    var cumulative: Bool?
    var personal: Bool?
  }

  init(_ properties: PropertyReader) {
    name = properties.text("name").flatMap { $0.isEmpty ? nil : $0 }
    title = properties.text("title")
    description = properties.text("description")
    type = properties.text("type")?.lowercased()
    format = properties.text("format")
    categories = properties.labelledValues("categories")
    categoriesOrdered = properties.flag("categoriesOrdered")
    missingValues = properties.labelledValues("missingValues")
    constraints = properties.object("constraints").map(FieldConstraints.init) ?? .none
    enquire = properties.object("enquire").map {
      Extras(
        unit: $0.text("unit"), displayUnit: $0.text("displayUnit"),
        cumulative: $0.flag("cumulative"), personal: $0.flag("personal"))
    }
    switch type {
    case "number", "integer":
      decimalChar = properties.text("decimalChar")
      groupChar = properties.text("groupChar")
      bareNumber = properties.flag("bareNumber")
    case "boolean":
      trueValues = properties.texts("trueValues")
      falseValues = properties.texts("falseValues")
    case "list":
      delimiter = properties.text("delimiter")
      itemType = properties.text("itemType")
    default: break
    }
  }
}

extension FieldConstraints {
  /// Constraints of a descriptor; any that is not understood is noted.
  init(_ properties: PropertyReader) {
    self.init()
    isRequired = properties.flag("required") ?? false
    isUnique = properties.flag("unique") ?? false
    minimum = properties.scalar("minimum")
    maximum = properties.scalar("maximum")
    exclusiveMinimum = properties.scalar("exclusiveMinimum")
    exclusiveMaximum = properties.scalar("exclusiveMaximum")
    minLength = properties.whole("minLength")
    maxLength = properties.whole("maxLength")
    pattern = properties.text("pattern")
    allowed = properties.texts("enum") ?? []
  }
}
