internal import Loading

/// The scripts that a test runs.
enum ScriptSuite {
  /// The scripts of files and folders: each file named, and all `.enq` files in and below each folder,
  /// by name.
  ///
  /// - Returns: The paths that are neither files nor folders, as `absent`.
  static func scripts(_ paths: [String]) -> (found: [String], absent: [String]) {
    var found: [String] = []
    var absent: [String] = []
    for path in paths {
      if TextFile.isFolder(path) {
        found += scripts(below: path, depth: 0)
      } else if TextFile.exists(path) {
        found.append(path)
      } else {
        absent.append(path)
      }
    }
    return (found, absent)
  }

  /// Folders deeper than this are not looked into: a link may lead round in a circle.
  private static let mostDepth = 8

  private static func scripts(below folder: String, depth: Int) -> [String] {
    guard depth < mostDepth else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let paths = (FolderListing.names(in: folder) ?? []).map { base + $0 }
    return paths.filter { $0.hasSuffix(".enq") && !TextFile.isFolder($0) }
      + paths.filter(TextFile.isFolder).flatMap { scripts(below: $0, depth: depth + 1) }
  }
}
