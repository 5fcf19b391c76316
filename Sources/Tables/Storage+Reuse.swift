/// Memory that may be written to, as a file that is mapped may not, once it is shown by one storage
/// alone.
public protocol WritableMemory: AnyObject, Sendable {}

extension Storage {
  /// The values that a function makes of these, in the same memory where nobody else looks at it.
  ///
  /// Memory that a program touches for the first time costs more than most loops over it.
  ///
  /// - Complexity: O(count).
  @inlinable
  public consuming func mapped<New: BitwiseCopyable & Sendable>(
    _ transform: (Element) -> New
  ) -> Storage<New> {
    guard MemoryLayout<New>.stride == MemoryLayout<Element>.stride,
      MemoryLayout<New>.alignment == MemoryLayout<Element>.alignment, isSoleUserOfWritableMemory()
    else { return Storage<New>(count: count) { transform(self[$0]) } }
    let old = UnsafeMutableRawPointer(mutating: base)
    for index in 0..<count {
      let place = old + index &* MemoryLayout<Element>.stride
      let value = transform(place.load(as: Element.self))
      place.storeBytes(of: value, as: New.self)
    }
    let memory = old.bindMemory(to: New.self, capacity: count)
    guard let owner else { return Storage<New>() }
    return Storage<New>(UnsafeBufferPointer(start: memory, count: count), keptBy: owner)
  }

  /// Whether the memory may be written to, since no other storage shows it.
  @usableFromInline
  mutating func isSoleUserOfWritableMemory() -> Bool {
    owner is any WritableMemory && isKnownUniquelyReferenced(&owner)
  }
}
