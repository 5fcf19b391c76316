/// One dictionary code a row, each in as few bytes as the codes need.
///
/// Most columns of reviews hold few different values, and a code in one byte takes a quarter of the
/// memory of one in four: a column is loaded, saved and read in as much less time.
public struct Codes: Sendable {
  /// The code of a row without a value: all bits of it are set, in any width.
  public static let none = UInt32.max

  /// The codes in their width.
  @frozen
  public enum Form: Sendable {
    /// In one byte; below 255.
    case bytes(Storage<UInt8>)
    /// In two; below 65535.
    case shorts(Storage<UInt16>)
    /// In four.
    case words(Storage<UInt32>)
  }

  /// The codes in their width.
  public let form: Form

  /// Codes in the width that they have.
  @inlinable
  public init(_ form: Form) { self.form = form }

  /// Codes in four bytes each.
  @inlinable
  public init(_ codes: Storage<UInt32>) { form = .words(codes) }

  /// Codes in the least width that holds them.
  ///
  /// - Parameter limit: A number that all codes but `none` are below.
  /// - Complexity: O(count).
  public init(narrowing codes: Storage<UInt32>, below limit: Int) {
    switch Width(holding: limit) {
    case .byte: form = .bytes(Storage(count: codes.count) { UInt8(truncatingIfNeeded: codes[$0]) })
    case .short:
      form = .shorts(Storage(count: codes.count) { UInt16(truncatingIfNeeded: codes[$0]) })
    case .word: form = .words(codes)
    }
  }

  /// How many bytes a code takes.
  public enum Width: Int, Sendable, Comparable {
    /// One.
    case byte = 1
    /// Two.
    case short = 2
    /// Four.
    case word = 4

    /// The least width for codes below a limit, and for the code of a row without a value.
    public init(holding limit: Int) {
      self = limit <= Int(UInt8.max) ? .byte : limit <= Int(UInt16.max) ? .short : .word
    }

    /// Whether one is less than the other.
    public static func < (a: Width, b: Width) -> Bool { a.rawValue < b.rawValue }
  }

  /// How many bytes each takes.
  public var width: Width {
    switch form {
    case .bytes: .byte
    case .shorts: .short
    case .words: .word
    }
  }

  /// A code as four bytes hold it.
  @inlinable @inline(__always)
  public static func widened<Code: FixedWidthInteger & UnsignedInteger>(_ code: Code) -> UInt32 {
    code == Code.max ? none : UInt32(truncatingIfNeeded: code)
  }
}

extension Codes: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }

  /// The row past the last.
  @inlinable
  public var endIndex: Int {
    switch form {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  /// The code of a row, or `none`.
  @inlinable
  public subscript(row: Int) -> UInt32 {
    switch form {
    case .bytes(let codes): Self.widened(codes[row])
    case .shorts(let codes): Self.widened(codes[row])
    case .words(let codes): codes[row]
    }
  }
}

extension Codes: Equatable {
  /// Whether both give each row the same code, in whatever width.
  public static func == (a: Codes, b: Codes) -> Bool { a.elementsEqual(b) }
}

extension Codes: ExpressibleByArrayLiteral {
  /// Creates codes from numbers written out.
  public init(arrayLiteral codes: UInt32...) { self.init(Storage(codes)) }
}
