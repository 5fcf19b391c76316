internal import Tables

/// Turns a descriptor's schema into what the product calls one.
struct PackageSchema {
  private let table: RawTable
  private let schema: SchemaDescriptor?
  private let context: Context
  private var issues: [LoadIssue] = []

  /// What of a resource and a package bears on its fields.
  struct Context {
    /// Markers where neither field nor schema names any.
    var missingValues: LabelledValues?
    /// One more marker.
    var nullSequence: String?
    /// Whether the file names its columns.
    var hasHeader = true
    var isCaseSensitive = false
    /// Whether the rows stand in the descriptor, where nothing is written as nothing.
    var isInline = false
  }

  private init(_ table: RawTable, _ schema: SchemaDescriptor?, _ context: Context) {
    self.table = table
    self.schema = schema
    self.context = context
  }

  /// How each column of a table is read, by the descriptor's fields; a column that the descriptor
  /// lacks is inferred.
  static func readings(
    _ table: RawTable, _ schema: SchemaDescriptor?, _ context: Context = Context()
  ) -> (readings: [FieldReading], issues: [LoadIssue]) {
    var run = PackageSchema(table, schema, context)
    let readings = run.readings()
    return (readings, run.issues)
  }

  private mutating func readings() -> [FieldReading] {
    let fields = schema?.fields ?? []
    let rule = rule()
    let matching = FieldMatching(
      table.columns.map(\.name), fields.map(\.name), isCaseSensitive: context.isCaseSensitive,
      byPosition: !context.hasHeader || rule == .exact)
    var names = Set(table.columns.map(\.name))
    let readings = table.columns.enumerated().map { index, column -> FieldReading in
      guard let field = matching.fieldOfColumn[index].map({ fields[$0] }) else {
        return inferred(column, isRemarkable: !fields.isEmpty && !rule.allowsMoreColumns)
      }
      return reading(field, column, named: name(of: column, as: field, &names))
    }
    if !rule.allowsFewerColumns {
      for field in matching.unmatched {
        mismatch(fields[field].name, "the descriptor has this field, and the file does not")
      }
    }
    if rule == .partial, !fields.isEmpty, matching.fieldOfColumn.allSatisfy({ $0 == nil }) {
      mismatch(nil, "not one column is a field of the descriptor")
    }
    return readings
  }

  private mutating func rule() -> FieldMatching.Rule {
    guard let written = schema?.fieldsMatch?.values.first else { return .exact }
    if let rule = FieldMatching.Rule(rawValue: written) { return rule }
    note(nil, "fieldsMatch is no \(written); fields and columns were matched exactly")
    return .exact
  }

  private mutating func mismatch(_ field: String?, _ message: String) {
    issues.append(LoadIssue(.fieldsMismatch, file: table.file, field: field, message: message))
  }

  mutating func note(_ field: String?, _ message: String) {
    issues.append(LoadIssue(.badDescriptor, file: table.file, field: field, message: message))
  }

  private mutating func inferred(_ column: RawColumn, isRemarkable: Bool) -> FieldReading {
    let inferred = TypeInference.infer(
      column, file: table.file, declared: schema == nil ? markers(nil) : [])
    issues += inferred.issues
    if isRemarkable {
      mismatch(column.name, "the descriptor lacks this column; its type was inferred")
    }
    return inferred.reading
  }

  /// What a column is called: as the file says, or as the field where the file names it otherwise.
  private mutating func name(
    of column: RawColumn, as field: FieldDescriptor, _ names: inout Set<String>
  ) -> String {
    guard let name = field.name, name != column.name else { return column.name }
    if context.hasHeader {
      if name.lowercased() == column.name.lowercased() { return column.name }
      // A column that was renamed because another has its name is told already.
      if !column.name.hasPrefix(name + "_") {
        mismatch(
          column.name,
          "the descriptor calls this column \(name); so it is called, since no other column is")
      }
    }
    return names.insert(name).inserted ? name : column.name
  }

  /// The texts that stand for something missing in a field.
  private func markers(_ field: FieldDescriptor?) -> [MissingMarker] {
    let missing = field?.missingValues ?? schema?.missingValues ?? context.missingValues
    var markers =
      missing?.elements.map { MissingMarker(value: $0.value, reason: $0.label) }
      ?? [MissingMarker(value: "")]
    let others = [context.nullSequence, context.isInline ? "" : nil].compactMap { $0 }
    for other in others where !markers.contains(where: { $0.value == other }) {
      markers.append(MissingMarker(value: other))
    }
    return markers
  }

  private mutating func reading(
    _ field: FieldDescriptor, _ column: RawColumn, named name: String
  ) -> FieldReading {
    var result = FieldReading(
      schema: FieldSchema(
        name: name, type: .text, title: field.title ?? "", description: field.description ?? "",
        categories: categories(of: field), isOrdered: field.categoriesOrdered ?? false,
        isCumulative: field.enquire?.cumulative ?? false,
        unit: field.enquire?.unit.flatMap(MeasureUnit.init(rawValue:)),
        displayUnit: field.enquire?.displayUnit.flatMap(MeasureUnit.init(rawValue:)),
        missingMarkers: markers(field), constraints: field.constraints,
        isPersonal: field.enquire?.personal ?? false))
    result.isDeclared = true
    var typing = FieldTyping(field, column, result)
    result = typing.typed()
    for message in typing.notes { note(name, message) }
    if let message = typing.remark {
      issues.append(LoadIssue(.readAs, file: table.file, field: name, message: message))
    }
    return result
  }

  /// The values of the codebook, or those that are the only ones allowed; each once.
  private func categories(of field: FieldDescriptor) -> [Category] {
    if let categories = field.categories {
      var taken: Set<String> = []
      return categories.elements.filter { taken.insert($0.value).inserted }
        .map { Category(value: $0.value, label: $0.label) }
    }
    var taken: Set<String> = []
    return field.constraints.allowed.filter { taken.insert($0).inserted }.map {
      Category(value: $0)
    }
  }
}
