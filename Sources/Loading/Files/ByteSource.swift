#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where bytes are read from, in blocks.
///
/// Files are read and not mapped: a mapped file that another program shortens would end this one.
protocol ByteSource: AnyObject, Sendable {
  /// How many bytes there are; `nil` when only the end tells, as of a pipe.
  var size: Int? { get }
  /// How far a source is whose place does not tell, and how long it is; `nil` where it tells.
  var progress: (done: Int, total: Int?)? { get }
  /// What ended the source before its end; `nil` while nothing did.
  var damage: String? { get }

  /// Reads into memory, from a place in the source.
  ///
  /// Of a source without a size the place is where the last block ended.
  ///
  /// - Returns: How many bytes were read; fewer than there is room for only at the end.
  func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int
}

/// Bytes in memory.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int? { bytes.count }

  func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
    let count = min(memory.count, max(0, bytes.count - place))
    if count > 0 { memory.copyBytes(from: bytes[place..<place + count]) }
    return count
  }
}

/// An open file, closed when it is let go.
final class OpenFile: ByteSource {
  private let descriptor: Int32
  let size: Int?

  init(_ path: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(reason: Self.systemReason()) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = Self.systemReason()
      close(descriptor)
      throw FileProblem(reason: reason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw FileProblem(reason: "it is a folder")
    }
    // A size of 0 may be a file of the system's that tells its length only at its end.
    let isPlain = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    size = isPlain ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
    var done = 0
    while done < memory.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: memory[done...])
      let count =
        size == nil
        ? Self.read(descriptor, rest.baseAddress, rest.count)
        : pread(descriptor, rest.baseAddress, rest.count, off_t(place + done))
      if count == 0 { return done }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem(reason: Self.systemReason())
      }
      done += count
    }
    return done
  }

  /// All bytes of a file.
  func readAll() throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((size ?? 0) + 1)
    var block = [UInt8](repeating: 0, count: min(1 << 20, (size ?? 1 << 20) + 1))
    while true {
      var problem: FileProblem?
      let count = block.withUnsafeMutableBytes { memory in
        do throws(FileProblem) {
          return try read(memory, at: bytes.count)
        } catch {
          problem = error
          return 0
        }
      }
      if let problem { throw problem }
      bytes.append(contentsOf: block[..<count])
      if count < block.count { return bytes }
    }
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
}
