internal import Tables

/// Codes that are added at their end, in as few bytes each as those that are there need.
///
/// They become wider when a code comes that does not fit, which happens twice at most; a column of few
/// values so never touches the memory of wide ones.
final class GrowingCodes {
  private enum Form {
    case bytes(GrowingMemory<UInt8>)
    case shorts(GrowingMemory<UInt16>)
    case words(GrowingMemory<UInt32>)
  }

  private var form = Form.bytes(GrowingMemory())

  /// How many there are.
  var count: Int {
    switch form {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  /// Makes room for more codes after those that are there.
  func reserve(_ more: Int) {
    switch form {
    case .bytes(let codes): codes.reserve(more)
    case .shorts(let codes): codes.reserve(more)
    case .words(let codes): codes.reserve(more)
    }
  }

  /// Adds codes.
  ///
  /// - Parameters:
  ///   - limit: A number that all are below.
  ///   - code: The code of each position among those that are added.
  @inline(__always)
  func append(_ number: Int, below limit: Int, _ code: (Int) -> UInt32) {
    widen(toHold: limit)
    switch form {
    case .bytes(let codes): Self.append(number, to: codes, code)
    case .shorts(let codes): Self.append(number, to: codes, code)
    case .words(let codes): Self.append(number, to: codes, code)
    }
  }

  @inline(__always)
  private static func append<Code: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ number: Int, to codes: GrowingMemory<Code>, _ code: (Int) -> UInt32
  ) {
    codes.reserve(number)
    let out = codes.base + codes.count
    for position in 0..<number { out[position] = Code(truncatingIfNeeded: code(position)) }
    codes.count &+= number
  }

  private func widen(toHold limit: Int) {
    switch (form, Codes.Width(holding: limit)) {
    case (.bytes, .byte), (.shorts, .byte), (.shorts, .short), (.words, _): break
    case (.bytes(let codes), .short): form = .shorts(Self.widened(codes))
    case (.bytes(let codes), .word): form = .words(Self.widened(codes))
    case (.shorts(let codes), .word): form = .words(Self.widened(codes))
    }
  }

  private static func widened<Narrow: FixedWidthInteger, Wide: FixedWidthInteger>(
    _ codes: GrowingMemory<Narrow>
  ) -> GrowingMemory<Wide>
  where Narrow: BitwiseCopyable & Sendable, Wide: BitwiseCopyable & Sendable {
    let wide = GrowingMemory<Wide>(capacity: codes.capacity)
    for position in 0..<codes.count {
      wide.base[position] = Wide(truncatingIfNeeded: codes.base[position])
    }
    wide.count = codes.count
    return wide
  }

  /// The codes; nothing may be added after.
  func codes() -> Codes {
    switch form {
    case .bytes(let codes): Codes(.bytes(codes.storage()))
    case .shorts(let codes): Codes(.shorts(codes.storage()))
    case .words(let codes): Codes(.words(codes.storage()))
    }
  }
}
