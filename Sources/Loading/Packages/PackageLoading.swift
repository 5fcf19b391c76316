internal import FoundationEssentials
internal import Tables

/// Loads a data package: its descriptor, the tables that can be read, and their relations.
///
/// A descriptor with mistakes loads what it can. Nothing is read outside the package's folder.
struct PackageLoading<Source: FileSource> {
  private let source: Source
  private let descriptorName: String
  private let options: LoadOptions
  /// Whether each table is read when it is first needed, which leaves its issues untold.
  private let isDeferred: Bool
  private var issues: [LoadIssue] = []
  private var tables: [Table] = []
  private var files: [String] = []
  private var origins: [SourceDescription] = []
  /// The descriptor's resource for each table.
  private var resources: [ResourceDescriptor] = []

  private init(
    _ descriptorName: String, _ source: Source, _ options: LoadOptions, isDeferred: Bool
  ) {
    self.descriptorName = descriptorName
    self.source = source
    self.options = options
    self.isDeferred = isDeferred
  }

  /// Loads the package of a descriptor.
  ///
  /// - Parameters:
  ///   - options: How its tables are opened.
  ///   - isDeferred: Whether tables whose columns the descriptor all knows are read only when they
  ///     are first needed. For a package that is known to have no issues.
  static func load(
    _ name: String, from source: Source, options: LoadOptions = LoadOptions(),
    isDeferred: Bool = false
  ) throws(LoadFailure) -> LoadedData {
    var loading = PackageLoading(name, source, options, isDeferred: isDeferred)
    return try loading.load()
  }

  private mutating func load() throws(LoadFailure) -> LoadedData {
    let descriptor = try readDescriptor()
    guard let listed = descriptor.resources, !listed.isEmpty else {
      throw LoadFailure(
        "\(descriptorName) lists no resources", notes: ["`resources` must be a list of tables"])
    }
    for (index, resource) in listed.enumerated() { try load(resource, number: index + 1) }
    guard !tables.isEmpty else {
      throw LoadFailure(
        "no table of \(descriptorName) could be read", notes: issues.map(\.text))
    }
    var links = RelationBuilding(tables, files: files, isDeferred: isDeferred)
    for (table, resource) in resources.enumerated() {
      for key in resource.schema?.foreignKeys ?? [] { links.add(key, ofTable: table) }
    }
    issues += links.issues
    let name = descriptor.name ?? "package"
    return LoadedData(
      dataSet: DataSet(
        name: name, title: descriptor.title ?? "", description: descriptor.description ?? "",
        isSynthetic: descriptor.enquire?.synthetic ?? false, tables: tables,
        relations: links.relations, relationIndexes: links.indexes,
        definitions: definitions(descriptor.enquire?.definitions)),
      report: LoadReport(issues), origins: origins)
  }

  private func readDescriptor() throws(LoadFailure) -> PackageDescriptor {
    let bytes: [UInt8]
    do {
      bytes = try source.bytes(of: descriptorName)
    } catch {
      throw LoadFailure("\(descriptorName) cannot be read: \(error.reason)")
    }
    do {
      return try JSONDecoder().decode(PackageDescriptor.self, from: Data(bytes))
    } catch {
      throw LoadFailure(
        "\(descriptorName) is not a JSON object, so it describes no data package",
        notes: ["a CSV file is opened by its own name"])
    }
  }

  private mutating func load(_ resource: ResourceDescriptor, number: Int) throws(LoadFailure) {
    let paths = resource.path?.values ?? []
    let name = resource.name ?? paths.first.map(PathText.stem) ?? "table_\(number)"
    guard let path = paths.first else {
      leaveOut(name, "it has no path; data inside the descriptor is not read yet")
      return
    }
    guard paths.count == 1 else {
      leaveOut(name, "it has several parts, which are not read yet")
      return
    }
    if let refusal = Self.refusal(of: path) {
      leaveOut(name, refusal)
      return
    }
    var resource = resource
    if let file = resource.schemaFile { resource.schema = schema(in: file, of: name) }
    if isDeferred, deferred(resource, named: name, path) { return }
    do {
      let raw = try RawTable.read(
        path, from: source, dialect: Self.dialect(resource.dialect), encoding: resource.encoding,
        observer: options.observer)
      issues += raw.issues
      build(resource, named: name, raw.table)
    } catch {
      if error == .cancelled { throw error }
      leaveOut(name, error.message)
    }
  }

