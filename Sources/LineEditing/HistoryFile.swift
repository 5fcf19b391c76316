#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One entry a line, oldest first, with `\\` for a backslash and `\n` for a line break.
///
/// An entry is one write to a file opened for appending, under a lock, so that shells side by side
/// lose nothing and a shell that is killed spoils at most the entry it was writing.
struct HistoryFile {
  /// What is read of a longer file: its end.
  private static let readLimit: off_t = 4 << 20
  let path: String
  /// Up to where the file has been read.
  private var position: off_t = 0

  init(path: String) { self.path = path }

  /// The entries since the last call, oldest first; none where the file cannot be read.
  ///
  /// The first call gives those that the file has, or the newest of a very long one.
  mutating func readNew() -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    guard isFile(descriptor), lseek(descriptor, 0, SEEK_END) != position else { return [] }
    lock(descriptor, LOCK_SH)
    return readNew(descriptor)
  }

  /// Adds an entry, making the file and its folder where they are missing.
  ///
  /// - Returns: What others have added since the last call.
  mutating func append(_ entry: String) throws(HistoryFailure) -> [String] {
    makeFolder()
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    guard isFile(descriptor) else { throw HistoryFailure(path: path, reason: "not a file") }
    lock(descriptor, LOCK_EX)
    let others = readNew(descriptor)
    let separator = endsInPartOfLine(descriptor) ? "\n" : ""
    let error = writeAll(Array((separator + Self.encode(entry) + "\n").utf8), to: descriptor)
    guard error == 0 else { throw failure(error) }
    position = lseek(descriptor, 0, SEEK_END)
    return others
  }

  /// Reads on from the position; with the lock held no line is still being written.
  private mutating func readNew(_ descriptor: Int32) -> [String] {
    let end = lseek(descriptor, 0, SEEK_END)
    // A file that has become shorter is another one.
    if end < position { position = 0 }
    let start = max(position, end - Self.readLimit)
    lseek(descriptor, start, SEEK_SET)
    let bytes = contents(descriptor)
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    // The first line of a part of the file is a part of a line.
    if start > position { lines = Array(lines.dropFirst()) }
    position = start + off_t(bytes.count)
    return lines.map(Self.decode)
  }

  private func failure(_ number: Int32) -> HistoryFailure {
    HistoryFailure(path: path, reason: String(cString: strerror(number)).lowercased())
  }

  private func isFile(_ descriptor: Int32) -> Bool {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
  }

  /// Locks the file until it is closed.
  ///
  /// A holder that was stopped must not stop this shell too: after
  /// half a second the entry is written without the lock, which appending makes safe enough.
  private func lock(_ descriptor: Int32, _ kind: Int32) {
    for _ in 0..<50 {
      if flock(descriptor, kind | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(10_000)
    }
  }

  private func endsInPartOfLine(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private func makeFolder() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      mkdir(folder, 0o700)
    }
  }

  private func contents(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readBytes(descriptor, &block)
      guard count > 0 else { return all }
      all += block[..<count]
    }
  }

  private static func encode(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func decode(_ line: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
