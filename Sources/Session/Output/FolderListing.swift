#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What stands in a folder.
enum FolderListing {
  /// More than anyone reads in a menu.
  private static let most = 2000

  /// The names in a folder, sorted, without itself and its parent; none where it cannot be read.
  static func names(in folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < most, let entry = readdir(stream) {
      // The name is a C array at the end of the record.
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted().map { ($0, TextFile.isFolder(folder + "/" + $0)) }
  }
}
