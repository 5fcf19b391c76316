/// The distinct texts of a column, by code: their bytes one after another, and where each begins.
///
/// A string is made only when one is asked for, so that ten million texts are no ten million
/// objects; and both parts can lie in a mapped file.
public struct TextDictionary: Sendable {
  /// The texts in UTF-8, one after another.
  public let bytes: Storage<UInt8>
  /// `count + 1` offsets into `bytes`, of each only the low 32 bits.
  public let offsets: Storage<UInt32>
  /// The positions in `offsets` before which the offsets pass another 4 GB; hardly ever any.
  public let passes: [Int]
  /// Whether the texts are in the order in which a person sorts them; found out once.
  ///
  /// - Complexity: O(texts) the first time where they are, and little where they are not.
  public var isInNaturalOrder: Bool { naturalOrder.value }
  private let naturalOrder: Deferred<Bool>

  /// Creates a dictionary from its parts.
  public init(bytes: Storage<UInt8>, offsets: Storage<UInt32>, passes: [Int] = []) {
    precondition(!offsets.isEmpty, "an offset before the first text")
    self.bytes = bytes
    self.offsets = offsets
    self.passes = passes
    naturalOrder = Deferred {
      NaturalOrder.isSorted(TextDictionary(bytes, offsets, passes, Deferred(false)))
    }
  }

  private init(
    _ bytes: Storage<UInt8>, _ offsets: Storage<UInt32>, _ passes: [Int],
    _ naturalOrder: Deferred<Bool>
  ) {
    (self.bytes, self.offsets, self.passes) = (bytes, offsets, passes)
    self.naturalOrder = naturalOrder
  }

  /// Creates a dictionary of texts.
  public init(_ texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    var passes: [Int] = []
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      let offset = UInt32(truncatingIfNeeded: bytes.count)
      if bytes.count >> 32 > passes.count { passes.append(offsets.count) }
      offsets.append(offset)
    }
    self.init(bytes: Storage(bytes), offsets: Storage(offsets), passes: passes)
  }

  /// Where a text begins, which is where the one before it ends.
  private func offset(_ position: Int) -> Int {
    let low = Int(offsets[position])
    if passes.isEmpty { return low }
    return passes.count { $0 <= position } << 32 | low
  }

  /// Calls a function with the bytes of a text.
  public func withUTF8<Result>(
    at code: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let (start, end) = (offset(code), offset(code + 1))
    return try bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// Calls a function with each code and the bytes of its text, until it answers no.
  ///
  /// - Complexity: O(texts), without a look-up for each.
  @inline(__always)
  public func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      offsets.withUnsafeBufferPointer { offsets in
        var text = bytes.baseAddress
        for code in 0..<offsets.count &- 1 {
          // The difference of low halves: no text is as long as 4 GB.
          let length = Int(offsets[code &+ 1] &- offsets[code])
          guard body(code, UnsafeBufferPointer(start: text, count: length)) else { return }
          text = text.map { $0 + length }
        }
      }
    }
  }

  /// The number of bytes of a text.
  public func length(at code: Int) -> Int { offset(code + 1) - offset(code) }
}

extension TextDictionary: RandomAccessCollection {
  /// The first code.
  public var startIndex: Int { 0 }
  /// The code past the last.
  public var endIndex: Int { offsets.count - 1 }

  /// The text of a code.
  public subscript(code: Int) -> String {
    withUTF8(at: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// The code of the text that has the same bytes.
  ///
  /// - Complexity: O(texts); about 1 ns for each.
  public func exactIndex(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { wanted in
      var found: Int?
      forEach { code, text in
        if text.count == wanted.count, Self.areEqual(text, wanted) { found = code }
        return found == nil
      }
      return found
    }
  }

  /// Whether texts of one length are equal; looks from the end, where identifiers differ first.
  @inline(__always)
  private static func areEqual(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = a.count
    while position > 0 {
      position &-= 1
      if a[position] != b[position] { return false }
    }
    return true
  }

  /// Answers `firstIndex(of:)` without making a string of each text.
  ///
  /// A text outside ASCII can be written in several ways that are equal as strings: the one with the
  /// same bytes comes before the others.
  public func _customIndexOfEquatableElement(_ text: String) -> Int?? {
    if let exact = exactIndex(of: text) { return .some(exact) }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return .some(isASCII ? nil : indices.first { self[$0] == text })
  }

  /// Answers `contains` the same way.
  public func _customContainsEquatableElement(_ text: String) -> Bool? {
    firstIndex(of: text) != nil
  }
}

extension TextDictionary: Equatable {
  /// Whether both hold equal texts under equal codes.
  public static func == (a: TextDictionary, b: TextDictionary) -> Bool { a.elementsEqual(b) }
}

extension TextDictionary: ExpressibleByArrayLiteral {
  /// Creates a dictionary from texts written out.
  public init(arrayLiteral elements: String...) { self.init(elements) }
}
