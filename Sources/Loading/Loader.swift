public import Tables

/// What was loaded, and what was wrong with it.
public struct LoadedData: Sendable {
  /// The tables and their relations.
  public let dataSet: DataSet
  /// The issues met.
  public let report: LoadReport
  /// Where each table was read from, and how; none where that is not known.
  public let sources: [SourceDescription]

  /// Creates loaded data; issues that know only their record are given its line.
  public init(dataSet: DataSet, report: LoadReport, sources: [SourceDescription] = []) {
    self.dataSet = dataSet
    self.report = report.placed(in: sources)
    self.sources = sources
  }
}

/// Opens data packages and CSV files.
public enum Loader {
  /// Opens the data package that is part of the program.
  ///
  /// Its tables are read when they are first needed, since start-up is a feature; that the package
  /// has no issues to tell is tested.
  ///
  /// - Parameter isDeferred: Whether its tables are read later; if not, they are read as any package's
  ///   are, and their issues told.
  public static func loadBundled(isDeferred: Bool = true) throws(LoadFailure) -> LoadedData {
    try PackageLoading.load("datapackage.json", from: BundledFiles(), isDeferred: isDeferred)
  }

  /// Opens one or several paths as one data set.
  ///
  /// - Parameters:
  ///   - paths: Each a `datapackage.json`, a folder that holds one, a folder of CSV files, or a CSV
  ///     or TSV file. A package must stand alone.
  ///   - options: How they are opened.
  public static func load(
    paths: [String], options: LoadOptions = LoadOptions()
  ) throws(LoadFailure) -> LoadedData {
    if paths.count == 1, let path = paths.first {
      if PathText.fileExtension(path) == "enqs" { return try SnapshotReader(path).load() }
      if PathText.fileExtension(path) == "json" {
        return try PackageLoading.load(
          PathText.lastComponent(path), from: FolderFiles(folder: PathText.folder(path)),
          options: options)
      }
      if let names = FolderFiles.names(in: path) { return try loadFolder(path, names, options) }
    }
    var files: [String] = []
    for path in paths {
      if PathText.fileExtension(path) == "json" {
        throw LoadFailure(
          "\(path) is a data package, which is opened by itself",
          notes: ["open the package alone, or CSV files together"])
      }
      if let names = FolderFiles.names(in: path) {
        files += csvNames(names).map { path + "/" + $0 }
      } else {
        files.append(path)
      }
    }
    return try loadFiles(files, name: files.first.map(PathText.stem) ?? "data", options)
  }

  private static func loadFolder(
    _ path: String, _ names: [String], _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedData {
    if names.contains("datapackage.json") {
      return try PackageLoading.load(
        "datapackage.json", from: FolderFiles(folder: path), options: options)
    }
    let files = csvNames(names).map { path + "/" + $0 }
    guard !files.isEmpty else {
      throw LoadFailure(
        "\(path) is a folder without data",
        notes: [
          "a data set is a CSV file, a folder of CSV files, or a folder with datapackage.json"
        ])
    }
    return try loadFiles(files, name: PathText.lastComponent(path), options)
  }

  private static func csvNames(_ names: [String]) -> [String] {
    names.filter { ["csv", "tsv", "tab"].contains(PathText.fileExtension($0)) }
  }

  private static func loadFiles(
    _ files: [String], name: String, _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedData {
    var tables: [Table] = []
    var sources: [SourceDescription] = []
    var issues: [LoadIssue] = []
    var problems: [LoadFailure] = []
    for file in files {
      do {
        let loaded = try loadFile(file, taken: tables.map(\.schema.name), options)
        tables.append(loaded.table)
        sources.append(loaded.source)
        issues += loaded.issues
      } catch {
        if error == .cancelled { throw error }
        problems.append(error)
        issues.append(LoadIssue(.missingResource, file: file, message: error.message))
      }
    }
    // A file among others may be missing; one asked for by itself may not.
    if let problem = problems.first, tables.isEmpty || files.count == 1 { throw problem }
    let data = LoadedData(
      dataSet: DataSet(name: name, tables: tables), report: LoadReport(issues), sources: sources)
    guard options.infersRelations else { return data }
    let accepted = data.acceptingProposals()
    return LoadedData(
      dataSet: accepted.data.dataSet, report: LoadReport(issues + accepted.issues),
      sources: sources)
  }

  private static func loadFile(
    _ path: String, taken: [String], _ options: LoadOptions
  ) throws(LoadFailure) -> (table: Table, source: SourceDescription, issues: [LoadIssue]) {
    var raw = try RawTable.read(
      path, from: FolderFiles(folder: ""), dialect: nil, encoding: nil, observer: options.observer)
    raw.table.file = path
    var name = PathText.stem(path)
    while taken.contains(name) { name += "_2" }
    let inferred = TypeInference.infer(raw.table, entity: name)
    let built = TableBuilding.build(raw.table, inferred.readings)
    let table = Table(
      schema: EntitySchema(name: name, fields: inferred.readings.map(\.codebook)),
      content: Deferred(built.content))
    let source = SourceDescription(
      folder: "", paths: [path], raw.table, inferred.readings, isDeclared: false)
    return (table, source, raw.issues + inferred.issues + built.issues)
  }
}
