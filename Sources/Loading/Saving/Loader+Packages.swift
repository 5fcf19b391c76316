internal import Tables

/// How data are saved as a package.
public struct PackageRequest: Sendable {
  /// The folder of the package, or the descriptor's own path, which ends in `.json`.
  public var path: String
  /// Whether the files of the data are copied into the folder.
  public var includesData: Bool
  /// Whether files that are there may be overwritten.
  public var replaces: Bool
  /// The script of definitions that goes with the data.
  public var definitions: (name: String, text: String)?

  /// Creates a request.
  public init(
    path: String, includesData: Bool = false, replaces: Bool = false,
    definitions: (name: String, text: String)? = nil
  ) {
    self.path = path
    self.includesData = includesData
    self.replaces = replaces
    self.definitions = definitions
  }
}

extension Loader {
  /// Writes what was understood of loaded data as a data package, so that it is declared the next time.
  ///
  /// The package stands beside the files of the data, since it may lead nowhere outside its folder; or
  /// they are copied into it. Each file is written beside its place and takes its name when it is whole,
  /// the descriptor last; nothing that is there is overwritten unless the request says so.
  /// - Returns: The path of the descriptor, and how many files were copied.
  public static func savePackage(
    _ loaded: LoadedData, _ request: PackageRequest
  ) throws(LoadFailure) -> (path: String, copied: Int) {
    guard loaded.origins.count == loaded.dataSet.tables.count else {
      throw LoadFailure(
        "it is not known which files these data were read from",
        notes: ["open the files themselves, and save the package then"])
    }
    let isFile = PathText.fileExtension(request.path) == "json"
    let parent = isFile ? PathText.folder(request.path) : request.path
    let folder = PackageFolder(
      parent.isEmpty ? "." : parent, isMade: request.includesData, replaces: request.replaces)
    let name = isFile ? PathText.lastComponent(request.path) : "datapackage.json"
    return try folder.save(loaded, descriptor: name, request)
  }
}
