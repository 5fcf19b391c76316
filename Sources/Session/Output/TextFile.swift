internal import Loading

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reading and writing small text files, without Foundation.
enum TextFile {
  /// Why a file could not be read or written, in words.
  struct Failure: Error {
    var reason: String
  }

  /// The largest file that is read as a script: far above any, far below what would hurt.
  private static let sizeLimit = 64 << 20

  /// The text of a file; bytes that are not UTF-8 become replacement characters.
  static func read(_ path: String) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(reason: systemReason()) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(reason: systemReason())
      }
      bytes += buffer[..<count]
      guard bytes.count <= sizeLimit else { throw Failure(reason: "it is too large for a script") }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a plain file; a pipe or a device, which might never end, is refused.
  static func readPlain(_ path: String) throws(Failure) -> String {
    if isDevice(path) { throw Failure(reason: "it is not a plain file") }
    return try read(path)
  }

  /// Writes a file whole or not at all; what is no plain file, such as a device or a pipe, is written to.
  static func write(_ text: String, to path: String) throws(Failure) {
    let bytes = Array(text.utf8)
    guard !isDevice(path) else { return try writeThrough(bytes, to: path) }
    do throws(WholeFile.Failure) {
      try WholeFile.write(bytes, to: path)
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(reason: systemReason()) }
    defer { close(descriptor) }
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        throw Failure(reason: systemReason())
      }
    }
  }

  /// Whether something is there that is neither a file nor a folder.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Whether something is there, readable or not.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes the folders that a file is to stand in, for its owner alone.
  static func makeFolders(above path: String) throws(Failure) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      if mkdir(folder, 0o700) != 0, errno != EEXIST, !isFolder(folder) {
        throw Failure(reason: systemReason())
      }
    }
  }

  /// Whether something is there that can be read.
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path with every link and `..` resolved; the path itself where there is no such file.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func systemReason() -> String { String(cString: strerror(errno)).lowercased() }

  private static func read(
    _ descriptor: Int32, _ address: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, address, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, address, count)
    #else
      Darwin.read(descriptor, address, count)
    #endif
  }

  private static func write(
    _ descriptor: Int32, _ address: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, address, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, address, count)
    #else
      Darwin.write(descriptor, address, count)
    #endif
  }
}