  /// The schema that stands in a file of its own; types are inferred where it cannot be read.
  private mutating func schema(in file: String, of name: String) -> SchemaDescriptor? {
    if let refusal = Self.refusal(of: file) {
      issues.append(
        LoadIssue(
          .badDescriptor, file: descriptorName, field: name,
          message: "its schema is not read: \(refusal); types were inferred"))
      return nil
    }
    if let bytes = try? source.bytes(of: file),
      let schema = try? JSONDecoder().decode(SchemaDescriptor.self, from: Data(bytes))
    {
      return schema
    }
    issues.append(
      LoadIssue(
        .badDescriptor, file: file, field: name,
        message: "this is no readable schema; types were inferred"))
    return nil
  }

  private mutating func build(_ resource: ResourceDescriptor, named name: String, _ raw: RawTable) {
    let read = PackageSchema.readings(raw, resource.schema)
    issues += read.issues
    let built = TableBuilding.build(raw, read.readings)
    issues += built.issues
    tables.append(
      Table(
        schema: Self.schema(resource, named: name, read.readings),
        content: Deferred(built.content)))
    files.append(raw.file)
    addOrigin([raw.file], raw, read.readings, isDeclared: resource.schema?.fields?.isEmpty == false)
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
  private mutating func deferred(
    _ resource: ResourceDescriptor, named name: String, _ path: String
  ) -> Bool {
    guard let fields = resource.schema?.fields, fields.allSatisfy({ $0.name != nil }) else {
      return false
    }
    let columns = fields.map { RawColumn(name: $0.name ?? "", codes: [], texts: []) }
    var header = RawTable(file: path, columns: columns, lineOfRecord: [])
    header.dialect = Self.dialect(resource.dialect) ?? CSVDialect()
    header.encoding = resource.encoding ?? "utf-8"
    let read = PackageSchema.readings(header, resource.schema)
    guard read.issues.isEmpty else { return false }
    let source = source
    let dialect = Self.dialect(resource.dialect)
    let encoding = resource.encoding
    let empty = header
    let content = Deferred {
      let raw = try? RawTable.read(path, from: source, dialect: dialect, encoding: encoding)
      return TableBuilding.build(raw?.table ?? empty, read.readings).content
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

  private mutating func leaveOut(_ name: String, _ reason: String) {
    issues.append(
      LoadIssue(
        .missingResource, file: descriptorName, field: name, message: "left out: \(reason)"))
  }

  /// Why a path is not read: it leaves the package's folder.
  private static func refusal(of path: String) -> String? {
    if path.contains("://") { return "\(path) is not in the package's folder but elsewhere" }
    let leaves = path.hasPrefix("/") || path.split(separator: "/").contains("..")
    return leaves ? "\(path) lies outside the package's folder" : nil
  }

  private static func dialect(_ descriptor: DialectDescriptor?) -> CSVDialect? {
    guard let descriptor else { return CSVDialect() }
    var dialect = CSVDialect()
    if let byte = descriptor.delimiter?.utf8.first { dialect.delimiter = byte }
    if let byte = descriptor.quoteChar?.utf8.first { dialect.quote = byte }
    dialect.hasHeader = descriptor.header ?? true
    return dialect
  }

  /// The text of the definitions script beside the descriptor.
  private mutating func definitions(_ name: String?) -> (name: String, text: String)? {
    guard let name, Self.refusal(of: name) == nil else { return nil }
    do {
      return (name, String(decoding: try source.bytes(of: name), as: UTF8.self))
    } catch {
      issues.append(
        LoadIssue(
          .missingResource, file: name, message: "the definitions cannot be read: \(error.reason)"))
      return nil
    }
  }
}
