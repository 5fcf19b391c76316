internal import Tables

/// Why a resource is no table here.
struct ResourceRefusal: Error {
  var reason: String
  /// Whether it is left out for what it is, rather than because something is wrong with it.
  var isByDesign = false
}

/// Reads the rows of one resource: from a file or several, or from the descriptor itself.
struct ResourceReading<Source: FileSource> {
  let source: Source
  let resource: ResourceDescriptor
  /// What to call the descriptor in issues.
  let descriptorName: String
  let observer: LoadObserver
  private(set) var issues: [LoadIssue] = []

  init(
    _ resource: ResourceDescriptor, of descriptorName: String, from source: Source,
    observer: LoadObserver
  ) {
    self.resource = resource
    self.descriptorName = descriptorName
    self.source = source
    self.observer = observer
  }

  /// How the files are written.
  var dialect: CSVDialect { Self.dialect(of: resource) }

  /// How the files of a resource are written: as its dialect says, and with tabs where nothing
  /// but their names says so.
  static func dialect(of resource: ResourceDescriptor) -> CSVDialect {
    let declared = resource.dialect ?? DialectDescriptor()
    var dialect = declared.dialect
    let path = resource.path?.values.first ?? ""
    let isTabbed =
      resource.format == "tsv" || resource.mediaType == "text/tab-separated-values"
      || ["tsv", "tab"].contains(PathText.fileExtension(path))
    if isTabbed, !declared.hasDelimiter { dialect.delimiter = UInt8(ascii: "\t") }
    return dialect
  }

  /// Formats that are not read as tables: of files, and of what a descriptor says that they are.
  private static var foreignFormats: Set<String> {
    [
      "png", "jpg", "jpeg", "gif", "svg", "webp", "tif", "tiff", "bmp", "ico", "pdf", "html", "htm",
      "xml", "md", "doc", "docx", "ppt", "pptx", "xls", "xlsx", "ods", "odt", "geojson", "topojson",
      "shp", "kml", "parquet", "arrow", "feather", "zip", "7z", "tar", "mp3", "mp4", "wav", "avi",
      "yaml", "yml", "rdf", "ttl",
    ]
  }

  /// Why a resource is left out by what the descriptor says of it; `nil` for one to be read.
  static func refusal(of resource: ResourceDescriptor, in source: Source) -> ResourceRefusal? {
    let paths = resource.path?.values ?? []
    if resource.data == nil, paths.isEmpty {
      guard let url = resource.url else {
        return ResourceRefusal(reason: "it has neither a path nor data")
      }
      return ResourceRefusal(
        reason: "\(url) is not in the package's folder but elsewhere", isByDesign: true)
    }
    for path in paths {
      if path.contains("://") {
        return ResourceRefusal(
          reason: "\(path) is not in the package's folder but elsewhere", isByDesign: true)
      }
      if let reason = PathSafety.refusal(of: path, in: source) {
        return ResourceRefusal(reason: reason)
      }
    }
    let formats = [resource.format, paths.first.map(PathText.fileExtension)].compactMap { $0 }
    if let foreign = formats.first(where: foreignFormats.contains) {
      return ResourceRefusal(
        reason: "it is \(foreign), which is not read as a table", isByDesign: true)
    }
    return nil
  }

  /// The rows as texts.
  mutating func read() throws(LoadFailure) -> RawTable {
    if let data = resource.data, resource.path == nil { return try readInline(data) }
    let paths = resource.path?.values ?? []
    if isJSON { return try readJSON(paths[0]) }
    return try readParts(paths)
  }

  /// The formats of a value, and of a value a line.
  private static var jsonFormats: Set<String> { ["json", "jsonl", "ndjson"] }

  private var isJSON: Bool { isWritten(in: Self.jsonFormats) }

  private func isWritten(in formats: Set<String>) -> Bool {
    let ending = PathText.fileExtension(resource.path?.values.first ?? "")
    return formats.contains(ending) || resource.format.map(formats.contains) ?? false
  }

  // MARK: Files

  private mutating func readParts(_ paths: [String]) throws(LoadFailure) -> RawTable {
    var parts: [RawTable] = []
    for (index, path) in paths.enumerated() {
      do throws(LoadFailure) {
        parts.append(try read(path, from: source, names: parts.first?.columns.map(\.name)))
      } catch {
        // The first part says what the columns are; without another there are fewer rows.
        if index == 0 || error == .cancelled { throw error }
        issues.append(
          LoadIssue(
            .missingResource, file: path,
            message: "this part of the table is left out: \(error.message)"))
      }
    }
    return RawTable(joining: parts)
  }

  private mutating func read(
    _ path: String, from source: some FileSource, names: [String]?
  ) throws(LoadFailure) -> RawTable {
    let read = try RawTable.read(
      path, from: source, dialect: dialect, encoding: resource.encoding, names: names,
      observer: observer)
    issues += read.issues
    return read.table
  }

  private mutating func readJSON(_ path: String) throws(LoadFailure) -> RawTable {
    let value: JSONValue
    do {
      let bytes = try source.bytes(of: path)
      value =
        isWritten(in: ["jsonl", "ndjson"])
        ? try Self.lines(of: bytes) : try JSONParser.parse(bytes)
    } catch let problem as FileProblem {
      throw LoadFailure("\(path) cannot be read: \(problem.reason)")
    } catch let problem as JSONProblem {
      throw LoadFailure("\(path) is no JSON: line \(problem.line): \(problem.message)")
    } catch {
      throw LoadFailure("\(path) cannot be read")
    }
    return try rows(value, file: path)
  }

  /// The values of a file that has one on each line.
  private static func lines(of bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var values: [JSONValue] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      do throws(JSONProblem) {
        values.append(try JSONParser.parse(Array(line)))
      } catch {
        throw JSONProblem(message: error.message, line: index + 1)
      }
    }
    return .list(values)
  }

  // MARK: Rows in the descriptor

  private mutating func readInline(_ data: JSONValue) throws(LoadFailure) -> RawTable {
    let name = "\(descriptorName)#\(resource.name ?? "data")"
    if case .text(let text) = data {
      let files = MemoryFiles(files: [name: Array(text.utf8)])
      var table = try read(name, from: files, names: nil)
      table.hasLines = true
      return table
    }
    return try rows(data, file: name)
  }

  private mutating func rows(_ value: JSONValue, file: String) throws(LoadFailure) -> RawTable {
    let rows = InlineRows(
      value, file: file, hasHeader: dialect.hasHeader, fields: resource.schema?.fields ?? [])
    guard let rows else {
      throw LoadFailure("its data are no list of rows, each a list or an object")
    }
    issues += rows.issues
    return rows.table
  }
}

/// What may be read: what lies in the package's folder.
enum PathSafety {
  /// Why a path is not read; `nil` for one that is.
  static func refusal(of path: String, in source: some FileSource) -> String? {
    if path.isEmpty { return "a path is empty" }
    if path.contains("://") { return "\(path) is not in the package's folder but elsewhere" }
    let leaves =
      path.hasPrefix("/") || path.hasPrefix("~") || path.split(separator: "/").contains("..")
      || path.utf8.contains(0) || source.leadsOutside(path)
    return leaves ? "\(path) lies outside the package's folder" : nil
  }
}
