internal import CBitmapKernels
internal import Threading

/// Sets of the rows whose value in a column is as wanted, by one scan of the column.
///
/// A scan of a few million rows is shared by two threads or more; the set is the same for any number.
extension Bitmap {
  /// The rows of one code.
  public init(of values: UnsafeBufferPointer<UInt32>, equalTo wanted: UInt32) {
    self.init(scanning: values) { kernels.equal_u32($0, $1, wanted, $2) }
  }

  /// The rows whose small number lies in a range.
  public init(of values: UnsafeBufferPointer<UInt8>, in range: ClosedRange<UInt8>) {
    self.init(scanning: values) {
      kernels.within_u8($0, $1, range.lowerBound, range.upperBound, $2)
    }
  }

  /// The rows whose number of 16 bits lies in a range.
  public init(of values: UnsafeBufferPointer<UInt16>, in range: ClosedRange<UInt16>) {
    self.init(scanning: values) {
      kernels.within_u16($0, $1, range.lowerBound, range.upperBound, $2)
    }
  }

  /// The rows whose number of 32 bits, such as a day, lies in a range.
  public init(of values: UnsafeBufferPointer<Int32>, in range: ClosedRange<Int32>) {
    self.init(scanning: values) {
      kernels.within_i32($0, $1, range.lowerBound, range.upperBound, $2)
    }
  }

  /// The rows whose whole number lies in a range.
  public init(of values: UnsafeBufferPointer<Int>, in range: ClosedRange<Int>) {
    self.init(scanning: values) { values, count, out in
      values.withMemoryRebound(to: Int64.self, capacity: count) {
        kernels.within_i64($0, count, Int64(range.lowerBound), Int64(range.upperBound), out)
      }
    }
  }

  /// The rows whose number lies in a range; what is not a number lies in none.
  public init(of values: UnsafeBufferPointer<Double>, in range: ClosedRange<Double>) {
    self.init(scanning: values) {
      kernels.within_f64($0, $1, range.lowerBound, range.upperBound, $2)
    }
  }

  /// For each of some rows, whether the row at its place is in this set; not, for a place below 0.
  public func gathered(by places: UnsafeBufferPointer<Int32>) -> Bitmap {
    switch form {
    case .none: return Bitmap(capacity: places.count)
    case .all: return Bitmap(of: places, in: 0...Int32.max)
    case .few, .words:
      let bits = expanded()
      return Bitmap(scanning: places) { kernels.gather(bits.base, $0, $1, $2) }
    }
  }

  /// How many rows a thread scans at a time, which takes it a fraction of a millisecond.
  ///
  /// A multiple of 64, so that no two pieces write to one word.
  private static let pieceLength = 1 << 20

  /// - Parameter kernel: Writes the words of so many values from a place on, and gives the number of
  ///   their bits.
  private init<Value>(
    scanning values: UnsafeBufferPointer<Value>,
    _ kernel:
      @escaping @Sendable (UnsafePointer<Value>, Int, UnsafeMutablePointer<UInt64>) -> UInt64
  ) {
    let capacity = values.count
    guard let base = values.baseAddress, capacity > 0 else {
      self.init(capacity: 0)
      return
    }
    let words = Words(uninitialised: Self.wordCount(capacity))
    let shared = Shared(base: base)
    let pieces = (capacity + Self.pieceLength - 1) / Self.pieceLength
    let counts = Threads.map(pieces, threads: pieces < 4 ? 1 : Threads.available) { piece in
      let start = piece * Self.pieceLength
      return kernel(
        shared.base + start, Swift.min(Self.pieceLength, capacity - start), words.base + start / 64)
    }
    words.count = Int(counts.reduce(0, &+))
    self.init(capacity: capacity, counted: words)
  }

  /// Values that several threads read while their owner waits for all of them.
  private struct Shared<Value>: @unchecked Sendable {
    let base: UnsafePointer<Value>
  }
}
