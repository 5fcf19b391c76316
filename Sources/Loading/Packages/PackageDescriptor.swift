internal import FoundationEssentials

/// A data package's descriptor as it is written, with whatever is wrong in it left out.
///
/// See <https://datapackage.org/standard/data-package/> and
/// <https://datapackage.org/standard/table-schema/>.
struct PackageDescriptor: Decodable {
  var name: String?
  var title: String?
  var description: String?
  var resources: [ResourceDescriptor]?
  /// What the standard has no word for.
  var enquire: Extras?

  struct Extras: Decodable {
    var synthetic: Bool?
    var definitions: String?
  }

  enum CodingKeys: CodingKey { case name, title, description, resources, enquire }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = container.lenient(.name)
    title = container.lenient(.title)
    description = container.lenient(.description)
    resources = container.lenient(.resources)
    enquire = container.lenient(.enquire)
  }
}

struct ResourceDescriptor: Decodable {
  var name: String?
  var title: String?
  var description: String?
  var path: OneOrMany<String>?
  var encoding: String?
  var dialect: DialectDescriptor?
  var schema: SchemaDescriptor?
  /// The path of the file that holds the schema, where the descriptor does not.
  var schemaFile: String?
  var enquire: Extras?

  struct Extras: Decodable {
    var singular: String?
  }

  enum CodingKeys: CodingKey {
    case name, title, description, path, encoding, dialect, schema, enquire
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = container.lenient(.name)
    title = container.lenient(.title)
    description = container.lenient(.description)
    path = container.lenient(.path)
    encoding = container.lenient(.encoding)
    dialect = container.lenient(.dialect)
    schema = container.lenient(.schema)
    schemaFile = schema == nil ? container.lenient(.schema) : nil
    enquire = container.lenient(.enquire)
  }
}

struct DialectDescriptor: Decodable {
  var delimiter: String?
  var quoteChar: String?
  var header: Bool?

  enum CodingKeys: CodingKey { case delimiter, quoteChar, header }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    delimiter = container.lenient(.delimiter)
    quoteChar = container.lenient(.quoteChar)
    header = container.lenient(.header)
  }
}

struct SchemaDescriptor: Decodable {
  var fields: [FieldDescriptor]?
  var primaryKey: OneOrMany<String>?
  var foreignKeys: [ForeignKeyDescriptor]?
  var missingValues: LabelledValues?

  enum CodingKeys: CodingKey { case fields, primaryKey, foreignKeys, missingValues }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    fields = container.lenient(.fields)
    primaryKey = container.lenient(.primaryKey)
    foreignKeys = container.lenient(.foreignKeys)
    missingValues = container.lenient(.missingValues)
  }
}

struct FieldDescriptor: Decodable {
  var name: String?
  var title: String?
  var description: String?
  var type: String?
  var format: String?
  var delimiter: String?
  var trueValues: [String]?
  var falseValues: [String]?
  var categories: LabelledValues?
  var categoriesOrdered: Bool?
  var missingValues: LabelledValues?
  var allowed: LabelledValues?
  var enquire: Extras?

  struct Extras: Decodable {
    var unit: String?
    var displayUnit: String?
    var cumulative: Bool?
    var personal: Bool?
  }

  private struct Constraints: Decodable {
    var allowed: LabelledValues?
    enum CodingKeys: String, CodingKey { case allowed = "enum" }
    init(from decoder: any Decoder) throws {
      allowed = try decoder.container(keyedBy: CodingKeys.self).lenient(.allowed)
    }
  }

  enum CodingKeys: CodingKey {
    case name, title, description, type, format, delimiter, trueValues, falseValues, categories
    case categoriesOrdered, missingValues, constraints, enquire
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = container.lenient(.name)
    title = container.lenient(.title)
    description = container.lenient(.description)
    type = container.lenient(.type)
    format = container.lenient(.format)
    delimiter = container.lenient(.delimiter)
    trueValues = container.lenient(.trueValues)
    falseValues = container.lenient(.falseValues)
    categories = container.lenient(.categories)
    categoriesOrdered = container.lenient(.categoriesOrdered)
    missingValues = container.lenient(.missingValues)
    allowed = (container.lenient(.constraints) as Constraints?)?.allowed
    enquire = container.lenient(.enquire)
  }
}

struct ForeignKeyDescriptor: Decodable {
  var fields: OneOrMany<String>
  var reference: Reference
  /// What the standard has no word for.
  var enquire: Extras?

  struct Extras: Decodable {
    /// What the rows call the one that they lead to.
    var name: String?
    /// What that one calls them.
    var inverse: String?
  }

  struct Reference: Decodable {
    /// Empty, or absent, for the table itself.
    var resource: String?
    var fields: OneOrMany<String>
  }
}

/// `"x"` or `["x", "y"]`.
struct OneOrMany<Value: Decodable>: Decodable {
  var values: [Value]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let one = try? container.decode(Value.self) {
      values = [one]
    } else {
      values = try container.decode([Value].self)
    }
  }
}

/// Values, each `"x"`, `1` or `{"value": "x", "label": "words"}`.
///
/// A wrong guess at an element's form costs a thrown error, so the form of the one before is tried
/// first: lists hardly ever mix them.
struct LabelledValues: Decodable {
  struct Element {
    var value: String
    var label: String?
  }

  var elements: [Element] = []

  private struct Labelled: Decodable {
    var value: Scalar
    var label: String?
  }

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    var isLabelled = true
    while !container.isAtEnd {
      if isLabelled, let one = try? container.decode(Labelled.self) {
        elements.append(Element(value: one.value.text, label: one.label))
      } else if let one = try? container.decode(Scalar.self) {
        isLabelled = false
        elements.append(Element(value: one.text))
      } else {
        let one = try container.decode(Labelled.self)
        isLabelled = true
        elements.append(Element(value: one.value.text, label: one.label))
      }
    }
  }

  /// A text, number or boolean as a data file would write it.
  private struct Scalar: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let flag = try? container.decode(Bool.self) {
        text = flag ? "true" : "false"
      } else if let whole = try? container.decode(Int.self) {
        text = String(whole)
      } else {
        text = String(try container.decode(Double.self))
      }
    }
  }
}

extension KeyedDecodingContainer {
  /// A property, or nothing when it is absent or of the wrong type.
  fileprivate func lenient<Value: Decodable>(_ key: Key) -> Value? {
    (try? decodeIfPresent(Value.self, forKey: key)) ?? nil
  }
}
