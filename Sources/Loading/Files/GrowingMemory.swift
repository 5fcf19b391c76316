internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Values side by side that grow at their end, and become a `Storage` without being copied.
///
/// Not an array, because the loops that fill it are most of a load: they write through a pointer,
/// and the memory grows without being cleared or copied by hand.
final class GrowingMemory<Element: BitwiseCopyable & Sendable>: WritableMemory, @unchecked Sendable
{
  /// Where the values are; changes when they grow.
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many values there are; those past it are room.
  var count = 0
  private(set) var capacity: Int

  /// Bytes past the last value that may be read, so that eight can be loaded at any value.
  static var slack: Int { 64 }

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 1)
    base = Self.resized(nil, self.capacity)
  }

  deinit { free(base) }

  /// Makes room for more values after those that are there.
  @inline(__always)
  func reserve(_ more: Int) {
    if count &+ more > capacity { grow(count + more) }
  }

  @inline(never)
  private func grow(_ least: Int) {
    capacity = max(least, capacity * 2)
    base = Self.resized(base, capacity)
  }

  @inline(__always)
  func append(_ element: Element) {
    reserve(1)
    base[count] = element
    count &+= 1
  }

  /// Adds values from elsewhere in memory.
  @inline(__always)
  func append(_ first: UnsafePointer<Element>, _ number: Int) {
    reserve(number)
    (base + count).update(from: first, count: number)
    count &+= number
  }

  /// The values as storage; nothing may be added after.
  func storage() -> Storage<Element> {
    if capacity > count + count / 8 {
      capacity = max(count, 1)
      base = Self.resized(base, capacity)
    }
    return Storage(UnsafeBufferPointer(start: base, count: count), keptBy: self)
  }

  private static func resized(
    _ old: UnsafeMutablePointer<Element>?, _ capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let (bytes, overflow) = capacity.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, let memory = realloc(old, bytes + slack) else {
      fatalError("out of memory")
    }
    LargePages.ask(for: memory, bytes)
    return memory.assumingMemoryBound(to: Element.self)
  }
}

/// Numbers that are all 0 at first.
final class ZeroedMemory: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt64>
  let count: Int

  init(count: Int) {
    let bytes = count * MemoryLayout<UInt64>.stride
    // The system gives large memory cleared. Of small memory a page that is read before it is
    // written would be taken in twice.
    let isLarge = bytes >= LargePages.least
    guard let memory = isLarge ? calloc(bytes, 1) : malloc(bytes) else {
      fatalError("out of memory")
    }
    if isLarge { LargePages.ask(for: memory, bytes) } else { memset(memory, 0, bytes) }
    base = memory.assumingMemoryBound(to: UInt64.self)
    self.count = count
  }

  deinit { free(base) }
}
