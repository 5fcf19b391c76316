internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file as memory, for as long as anything shows a part of it.
///
/// Only for files that nobody changes in place: a mapped file that is cut short ends the program. A
/// snapshot is such a file, since it is always written anew and renamed.
final class MappedFile: @unchecked Sendable {
  private let base: UnsafeRawPointer
  /// The number of bytes.
  let count: Int

  /// Maps a file that is not empty.
  init(_ path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(reason: Self.systemReason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(reason: Self.systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw FileProblem(reason: "it is no file with content")
    }
    count = Int(status.st_size)
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw FileProblem(reason: Self.systemReason()) }
    base = UnsafeRawPointer(memory)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

  /// The bytes of a section; none where it does not lie inside the file.
  func bytes(_ section: SnapshotMetadata.Section) -> UnsafeRawBufferPointer {
    guard section.offset >= 0, section.byteCount >= 0, section.offset <= count,
      section.byteCount <= count - section.offset
    else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: base + section.offset, count: section.byteCount)
  }

  /// The values of a section, without copying them.
  func storage<Element>(
    _ section: SnapshotMetadata.Section, of type: Element.Type
  ) -> Storage<Element> where Element: BitwiseCopyable & Sendable {
    Storage(bytes(section).assumingMemoryBound(to: Element.self), keptBy: self)
  }

  private static func systemReason() -> String { String(cString: strerror(errno)).lowercased() }
}
