/// Why compressed bytes cannot be decoded any further.
enum InflateProblem: Error {
  /// They end in the middle.
  case cutOff
  /// They are none that a compressor writes.
  case damaged(String)
  case file(FileProblem)
}

/// Decodes one DEFLATE stream piece by piece (RFC 1951).
final class Inflate {
  enum State {
    case header, coded, ended
    /// Bytes that stand as they are, and how many are left of them.
    case stored(Int)
  }

  let input: CompressedInput
  let out: InflateWindow
  var state = State.header
  var isLastBlock = false
  /// Bits that were taken from the input and not used, the next one lowest; what stands above
  /// `bitCount` is what the input has there.
  var bits: UInt64 = 0
  var bitCount = 0

  let literals = HuffmanTable(bits: 11, symbols: 288)
  let distances = HuffmanTable(bits: 9, symbols: 32)
  let lengths = HuffmanTable(bits: 7, symbols: 19)

  init(_ input: CompressedInput, into out: InflateWindow) {
    self.input = input
    self.out = out
  }

  /// Decodes until the window is full or the stream ends.
  ///
  /// - Returns: Whether the stream ended; the input is at the first byte after it then.
  func run() throws(InflateProblem) -> Bool {
    while out.end < out.limit {
      switch state {
      case .header: try readHeader()
      case .stored(let left): try copyStored(left)
      case .coded: try decode()
      case .ended:
        giveBack()
        return true
      }
    }
    return false
  }

  /// Begins another stream where the input is.
  func restart() {
    state = .header
    isLastBlock = false
    (bits, bitCount) = (0, 0)
  }

  func endBlock() { state = isLastBlock ? .ended : .header }

  // MARK: Bits

  /// Makes as many bits available as there are, up to 56 or more.
  @inline(__always)
  func refill() throws(InflateProblem) {
    if input.end - input.position < 8, !input.isAtEnd {
      do throws(FileProblem) { try input.refill() } catch { throw .file(error) }
    }
    while bitCount <= 56, input.position < input.end {
      bits |= UInt64(input.base[input.position]) << UInt64(bitCount)
      input.position += 1
      bitCount += 8
    }
    // Nothing stands above the bits that are there.
    if bitCount < 64 { bits &= 1 << UInt64(bitCount) &- 1 }
  }

  func take(_ count: Int) throws(InflateProblem) -> Int {
    if bitCount < count {
      try refill()
      if bitCount < count { throw .cutOff }
    }
    let value = Int(bits & (1 << UInt64(count) &- 1))
    drop(count)
    return value
  }

  @inline(__always)
  func drop(_ count: Int) {
    bits >>= UInt64(count)
    bitCount -= count
  }

  /// Gives whole bytes that were not used back to the input, and leaves the rest of a byte out.
  func giveBack() {
    input.position -= bitCount >> 3
    (bits, bitCount) = (0, 0)
  }
}
