#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written beside its final place and takes its name when it is whole, so that a full
/// disk or a killed program leaves what was there before.
struct SnapshotFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let temporary: String
  private var isKept = false
  private(set) var position = 0

  /// Begins a file that, unless the mode says otherwise, only its owner may read.
  init(replacing path: String, mode: mode_t = 0o600) throws(FileProblem) {
    let place = try Self.place(path)
    HalfWrittenFile.removeAbandoned(of: place)
    let created = try Self.create(beside: place, mode)
    self.init(path: place, temporary: created.name, descriptor: created.descriptor)
  }

  private init(path: String, temporary: String, descriptor: Int32) {
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
  }

  /// Where the file will stand.
  ///
  /// What a link leads to, so that the link stays. What is no plain file, such
  /// as a device, is not replaced by one.
  private static func place(_ path: String) throws(FileProblem) -> String {
    guard let real = PathText.resolved(path) else { return path }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
      return real
    }
    throw FileProblem(
      reason: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no plain file")
  }

  /// A new file that no other program writes, nor removes as left behind.
  private static func create(
    beside path: String, _ mode: mode_t
  ) throws(FileProblem) -> (descriptor: Int32, name: String) {
    for attempt in 0..<1000 {
      let name = HalfWrittenFile.name(of: path, attempt)
      let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 {
        if HalfWrittenFile.claim(descriptor) { return (descriptor, name) }
        close(descriptor)
      } else if errno != EEXIST {
        throw FileProblem(reason: systemReason())
      }
    }
    throw FileProblem(reason: "there are too many half written files beside it")
  }

  deinit {
    close(descriptor)
    if !isKept { unlink(temporary) }
  }

  /// Appends bytes.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    try write(bytes, at: position)
    position += bytes.count
  }

  /// Appends zeros up to the next place where a section may begin.
  mutating func align() throws(FileProblem) {
    let missing = (SnapshotFormat.alignment - position % SnapshotFormat.alignment)
    guard missing < SnapshotFormat.alignment else { return }
    try append([UInt8](repeating: 0, count: missing))
  }

  /// Appends bytes.
  mutating func append(_ bytes: [UInt8]) throws(FileProblem) {
    try write(bytes, at: position)
    position += bytes.count
  }

  /// Writes bytes over what is there.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileProblem) {
    var failure: FileProblem?
    bytes.withUnsafeBytes { buffer in
      do throws(FileProblem) { try write(buffer, at: offset) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(
        descriptor, rest.baseAddress, min(rest.count, 1 << 30), off_t(offset + done))
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw FileProblem(reason: Self.systemReason())
      }
    }
  }

  /// Makes sure that the bytes have reached the disk, after which little can go wrong with `keep`.
  func finish() throws(FileProblem) {
    guard fsync(descriptor) == 0 else { throw FileProblem(reason: Self.systemReason()) }
  }

  /// Puts the file in its place, after it has reached the disk.
  mutating func keep() throws(FileProblem) {
    try finish()
    guard rename(temporary, path) == 0 else { throw FileProblem(reason: Self.systemReason()) }
    isKept = true
  }

  private static func systemReason() -> String { String(cString: strerror(errno)).lowercased() }
}
