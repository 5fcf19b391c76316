#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of one file go.
protocol ByteSink {
  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(OutputFailure)
  /// Completes the file; nothing may be written afterwards.
  func close() throws(OutputFailure)
}

/// Where the files of a package go.
protocol PackageFolder {
  /// Begins a file, replacing one of that name.
  func makeFile(_ name: String) throws(OutputFailure) -> any ByteSink
}

/// A file or folder that could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  let path: String
  /// The system's words for the reason.
  let reason: String

  var description: String { "cannot write `\(path)`: \(reason)" }

  fileprivate init(_ path: String, code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
  }
}

/// A folder on disk.
struct DiskFolder: PackageFolder {
  let path: String

  /// Makes the folder, and those above it, unless they exist.
  init(makingPath path: String) throws(OutputFailure) {
    self.path = path
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += part + "/"
      guard mkdir(partial, 0o777) != 0 else { continue }
      let code = errno
      var status = stat()
      let isFolder = stat(partial, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if !isFolder { throw OutputFailure(partial, code: code) }
    }
  }

  func makeFile(_ name: String) throws(OutputFailure) -> any ByteSink {
    try DiskFile(path: path + "/" + name)
  }
}

/// A file on disk.
private struct DiskFile: ByteSink {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    if descriptor < 0 { throw OutputFailure(path, code: errno) }
  }

  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { rest in
        #if canImport(Glibc)
          Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw OutputFailure(path, code: errno)
      }
      start += written
    }
  }

  func close() throws(OutputFailure) {
    #if canImport(Glibc)
      let status = Glibc.close(descriptor)
    #else
      let status = Darwin.close(descriptor)
    #endif
    if status != 0 { throw OutputFailure(path, code: errno) }
  }
}
