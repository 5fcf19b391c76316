/// What a field holds.
public enum FieldType: Sendable, Hashable {
  /// Free text or identifiers; identifiers of digits are text, so that leading zeros stay.
  case text
  /// One of a list of values, from the codebook or few enough to be one.
  case category
  /// Yes or no.
  case boolean
  /// Whole numbers.
  case integer
  /// Numbers with a fraction.
  case number
  /// Calendar dates.
  case date
  /// Any number of values of a category: a many-valued field.
  case list
}

/// The unit of a number, as the codebook states it.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  case days, weeks, months, years
}

/// One value of a category, with the words that stand for it.
public struct Category: Sendable, Hashable {
  /// The value as the data file writes it.
  public var value: String
  /// What to show and to match as well; the value itself when the codebook gives none.
  public var label: String
  /// Creates a category.
  public init(value: String, label: String? = nil) {
    self.value = value
    self.label = label ?? value
  }
}

/// A marker in a data file that means "no value", and why.
public struct MissingMarker: Sendable, Hashable {
  /// The marker as the data file writes it; often empty.
  public var value: String
  /// The reason in words, such as `refused`; `nil` when the codebook gives none.
  public var reason: String?
  /// Creates a marker.
  public init(value: String, reason: String? = nil) {
    self.value = value
    self.reason = reason
  }
}

/// What a codebook says of one field.
public struct FieldSchema: Sendable {
  /// The name, as the data file's header writes it.
  public var name: String
  /// A short heading for people; empty when the codebook gives none.
  public var title: String
  /// A sentence or more; empty when the codebook gives none.
  public var description: String
  /// What the field holds.
  public var type: FieldType
  /// The values of a category or list, in codebook order; empty when the codebook lists none.
  public var categories: [Category]
  /// Whether the categories are levels of a scale, lowest first.
  public var isOrdered: Bool
  /// Whether each level of the scale includes the levels above it in published counts.
  public var isCumulative: Bool
  /// The unit numbers are stored in.
  public var unit: MeasureUnit?
  /// The unit that a bare number in a query means; `unit` when the codebook does not say.
  public var displayUnit: MeasureUnit?
  /// Markers of missing values for this field.
  public var missingMarkers: [MissingMarker]
  /// How the data file writes dates, in the patterns of Table Schema such as `%d/%m/%Y`; empty where it
  /// writes them as `2009-07-14`, and for fields of another type.
  public var dateFormat: String
  /// What is asked of its values.
  public var constraints: FieldConstraints
  /// Whether the text is personal or long, so that its values are never offered or listed.
  public var isPersonal: Bool

  /// Creates a field; everything but name and type may be left out.
  public init(
    name: String, type: FieldType, title: String = "", description: String = "",
    categories: [Category] = [], isOrdered: Bool = false, isCumulative: Bool = false,
    unit: MeasureUnit? = nil, displayUnit: MeasureUnit? = nil,
    missingMarkers: [MissingMarker] = [], dateFormat: String = "",
    constraints: FieldConstraints = .none, isPersonal: Bool = false
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.description = description
    self.categories = categories
    self.isOrdered = isOrdered
    self.isCumulative = isCumulative
    self.unit = unit
    self.displayUnit = displayUnit ?? unit
    self.missingMarkers = missingMarkers
    self.dateFormat = dateFormat
    self.constraints = constraints
    self.isPersonal = isPersonal
  }
}

/// What a codebook says of one table.
public struct EntitySchema: Sendable {
  /// The name of many, as in `count children`.
  public var name: String
  /// The name of one, as in `any child (...)`.
  public var singular: String
  /// A short heading; empty when the codebook gives none.
  public var title: String
  /// A sentence or more; empty when the codebook gives none.
  public var description: String
  /// The fields, in file order.
  public var fields: [FieldSchema]
  /// The names of the key's fields; empty when there is no key.
  public var primaryKey: [String]

  /// Creates an entity; the singular is made from the name when left out.
  public init(
    name: String, singular: String? = nil, title: String = "", description: String = "",
    fields: [FieldSchema], primaryKey: [String] = []
  ) {
    self.name = name
    self.singular = singular ?? EnglishNumber.singular(of: name)
    self.title = title
    self.description = description
    self.fields = fields
    self.primaryKey = primaryKey
  }
}
