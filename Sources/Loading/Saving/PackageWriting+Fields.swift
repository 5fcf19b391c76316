internal import Tables

extension PackageWriting {
  /// What a descriptor says of a field.
  static func field(
    _ field: FieldSchema, _ writing: SourceDescription.FieldWriting
  ) -> [(key: String, value: JSONText)] {
    var properties: [(key: String, value: JSONText)] = [("name", .text(field.name))]
    properties += type(field, writing)
    if !field.title.isEmpty { properties.append(("title", .text(field.title))) }
    if !field.description.isEmpty {
      properties.append(("description", .text(field.description)))
    }
    if !field.categories.isEmpty {
      properties.append(("categories", categories(field.categories)))
      if field.isOrdered { properties.append(("categoriesOrdered", .flag(true))) }
    }
    if let markers = missingValues(field.missingMarkers) {
      properties.append(("missingValues", markers))
    }
    let asked = constraints(field.constraints)
    if !asked.isEmpty { properties.append(("constraints", .object(asked))) }
    let extras = extras(field)
    if !extras.isEmpty { properties.append(("enquire", .object(extras))) }
    return properties
  }

  private static func type(
    _ field: FieldSchema, _ writing: SourceDescription.FieldWriting
  ) -> [(key: String, value: JSONText)] {
    switch field.type {
    case .text, .category:
      return [("type", .text(writing.textType ?? "string"))]
        + (writing.textFormat.map { [("format", .text($0))] } ?? [])
    case .integer: return [("type", .text("integer"))] + numbers(writing)
    case .number: return [("type", .text("number"))] + numbers(writing)
    case .date:
      let format = writing.dateFormat
      return [("type", .text("date"))]
        + (format == .iso ? [] : [("format", .text(format.tableSchema))])
    case .boolean:
      // The standard wants a word for each, also where the data hold only one.
      return [
        ("type", .text("boolean")),
        ("trueValues", .texts(writing.yes.isEmpty ? ["yes"] : writing.yes)),
        ("falseValues", .texts(writing.no.isEmpty ? ["no"] : writing.no)),
      ]
    case .list:
      return [("type", .text("list")), ("delimiter", .text(writing.listDelimiter))]
        + (writing.itemType.map { [("itemType", .text($0))] } ?? [])
    }
  }

  /// How numbers are written, where it is not as programs write them.
  private static func numbers(
    _ writing: SourceDescription.FieldWriting
  ) -> [(key: String, value: JSONText)] {
    guard let numbers = writing.numbers else { return [] }
    var properties: [(key: String, value: JSONText)] = []
    if numbers.decimal != UInt8(ascii: ".") {
      properties.append(("decimalChar", .text(String(Unicode.Scalar(numbers.decimal)))))
    }
    if !numbers.group.isEmpty {
      properties.append(("groupChar", .text(String(decoding: numbers.group, as: UTF8.self))))
    }
    if !numbers.isBare { properties.append(("bareNumber", .flag(false))) }
    return properties
  }

  /// What is asked of the values.
  private static func constraints(
    _ constraints: FieldConstraints
  ) -> [(key: String, value: JSONText)] {
    var properties: [(key: String, value: JSONText)] = []
    if constraints.isRequired { properties.append(("required", .flag(true))) }
    if constraints.isUnique { properties.append(("unique", .flag(true))) }
    let texts = [
      ("minimum", constraints.minimum), ("maximum", constraints.maximum),
      ("exclusiveMinimum", constraints.exclusiveMinimum),
      ("exclusiveMaximum", constraints.exclusiveMaximum), ("pattern", constraints.pattern),
    ]
    for (key, text) in texts { if let text { properties.append((key, .text(text))) } }
    if let least = constraints.minLength { properties.append(("minLength", .number(least))) }
    if let most = constraints.maxLength { properties.append(("maxLength", .number(most))) }
    if !constraints.allowed.isEmpty {
      properties.append(("enum", .texts(constraints.allowed)))
    }
    return properties
  }

  /// Values alone where no label says more.
  private static func categories(_ categories: [Category]) -> JSONText {
    if categories.allSatisfy({ $0.label == $0.value }) { return .texts(categories.map(\.value)) }
    return .list(
      categories.map {
        .object([("value", .text($0.value)), ("label", .text($0.label))])
      })
  }

  /// The markers of missing values; `nil` where they are those of the standard.
  private static func missingValues(_ markers: [MissingMarker]) -> JSONText? {
    if markers == [MissingMarker(value: "")] { return nil }
    if markers.allSatisfy({ $0.reason == nil }) { return .texts(markers.map(\.value)) }
    return .list(
      markers.map { marker in
        .object(
          [("value", .text(marker.value))] + (marker.reason.map { [("label", .text($0))] } ?? []))
      })
  }

  /// What the standard has no word for.
  private static func extras(_ field: FieldSchema) -> [(key: String, value: JSONText)] {
    var extras: [(key: String, value: JSONText)] = []
    if let unit = field.unit { extras.append(("unit", .text(unit.rawValue))) }
    if let shown = field.displayUnit, shown != field.unit {
      extras.append(("displayUnit", .text(shown.rawValue)))
    }
    if field.isCumulative { extras.append(("cumulative", .flag(true))) }
    if field.isPersonal { extras.append(("personal", .flag(true))) }
    return extras
  }
}
