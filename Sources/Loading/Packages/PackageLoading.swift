internal import Tables

/// Loads a data package: its descriptor, the tables that can be read, and their relations.
///
/// A descriptor with mistakes loads what it can. Nothing is read outside the package's folder.
struct PackageLoading<Source: FileSource> {
  let source: Source
  let descriptorName: String
  let options: LoadOptions
  let descriptorNotes = DescriptorNotes()
  /// Whether each table is read when it is first needed, which leaves its issues untold.
  let isDeferred: Bool
  var issues: [LoadIssue] = []
  var tables: [Table] = []
  var files: [String] = []
  var origins: [SourceDescription] = []
  /// The descriptor's resource for each table.
  var resources: [ResourceDescriptor] = []
  /// What stands for something missing where nothing closer says so.
  var missingValues: LabelledValues?

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
    tellNotes()
    guard let listed = descriptor.resources, !listed.isEmpty else {
      throw LoadFailure(
        "\(descriptorName) lists no resources", notes: ["`resources` must be a list of tables"])
    }
    missingValues = descriptor.missingValues
    for (index, resource) in listed.enumerated() { try load(resource, number: index + 1) }
    guard !tables.isEmpty else {
      throw LoadFailure(
        "no table of \(descriptorName) could be read", notes: issues.map(\.text))
    }
    var links = RelationBuilding(tables, files: files, isDeferred: isDeferred)
    for (table, resource) in resources.enumerated() {
      for key in resource.schema?.foreignKeys ?? [] { links.add(key, ofTable: table) }
    }
    addRelationIssues(links.issues)
    let name = descriptor.name ?? "package"
    return LoadedData(
      dataSet: DataSet(
        name: name, title: descriptor.title ?? "", description: descriptor.description ?? "",
        version: descriptor.version, isSynthetic: descriptor.enquire?.synthetic ?? false,
        tables: tables, relations: links.relations, relationIndexes: links.indexes,
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
    do throws(JSONProblem) {
      if case .object(let members) = try JSONParser.parse(bytes) {
        return PackageDescriptor(reader(members))
      }
    } catch {
      throw LoadFailure(
        "\(descriptorName) is not a JSON object: line \(error.line): \(error.message)",
        notes: ["a CSV file is opened by its own name"])
    }
    throw LoadFailure(
      "\(descriptorName) is not a JSON object, so it describes no data package",
      notes: ["a CSV file is opened by its own name"])
  }

  /// Reads an object of the descriptor, or of a file that it names.
  private func reader(_ members: [JSONValue.Member], of file: String = "") -> PropertyReader {
    PropertyReader(members, place: file, notes: descriptorNotes)
  }

  /// Tells what was wrong in the descriptor since it was last asked for.
  private mutating func tellNotes() {
    for message in descriptorNotes.take() {
      issues.append(LoadIssue(.badDescriptor, file: descriptorName, message: message))
    }
  }

  private mutating func load(_ resource: ResourceDescriptor, number: Int) throws(LoadFailure) {
    let paths = resource.path?.values ?? []
    let written = resource.name ?? paths.first.map(PathText.stem) ?? "table_\(number)"
    let name = freeName(written)
    if let refusal = ResourceReading.refusal(of: resource, in: source) {
      leaveOut(name, refusal)
      return
    }
    var resource = resource
    if let file = resource.schemaFile {
      resource.schema = object(in: file, "schema", of: name, "types were inferred")
        .map(SchemaDescriptor.init)
    }
    if let file = resource.dialectFile {
      resource.dialect = object(in: file, "dialect", of: name, "the usual one was expected")
        .map(DialectDescriptor.init)
    }
    tellNotes()
    if isDeferred, paths.count == 1, deferred(resource, named: name, paths[0]) { return }
    var reading = ResourceReading(
      resource, of: descriptorName, from: source, observer: options.observer)
    do {
      var raw = try reading.read()
      issues += reading.issues
      build(resource, named: name, &raw)
    } catch {
      if error == .cancelled { throw error }
      issues += reading.issues
      leaveOut(name, ResourceRefusal(reason: error.message))
    }
  }

  /// A name that no table has yet.
  private mutating func freeName(_ written: String) -> String {
    var name = written
    while tables.contains(where: { $0.schema.name == name }) { name += "_2" }
    if name != written {
      issues.append(
        LoadIssue(
          .badDescriptor, file: descriptorName, field: written,
          message: "two resources have this name; the second is called \(name)"))
    }
    return name
  }

  /// An object of the descriptor that stands in a file of its own; `nil`, with a note, where that
  /// cannot be read.
  private mutating func object(
    in file: String, _ kind: String, of name: String, _ outcome: String
  ) -> PropertyReader? {
    if let refusal = PathSafety.refusal(of: file, in: source) {
      issues.append(
        LoadIssue(
          .badDescriptor, file: descriptorName, field: name,
          message: "its \(kind) is not read: \(refusal); \(outcome)"))
      return nil
    }
    if let bytes = try? source.bytes(of: file),
      case .object(let members)? = try? JSONParser.parse(bytes)
    {
      return reader(members, of: file)
    }
    issues.append(
      LoadIssue(
        .badDescriptor, file: file, field: name, message: "this is no readable \(kind); \(outcome)")
    )
    return nil
  }

  private mutating func leaveOut(_ name: String, _ refusal: ResourceRefusal) {
    issues.append(
      LoadIssue(
        refusal.isByDesign ? .leftOut : .missingResource, file: descriptorName, field: name,
        message: "left out: \(refusal.reason)"))
  }

  /// Tells what relations found, but for keys that were told with the primary key.
  private mutating func addRelationIssues(_ found: [LoadIssue]) {
    let told = issues.filter { $0.kind == .duplicateKey }
    issues += found.filter { issue in
      issue.kind != .duplicateKey
        || !told.contains { $0.file == issue.file && $0.record == issue.record }
    }
  }

  /// The text of the definitions script beside the descriptor.
  private mutating func definitions(_ name: String?) -> (name: String, text: String)? {
    guard let name, PathSafety.refusal(of: name, in: source) == nil else { return nil }
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
