#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Pages of 2 MB, where the system has them: a small page that is touched first costs as much as
/// filling it.
public enum LargePages {
  /// Fewer bytes than this hold no large page for certain.
  public static let least = 3 << 20

  /// Memory that nothing was written to, in large pages where it is large enough.
  public static func allocate<Element>(
    _ count: Int, of type: Element.Type = Element.self
  ) -> UnsafeMutableBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    if let base = memory.baseAddress { ask(for: base, count * MemoryLayout<Element>.stride) }
    return memory
  }

  /// Asks for large pages where memory that was just taken is large enough for one.
  public static func ask(for memory: UnsafeMutableRawPointer, _ bytes: Int) {
    #if os(Linux)
      let page = 1 << 21
      guard bytes >= least else { return }
      let start = (Int(bitPattern: memory) + page - 1) & ~(page - 1)
      let length = (Int(bitPattern: memory) + bytes - start) & ~(page - 1)
      // Only a wish: where it is not granted nothing is lost.
      _ = madvise(UnsafeMutableRawPointer(bitPattern: start), length, MADV_HUGEPAGE)
    #endif
  }
}
