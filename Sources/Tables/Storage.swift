/// Values side by side in memory that someone else keeps: an array of this program, a buffer that a
/// file was read into, or a file mapped into memory.
///
/// Never changes, so copies share the memory; the owner is let go with the last of them.
@frozen
public struct Storage<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  /// The number of values.
  public let count: Int
  @usableFromInline var owner: (any AnyObject & Sendable)?

  /// Values in memory that lives, unchanged, as long as the owner does.
  public init(_ memory: UnsafeBufferPointer<Element>, keptBy owner: any AnyObject & Sendable) {
    base = memory.baseAddress ?? Self.nowhere
    count = memory.count
    self.owner = owner
  }

  /// No values.
  public init() {
    base = Self.nowhere
    count = 0
    owner = nil
  }

  /// As many values as asked for, each made from its position.
  @inlinable
  public init(count: Int, _ element: (Int) -> Element) {
    let memory = LargePages.allocate(count, of: Element.self)
    for index in 0..<count { memory.initializeElement(at: index, to: element(index)) }
    self.init(UnsafeBufferPointer(memory), keptBy: AllocatedMemory(memory))
  }

  /// A copy of a collection's values.
  @inlinable
  public init(_ elements: some Collection<Element>) {
    let memory = LargePages.allocate(elements.count, of: Element.self)
    _ = memory.initialize(fromContentsOf: elements)
    self.init(UnsafeBufferPointer(memory), keptBy: AllocatedMemory(memory))
  }

  /// Where an empty storage begins; never read.
  private static var nowhere: UnsafePointer<Element> {
    // An address above 0 that is aligned for any element.
    UnsafePointer(bitPattern: 64).unsafelyUnwrapped
  }
}

extension Storage: RandomAccessCollection {
  /// The first position.
  @inlinable public var startIndex: Int { 0 }
  /// The position past the last.
  @inlinable public var endIndex: Int { count }

  /// A value by its position.
  @inlinable
  public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "position outside the storage")
    return base[position]
  }

  /// Calls a function with the memory that holds the values.
  @inlinable
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withExtendedLifetime(owner) { () throws(Failure) in
      try body(UnsafeBufferPointer(start: base, count: count))
    }
  }

  /// Lets the standard library copy and compare the memory as a whole.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

extension Storage: Equatable where Element: Equatable {
  /// Whether both hold equal values.
  public static func == (a: Storage, b: Storage) -> Bool { a.elementsEqual(b) }
}

extension Storage: ExpressibleByArrayLiteral {
  /// Creates a storage from values written out.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

/// Memory that is freed with the last storage that shows it.
@usableFromInline
final class AllocatedMemory<Element: BitwiseCopyable>: WritableMemory, @unchecked Sendable {
  private let memory: UnsafeMutableBufferPointer<Element>

  @usableFromInline
  init(_ memory: UnsafeMutableBufferPointer<Element>) { self.memory = memory }

  deinit { memory.deallocate() }
}
