internal import Tables

/// Tables of resources: from rows that were read, or by the descriptor alone.
extension PackageLoading {
  /// What of a resource and the package bears on its fields.
  private func context(_ resource: ResourceDescriptor) -> PackageSchema.Context {
    PackageSchema.Context(
      missingValues: resource.missingValues ?? missingValues,
      nullSequence: resource.dialect?.nullSequence,
      hasHeader: resource.dialect?.dialect.hasHeader ?? true,
      isCaseSensitive: resource.dialect?.isCaseSensitive ?? false,
      isInline: resource.path == nil)
  }

  mutating func build(
    _ resource: ResourceDescriptor, named name: String, _ raw: inout RawTable
  ) {
    let read = PackageSchema.readings(raw, resource.schema, context(resource))
    issues += read.issues
    let built = TableBuilding.build(&raw, read.readings)
    issues += built.issues
    let schema = Self.schema(resource, named: name, read.readings)
    let table = Table(schema: schema, content: Deferred(built.content))
    issues += PrimaryKeyCheck(table, raw).issues
    tables.append(table)
    files.append(raw.file)
    let paths = raw.parts.isEmpty ? [raw.file] : raw.parts.map(\.file)
    addOrigin(
      resource.path == nil ? [] : paths, raw, read.readings,
      isDeclared: resource.schema?.fields?.isEmpty == false)
    if resource.path == nil {
      origins[origins.count - 1].inlineRows = resource.data?.json
      origins[origins.count - 1].inlineName = raw.file
    }
    resources.append(resource)
  }

  private static func schema(
    _ resource: ResourceDescriptor, named name: String, _ readings: [FieldReading]
  ) -> EntitySchema {
    EntitySchema(
      name: name, singular: resource.enquire?.singular, title: resource.title ?? "",
      description: resource.description ?? "", fields: readings.map(\.codebook),
      primaryKey: resource.schema?.primaryKey?.values ?? [])
  }

  /// Takes a table in by its descriptor alone, to be read when it is first needed.
  ///
  /// - Returns: Whether the descriptor knows enough: the fields, in the order of the file.
  mutating func deferred(
    _ resource: ResourceDescriptor, named name: String, _ path: String
  ) -> Bool {
    guard let fields = resource.schema?.fields, fields.allSatisfy({ $0.name != nil }) else {
      return false
    }
    let columns = fields.map { RawColumn(name: $0.name ?? "", codes: [], texts: []) }
    var header = RawTable(file: path, columns: columns, lineOfRecord: [])
    header.dialect = ResourceReading<Source>.dialect(of: resource)
    header.encoding = resource.encoding ?? "utf-8"
    var read = PackageSchema.readings(header, resource.schema, context(resource))
    guard read.issues.isEmpty else { return false }
    for index in read.readings.indices { read.readings[index].checksValues = false }
    let readings = read.readings
    let source = source
    let dialect = ResourceReading<Source>.dialect(of: resource)
    let encoding = resource.encoding
    let empty = header
    let content = Deferred {
      var raw =
        (try? RawTable.read(path, from: source, dialect: dialect, encoding: encoding).table)
        ?? empty
      return TableBuilding.build(&raw, readings).content
    }
    tables.append(
      Table(schema: Self.schema(resource, named: name, read.readings), content: content))
    files.append(path)
    addOrigin([path], header, read.readings, isDeclared: true)
    resources.append(resource)
    return true
  }

  private mutating func addOrigin(
    _ paths: [String], _ raw: RawTable, _ readings: [FieldReading], isDeclared: Bool
  ) {
    origins.append(
      SourceDescription(
        folder: source.folderPath, paths: paths, raw, readings,
        isDeclared: isDeclared))
  }
}
