internal import CBundledData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file's bytes cannot be had, in words.
struct FileProblem: Error {
  var reason: String
}

/// Where files come from: a file system, the program itself, or memory in tests.
protocol FileSource: Sendable {
  /// The bytes of a file.
  func bytes(of path: String) throws(FileProblem) -> [UInt8]
  /// A file, to be read in blocks.
  func open(_ path: String) throws(FileProblem) -> any ByteSource
  /// The folder that paths are relative to; `nil` where there is none in the file system.
  var folderPath: String? { get }
  /// Whether a path that looks as if it stayed among the files leads elsewhere, by a symbolic link.
  func leadsOutside(_ path: String) -> Bool
}

extension FileSource {
  var folderPath: String? { nil }

  func open(_ path: String) throws(FileProblem) -> any ByteSource {
    MemoryBytes(try bytes(of: path))
  }

  func leadsOutside(_ path: String) -> Bool { false }
}

/// The files of the data package that is part of the program.
struct BundledFiles: FileSource {
  /// Whether the files are those that answers to exercises are tried on.
  var isPractice = false

  func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    for index in 0..<(isPractice ? cbd_practice_file_count() : cbd_file_count()) {
      let file = isPractice ? cbd_practice_file_at(index) : cbd_file_at(index)
      if String(cString: file.name) == path {
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
      }
    }
    throw FileProblem(reason: "it is not part of the program")
  }
}

/// Files in memory, by name.
struct MemoryFiles: FileSource {
  var files: [String: [UInt8]]

  func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    guard let bytes = files[path] else { throw FileProblem(reason: "there is no such file") }
    return bytes
  }
}

/// The files under a folder.
struct FolderFiles: FileSource {
  /// The folder; empty for the working folder.
  var folder: String
  /// Takes in every file that is looked for; `nil` where nobody asks.
  var log: SourceLog?

  var folderPath: String? { folder }

  func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    try OpenFile(located(path)).readAll()
  }

  func open(_ path: String) throws(FileProblem) -> any ByteSource { try OpenFile(located(path)) }

  private func located(_ path: String) -> String {
    let whole = PathText.joined(folder, path)
    log?.note(PathText.absolute(whole))
    return whole
  }

  func leadsOutside(_ path: String) -> Bool {
    guard let inside = PathText.resolved(folder.isEmpty ? "." : folder),
      let real = PathText.resolved((folder.isEmpty ? "." : folder) + "/" + path)
    else { return false }
    return real != inside && !real.hasPrefix(inside == "/" ? "/" : inside + "/")
  }

  /// The names in a folder, sorted; `nil` when it is none.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder, and those above it, where they are not there.
  static func make(_ folder: String, mode: mode_t) throws(FileProblem) {
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, mode) != 0, errno != EEXIST {
        throw FileProblem(reason: String(cString: strerror(errno)).lowercased())
      }
    }
  }
}

/// Parts of a path's text.
enum PathText {
  /// What stands after the last slash.
  static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path from a folder; an absolute path stands for itself.
  static func joined(_ folder: String, _ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The path from the root, without links; where there is no such file, from its folder's.
  static func absolute(_ path: String) -> String {
    if let real = resolved(path) { return real }
    let folder = resolved(folder(path).isEmpty ? "." : folder(path))
    return folder.map { joined($0, lastComponent(path)) } ?? path
  }

  /// A path from the root without links; `nil` where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What stands before the last slash; empty without one.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path without the ending that says that the file is compressed.
  static func uncompressed(_ path: String) -> String {
    fileExtension(path) == "gz" ? String(path.dropLast(3)) : path
  }

  /// The last component without its extension, nor that of a compressed file.
  static func stem(_ path: String) -> String {
    let name = lastComponent(uncompressed(path))
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The extension in lower case; empty without one.
  static func fileExtension(_ path: String) -> String {
    let name = lastComponent(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
