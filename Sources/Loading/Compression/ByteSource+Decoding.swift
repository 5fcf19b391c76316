extension ByteSource {
  /// Most sources tell by their place.
  var progress: (done: Int, total: Int?)? { nil }
  /// Most sources are as they are.
  var damage: String? { nil }
}

extension FileSource {
  /// A file to be read in blocks, decoded where it is compressed, by whatever name.
  func openDecoded(_ path: String) throws(FileProblem) -> any ByteSource {
    let source = try open(path)
    let head = try source.beginning(GzipSource.magic.count)
    if head == GzipSource.magic { return GzipSource(source, head: source.size == nil ? head : []) }
    return source.size == nil ? BegunSource(source, head: head) : source
  }
}

extension ByteSource {
  /// The first bytes; of a source without a size they are gone then.
  func beginning(_ count: Int) throws(FileProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, read in
      do throws(FileProblem) {
        read = try self.read(UnsafeMutableRawBufferPointer(memory), at: 0)
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return bytes
  }
}

/// A source that can be read only once, from which a few bytes were read to tell what it is.
final class BegunSource: ByteSource, @unchecked Sendable {
  private let source: any ByteSource
  private var head: [UInt8]

  init(_ source: any ByteSource, head: [UInt8]) {
    self.source = source
    self.head = head
  }

  var size: Int? { nil }

  func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
    let count = min(head.count, memory.count)
    if count > 0 {
      memory.copyBytes(from: head[..<count])
      head.removeFirst(count)
    }
    let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
    return count + (rest.isEmpty ? 0 : try source.read(rest, at: place + count))
  }
}
