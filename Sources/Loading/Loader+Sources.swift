internal import Tables
internal import Threading

/// How a file holds its tables.
enum SourceForm {
  case delimited, json, jsonLines, sqlite

  /// The form of a file, by its name and by how it begins.
  init(of path: String) {
    switch PathText.fileExtension(PathText.uncompressed(path)) {
    case "json", "geojson": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    default: self = SQLiteFile.isOne(path) ? .sqlite : .delimited
    }
  }
}

/// What a file gave: its tables, before each has a name that no other has.
struct LoadedSource: Sendable {
  /// A table without its rows' links.
  struct Part: Sendable {
    var schema: EntitySchema
    var content: Table.Content
    var origin: SourceDescription
  }

  /// A link between two tables of the same file, by their positions.
  struct Link: Sendable {
    var child: Int
    var fields: [String]
    var parent: Int
    var parentFields: [String]
  }

  var parts: [Part] = []
  var links: [Link] = []
  var issues: [LoadIssue] = []
}

extension Loader {
  /// The data files of a folder: JSON stands for itself only where there are no others, because it
  /// often describes them.
  static func dataNames(_ names: [String]) -> [String] {
    let data: Set = [
      "csv", "tsv", "tab", "jsonl", "ndjson", "sqlite", "sqlite3", "db",
    ]
    let files = names.filter {
      data.contains(PathText.fileExtension(PathText.uncompressed($0)))
    }
    let json = names.filter {
      ["json", "geojson"].contains(PathText.fileExtension(PathText.uncompressed($0)))
    }
    return files.isEmpty ? json : files
  }

  /// Whether a JSON file describes a data package: an object with a list of resources.
  static func isPackage(_ path: String, _ options: LoadOptions) -> Bool {
    guard PathText.fileExtension(path) == "json" else { return false }
    let name = PathText.lastComponent(path)
    if name == "datapackage.json" || name.hasSuffix(".datapackage.json") { return true }
    // A descriptor is never as large as data may be.
    guard let file = try? OpenFile(path), let size = file.size, size < 64 << 20,
      let bytes = try? file.readAll()
    else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      var scanner = JSONScanner(
        base: base, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, end: bytes.count,
        isLast: true, scratch: GrowingMemory<UInt8>())
      return (try? scanner.hasListedResources()) ?? false
    }
  }

  /// Reads a file that holds one or several tables with types of their own.
  static func loadSource(
    _ path: String, _ form: SourceForm, named name: String, _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedSource {
    let content =
      form == .sqlite
      ? try SQLiteFile.read(path, options)
      : try json(path, named: name, isLines: form == .jsonLines, options)
    guard !content.tables.isEmpty else {
      throw LoadFailure(
        "\(path) holds no table with rows", notes: content.issues.prefix(3).map(\.text))
    }
    var loaded = LoadedSource(issues: content.issues)
    for table in content.tables {
      let read = SourceReading.infer(table)
      let built = TableBuilding.build(table.raw, read.readings)
      var issues = read.issues + built.issues
      for index in issues.indices {
        if form == .sqlite { issues[index].line = nil }
        if content.tables.count > 1, let field = issues[index].field {
          issues[index].field = "\(table.name).\(field)"
        }
      }
      loaded.issues += issues
      var origin = SourceDescription(
        folder: "", paths: [path], table.raw, read.readings, isDeclared: false)
      origin.isNoText = true
      // A database has no lines.
      if form == .sqlite { origin.lines = [] }
      loaded.parts.append(
        LoadedSource.Part(
          schema: EntitySchema(
            name: table.name, fields: read.readings.map(\.codebook), primaryKey: table.primaryKey),
          content: built.content,
          origin: origin))
    }
    loaded.links = links(content.tables)
    return loaded
  }

  private static func json(
    _ path: String, named name: String, isLines: Bool, _ options: LoadOptions
  ) throws(LoadFailure) -> SourceContent {
    let feed: TextFeed
    do throws(FileProblem) {
      feed = try TextFeed(
        try options.files(under: "").openDecoded(path), declared: nil, threads: Threads.available)
    } catch {
      throw LoadFailure("\(path) cannot be read: \(error.reason)")
    }
    guard !feed.isEmpty else {
      throw LoadFailure(feed.damage.map { "\(path) cannot be read: \($0)" } ?? "\(path) is empty")
    }
    return try JSONReader(feed, file: path, observer: options.observer)
      .read(named: name, isLines: isLines)
  }

  /// The relations that files declare.
  static func relations(
    _ links: [(link: LoadedSource.Link, first: Int)], _ tables: [Table],
    _ origins: [SourceDescription]
  ) -> RelationBuilding {
    var building = RelationBuilding(
      tables, files: origins.map { $0.paths.first ?? "" }, isDeferred: false)
    for (link, first) in links {
      building.add(
        ForeignKeyDescriptor(
          link.fields, to: tables[first + link.parent].schema.name, link.parentFields),
        ofTable: first + link.child)
    }
    return building
  }

  private static func links(_ tables: [SourceTable]) -> [LoadedSource.Link] {
    tables.indices.flatMap { child in
      tables[child].foreignKeys.compactMap { key in
        tables.firstIndex { $0.name == key.table }.map {
          LoadedSource.Link(
            child: child, fields: key.fields, parent: $0, parentFields: key.parentFields)
        }
      }
    }
  }
}

extension ForeignKeyDescriptor {
  /// A key that a source other than a descriptor declares.
  init(_ fields: [String], to resource: String, _ parentFields: [String]) {
    self.fields = OneOrMany(values: fields)
    reference = Reference(resource: resource, fields: OneOrMany(values: parentFields))
  }
}

extension EntitySchema {
  /// The same table under another name.
  func renamed(_ name: String) -> EntitySchema {
    EntitySchema(
      name: name, title: title, description: description, fields: fields, primaryKey: primaryKey)
  }
}

extension JSONScanner {
  /// Whether this is an object with a list of resources.
  mutating func hasListedResources() throws(JSONScanProblem) -> Bool {
    try expect(UInt8(ascii: "{"))
    if try peek() == UInt8(ascii: "}") { return false }
    repeat {
      guard try peek() == UInt8(ascii: "\"") else { throw mistake("a name in quotes") }
      let key = try string()
      try expect(UInt8(ascii: ":"))
      let isList = try peek() == UInt8(ascii: "[")
      if isList, key.offset >= 0,
        UnsafeBufferPointer(start: base + key.offset, count: key.length)
          .elementsEqual("resources".utf8)
      {
        return true
      }
      _ = try skip()
    } while try goesOn(until: UInt8(ascii: "}"))
    return false
  }
}
