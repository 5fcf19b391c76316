public import Tables
internal import Threading

/// What was loaded, and what was wrong with it.
public struct LoadedData: Sendable {
  /// The tables and their relations.
  public let dataSet: DataSet
  /// The issues met.
  public let report: LoadReport
  /// Where each table was read from, and how; none where that is not known.
  public let origins: [SourceDescription]
  /// Whether they come from the cache of an earlier load.
  public let isCached: Bool
  /// The snapshot that would spare reading them again.
  var cachePlan: CachePlan?

  /// Creates loaded data; issues that know only their record are given its line.
  public init(
    dataSet: DataSet, report: LoadReport, origins: [SourceDescription] = [], isCached: Bool = false
  ) {
    self.dataSet = dataSet
    self.report = report.placed(in: origins)
    self.origins = origins
    self.isCached = isCached
  }
}

/// Opens data packages, and CSV, JSON and SQLite files.
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

  /// Opens other rows of the shape of the bundled data, drawn with another seed.
  ///
  /// An answer to an exercise that is right on both sets is no lucky number.
  public static func loadPractice() throws(LoadFailure) -> LoadedData {
    try PackageLoading.load("datapackage.json", from: BundledFiles(isPractice: true))
  }

  /// Opens one or several paths as one data set.
  ///
  /// - Parameters:
  ///   - paths: Each a `datapackage.json`, a folder that holds one, a folder of data files, or a CSV,
  ///     TSV, JSON, JSON Lines or SQLite file. A package must stand alone.
  ///   - options: How they are opened.
  public static func load(
    paths: [String], options: LoadOptions = LoadOptions()
  ) throws(LoadFailure) -> LoadedData {
    let isSnapshot = paths.contains { PathText.fileExtension($0) == "enqs" }
    guard let folder = options.cacheFolder, !isSnapshot else { return try open(paths, options) }
    let cache = LoadCache(paths, options, folder: folder)
    if let known = cache.load(reload: { try? open(paths, LoadOptions()) }) { return known }
    var options = options
    let log = SourceLog()
    options.log = log
    var loaded = try open(paths, options)
    loaded.cachePlan = cache.plan(log)
    return loaded
  }

  private static func open(
    _ paths: [String], _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedData {
    if paths.count == 1, let path = paths.first {
      if PathText.fileExtension(path) == "enqs" { return try SnapshotReader(path).load() }
      if isPackage(path, options) {
        return try PackageLoading.load(
          PathText.lastComponent(path), from: options.files(under: PathText.folder(path)),
          options: options)
      }
      if let names = FolderFiles.names(in: path) { return try loadFolder(path, names, options) }
    }
    var files: [String] = []
    for path in paths {
      if isPackage(path, options) {
        throw LoadFailure(
          "\(path) is a data package, which is opened by itself",
          notes: ["open the package alone, or CSV files together"])
      }
      if let names = FolderFiles.names(in: path) {
        options.log?.note(PathText.absolute(path))
        files += dataNames(names).map { path + "/" + $0 }
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
        "datapackage.json", from: options.files(under: path), options: options)
    }
    options.log?.note(PathText.absolute(path))
    let files = dataNames(names).map { path + "/" + $0 }
    guard !files.isEmpty else {
      throw LoadFailure(
        "\(path) is a folder without data",
        notes: [
          "a data set is a CSV, JSON or SQLite file, a folder of them, or a folder with "
            + "datapackage.json"
        ])
    }
    return try loadFiles(files, name: PathText.lastComponent(path), options)
  }

  /// What became of a file.
  private typealias Outcome = Result<LoadedSource, LoadFailure>

  /// Reads files, two at a time: while the columns of one are put together, which keeps few
  /// processors busy, the next is read.
  private static func read(_ files: [String], _ options: LoadOptions) -> [Outcome] {
    let sizes = files.map { max(0, SnapshotMetadata.SourceEntry(of: $0).size) }
    options.observer.expect(Array(zip(files, sizes)))
    let names = names(of: files)
    let isLarge = sizes.reduce(0, +) > 1 << 20
    return Threads.map(files.count, threads: isLarge ? min(2, Threads.available) : 1) {
      index -> Outcome in
      do throws(LoadFailure) {
        return .success(try loadFile(files[index], named: names[index], options))
      } catch {
        return .failure(error)
      }
    }
  }

  /// A name for the table of each file, each once.
  private static func names(of files: [String]) -> [String] {
    var names: [String] = []
    for file in files {
      var name = PathText.stem(file)
      while names.contains(name) { name += "_2" }
      names.append(name)
    }
    return names
  }

  private static func loadFiles(
    _ files: [String], name: String, _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedData {
    var tables: [Table] = []
    var links: [(link: LoadedSource.Link, first: Int)] = []
    var origins: [SourceDescription] = []
    var issues: [LoadIssue] = []
    var problems: [LoadFailure] = []
    for (file, outcome) in zip(files, read(files, options)) {
      do throws(LoadFailure) {
        let loaded = try outcome.get()
        links += loaded.links.map { ($0, tables.count) }
        for part in loaded.parts {
          var schema = part.schema
          while tables.contains(where: { $0.schema.name == schema.name }) {
            schema = schema.renamed(schema.name + "_2")
          }
          tables.append(Table(schema: schema, content: Deferred(part.content)))
          origins.append(part.origin)
        }
        issues += loaded.issues
      } catch {
        if error == .cancelled { throw error }
        problems.append(error)
        issues.append(LoadIssue(.missingResource, file: file, message: error.message))
      }
    }
    // A file among others may be missing; one asked for by itself may not.
    if let problem = problems.first, tables.isEmpty || files.count == 1 { throw problem }
    let relations = relations(links, tables, origins)
    issues += relations.issues
    let data = LoadedData(
      dataSet: DataSet(
        name: name, tables: tables, relations: relations.relations,
        relationIndexes: relations.indexes), report: LoadReport(issues), origins: origins)
    guard options.infersRelations else { return data }
    let accepted = data.acceptingProposals()
    return LoadedData(
      dataSet: accepted.data.dataSet, report: LoadReport(issues + accepted.issues),
      origins: origins)
  }

  private static func loadFile(
    _ path: String, named name: String, _ options: LoadOptions
  ) throws(LoadFailure) -> LoadedSource {
    let form = SourceForm(of: path)
    if form != .delimited { return try loadSource(path, form, named: name, options) }
    var raw = try RawTable.read(
      path, from: options.files(under: ""), dialect: nil, encoding: nil,
      observer: options.observer)
    raw.table.file = path
    let inferred = TypeInference.infer(raw.table, entity: name)
    let built = TableBuilding.build(&raw.table, inferred.readings)
    let origin = SourceDescription(
      folder: "", paths: [path], raw.table, inferred.readings, isDeclared: false)
    let part = LoadedSource.Part(
      schema: EntitySchema(name: name, fields: inferred.readings.map(\.codebook)),
      content: built.content, origin: origin)
    return LoadedSource(parts: [part], issues: raw.issues + inferred.issues + built.issues)
  }
}
