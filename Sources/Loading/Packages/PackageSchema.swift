internal import Tables

/// Turns a descriptor's schema into what the product calls one.
enum PackageSchema {
  /// How each column of a table is read, by the descriptor's fields of the same name; a column that
  /// the descriptor lacks is inferred.
  static func readings(
    _ table: RawTable, _ schema: SchemaDescriptor?
  ) -> (readings: [FieldReading], issues: [LoadIssue]) {
    var issues: [LoadIssue] = []
    let fields = schema?.fields ?? []
    let readings = table.columns.enumerated().map { index, column -> FieldReading in
      let byName = fields.first { $0.name == column.name }
      // The standard matches fields by position; names that differ only in case still mean it.
      let byPosition =
        index < fields.count && fields[index].name?.lowercased() == column.name.lowercased()
        ? fields[index] : nil
      if let field = byName ?? byPosition {
        return reading(field, named: column.name, schema, file: table.file, &issues)
      }
      let inferred = TypeInference.infer(column, file: table.file)
      issues += inferred.issues
      if !fields.isEmpty {
        issues.append(
          LoadIssue(
            .badDescriptor, file: table.file, field: column.name,
            message: "the descriptor lacks this column; its type was inferred"))
      }
      return inferred.reading
    }
    for field in fields {
      guard let name = field.name,
        !table.columns.contains(where: { $0.name.lowercased() == name.lowercased() })
      else { continue }
      issues.append(
        LoadIssue(
          .badDescriptor, file: table.file, field: name,
          message: "the descriptor has this field, and the file does not"))
    }
    return (readings, issues)
  }

  private static func reading(
    _ field: FieldDescriptor, named name: String, _ schema: SchemaDescriptor?, file: String,
    _ issues: inout [LoadIssue]
  ) -> FieldReading {
    let missing = field.missingValues ?? schema?.missingValues
    let markers =
      missing?.elements.map { MissingMarker(value: $0.value, reason: $0.label) }
      ?? [MissingMarker(value: "")]
    let categories =
      (field.categories ?? field.allowed)?.elements.map {
        Category(value: $0.value, label: $0.label)
      } ?? []
    var result = FieldReading(
      schema: FieldSchema(
        name: name, type: .text, title: field.title ?? "", description: field.description ?? "",
        categories: categories, isOrdered: field.categoriesOrdered ?? false,
        isCumulative: field.enquire?.cumulative ?? false,
        unit: field.enquire?.unit.flatMap(MeasureUnit.init(rawValue:)),
        displayUnit: field.enquire?.displayUnit.flatMap(MeasureUnit.init(rawValue:)),
        missingMarkers: markers, isPersonal: field.enquire?.personal ?? false))
    setType(field, &result, file: file, &issues)
    return result
  }

  private static func setType(
    _ field: FieldDescriptor, _ reading: inout FieldReading, file: String,
    _ issues: inout [LoadIssue]
  ) {
    switch field.type ?? "string" {
    case "boolean":
      reading.schema.type = .boolean
      reading.schema.categories = []
      if let yes = field.trueValues { reading.yes = yes }
      if let no = field.falseValues { reading.no = no }
    case "integer" where reading.schema.categories.isEmpty,
      "year" where reading.schema.categories.isEmpty:
      reading.schema.type = .integer
    case "number" where reading.schema.categories.isEmpty:
      reading.schema.type = .number
    case "date":
      reading.schema.categories = []
      if let format = DateFormat(tableSchema: field.format) {
        reading.schema.type = .date
        reading.dateFormat = format
      } else {
        issues.append(
          LoadIssue(
            .badDescriptor, file: file, field: field.name,
            message: "dates in the format \(field.format ?? "") are not read yet; they stay text"))
      }
    case "list":
      reading.schema.type = .list
      reading.listDelimiter = field.delimiter ?? ","
    default:
      // Codes that the codebook lists are a category, whatever type they are written in.
      reading.schema.type = reading.schema.categories.isEmpty ? .text : .category
    }
  }
}
