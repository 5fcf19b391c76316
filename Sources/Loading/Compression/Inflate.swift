/// Why compressed bytes cannot be decoded any further.
enum InflateProblem: Error {
  /// They end in the middle.
  case cutOff
  /// They are none that a compressor writes.
  case damaged(String)
  case file(FileProblem)
}

/// Where decoded bytes go, after those that they may repeat.
final class InflateWindow {
  /// How far back a repetition may reach.
  static let reach = 1 << 15
  /// How much is decoded at a time.
  private static let room = 1 << 18
  /// The longest repetition, and the bytes that a copy may write past it.
  private static let slack = 258 + 16

  let base: UnsafeMutablePointer<UInt8>
  /// Where the decoded bytes end.
  var end = 0
  /// Where the stream's own bytes begin, as far as they are kept.
  var first = 0
  /// No repetition begins at or past this.
  let limit = reach + room

  init() { base = .allocate(capacity: limit + Self.slack) }

  deinit { base.deallocate() }

  /// Makes room: keeps only what may be repeated.
  func slide() {
    let kept = min(end, Self.reach)
    base.update(from: base + end - kept, count: kept)
    first = max(0, first - (end - kept))
    end = kept
  }
}

/// Decodes one DEFLATE stream piece by piece (RFC 1951).
final class Inflate {
  private enum State {
    case header, coded, ended
    /// Bytes that stand as they are, and how many are left of them.
    case stored(Int)
  }

  private let input: CompressedInput
  private let out: InflateWindow
  private var state = State.header
  private var isLastBlock = false
  /// Bits that were taken from the input and not used, the next one lowest; what stands above
  /// `bitCount` is what the input has there.
  private var bits: UInt64 = 0
  private var bitCount = 0

  private let literals = HuffmanTable(bits: 11, symbols: 288)
  private let distances = HuffmanTable(bits: 9, symbols: 32)
  private let lengths = HuffmanTable(bits: 7, symbols: 19)

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

  private func endBlock() { state = isLastBlock ? .ended : .header }

  // MARK: Bits

  /// Makes as many bits available as there are, up to 56 or more.
  @inline(__always)
  private func refill() throws(InflateProblem) {
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

  private func take(_ count: Int) throws(InflateProblem) -> Int {
    if bitCount < count {
      try refill()
      if bitCount < count { throw .cutOff }
    }
    let value = Int(bits & (1 << UInt64(count) &- 1))
    drop(count)
    return value
  }

  @inline(__always)
  private func drop(_ count: Int) {
    bits >>= UInt64(count)
    bitCount -= count
  }

  /// Gives whole bytes that were not used back to the input, and leaves the rest of a byte out.
  private func giveBack() {
    input.position -= bitCount >> 3
    (bits, bitCount) = (0, 0)
  }

  // MARK: Blocks

  private func readHeader() throws(InflateProblem) {
    isLastBlock = try take(1) == 1
    switch try take(2) {
    case 0: try beginStored()
    case 1:
      let fixed =
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
        + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)
      _ = literals.build(fixed[...], HuffmanTable.literalMeanings)
      let five = [UInt8](repeating: 5, count: 32)
      _ = distances.build(five[...], HuffmanTable.distanceMeanings)
      state = .coded
    case 2: try readTables()
    default: throw .damaged("a block is of no known kind")
    }
  }

  private func beginStored() throws(InflateProblem) {
    drop(bitCount & 7)
    let length = try take(16)
    guard try take(16) == ~length & 0xFFFF else {
      throw .damaged("the length of a block is not as it was written")
    }
    giveBack()
    state = .stored(length)
  }

  private func copyStored(_ left: Int) throws(InflateProblem) {
    if left == 0 { return endBlock() }
    if input.position == input.end, !input.isAtEnd {
      do throws(FileProblem) { try input.refill() } catch { throw .file(error) }
    }
    let count = min(left, input.end - input.position, out.limit - out.end)
    if count == 0 { throw .cutOff }
    (out.base + out.end).update(from: input.base + input.position, count: count)
    input.position += count
    out.end += count
    state = .stored(left - count)
  }

  /// The order in which the lengths of the codes for code lengths stand.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private func readTables() throws(InflateProblem) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var first = [UInt8](repeating: 0, count: 19)
    for index in 0..<(try take(4) + 4) { first[Self.order[index]] = UInt8(try take(3)) }
    let unknown = InflateProblem.damaged("a block's codes are none")
    guard literalCount <= 286, lengths.build(first[...], HuffmanTable.plainMeanings) else {
      throw unknown
    }
    var all: [UInt8] = []
    while all.count < literalCount + distanceCount {
      let symbol = Int(try symbol(lengths) >> 16)
      switch symbol {
      case 0...15: all.append(UInt8(symbol))
      case 16:
        guard let last = all.last else { throw unknown }
        all += [UInt8](repeating: last, count: try take(2) + 3)
      case 17: all += [UInt8](repeating: 0, count: try take(3) + 3)
      default: all += [UInt8](repeating: 0, count: try take(7) + 11)
      }
    }
    guard all.count == literalCount + distanceCount, all[256] > 0,
      literals.build(all[..<literalCount], HuffmanTable.literalMeanings),
      distances.build(all[literalCount...], HuffmanTable.distanceMeanings)
    else { throw unknown }
    state = .coded
  }

  /// The next symbol, with care for where the input ends.
  private func symbol(_ table: HuffmanTable) throws(InflateProblem) -> HuffmanTable.Entry {
    if bitCount < 15 { try refill() }
    var entry = table.entries[Int(bits & (1 << UInt64(table.bits) &- 1))]
    if entry & HuffmanTable.second != 0 {
      let more = bits >> UInt64(table.bits) & (1 << UInt64(entry & 0xFF) &- 1)
      entry = table.entries[Int(entry >> 16) + Int(more)]
    }
    if entry & HuffmanTable.invalid != 0 {
      throw bitCount < 15 ? .cutOff : .damaged("bits stand here that are no code")
    }
    let length = Int(entry & 0xFF)
    if length > bitCount { throw .cutOff }
    drop(length)
    return entry
  }

  // MARK: Symbols

  /// Decodes a block of codes: in haste while there is input for it, then with care.
  private func decode() throws(InflateProblem) {
    while out.end < out.limit {
      if try decodeInHaste() { return endBlock() }
      if out.end >= out.limit { return }
      if input.end - input.position < 16, !input.isAtEnd {
        do throws(FileProblem) { try input.refill() } catch { throw .file(error) }
      }
      if input.end - input.position >= 16 { continue }
      let entry = try symbol(literals)
      if entry & HuffmanTable.end != 0 { return endBlock() }
      if entry & HuffmanTable.literal != 0 {
        out.base[out.end] = UInt8(truncatingIfNeeded: entry >> 16)
        out.end += 1
        continue
      }
      let length = Int(entry >> 16) + (try take(Int(entry >> 8 & 0xF)))
      let far = try symbol(distances)
      let distance = Int(far >> 16) + (try take(Int(far >> 8 & 0xF)))
      guard distance <= out.end - out.first else { throw Self.tooFar }
      Self.copy(out.base + out.end, distance, length)
      out.end += length
    }
  }

  private static let tooFar = InflateProblem.damaged("a repetition begins before the first byte")

  /// Decodes as long as eight bytes of input can be loaded at once and there is room.
  ///
  /// - Returns: Whether the block ended.
  private func decodeInHaste() throws(InflateProblem) -> Bool {
    let (inBase, inLimit) = (UnsafeRawPointer(input.base), input.end - 8)
    let (outBase, outLimit, first) = (out.base, out.limit, out.first)
    let (near, far) = (literals.entries, distances.entries)
    let nearMask = UInt64(1) << UInt64(literals.bits) &- 1
    let farMask = UInt64(1) << UInt64(distances.bits) &- 1
    let (nearBits, farBits) = (UInt64(literals.bits), UInt64(distances.bits))
    var (position, at) = (input.position, out.end)
    var (bits, count) = (self.bits, UInt64(bitCount))
    defer {
      input.position = position
      out.end = at
      self.bits = bits
      bitCount = Int(count)
    }
    while position <= inLimit, at < outLimit {
      // At least 56 bits: a length and a distance with all their bits take no more than 48.
      let loaded = UInt64(
        littleEndian: inBase.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      bits |= loaded &<< count
      position &+= Int((63 &- count) &>> 3)
      count |= 56
      var entry = near[Int(truncatingIfNeeded: bits & nearMask)]
      if entry & HuffmanTable.literal != 0, entry & 0xFF <= 8 {
        // A byte with a short code leaves enough bits for another symbol.
        outBase[at] = UInt8(truncatingIfNeeded: entry &>> 16)
        at &+= 1
        bits &>>= UInt64(entry & 0xFF)
        count &-= UInt64(entry & 0xFF)
        entry = near[Int(truncatingIfNeeded: bits & nearMask)]
      }
      if entry & HuffmanTable.second != 0 {
        let more = bits &>> nearBits & (1 &<< UInt64(entry & 0xFF) &- 1)
        entry = near[Int(entry &>> 16) &+ Int(truncatingIfNeeded: more)]
      }
      let taken = UInt64(entry & 0xFF)
      bits &>>= taken
      count &-= taken
      if entry & HuffmanTable.literal != 0 {
        outBase[at] = UInt8(truncatingIfNeeded: entry &>> 16)
        at &+= 1
        continue
      }
      if entry & (HuffmanTable.end | HuffmanTable.invalid) != 0 {
        if entry & HuffmanTable.end != 0 { return true }
        throw .damaged("bits stand here that are no code")
      }
      let extra = UInt64(entry &>> 8 & 0xF)
      let length = Int(entry &>> 16) &+ Int(truncatingIfNeeded: bits & (1 &<< extra &- 1))
      bits &>>= extra
      count &-= extra
      var back = far[Int(truncatingIfNeeded: bits & farMask)]
      if back & HuffmanTable.second != 0 {
        let more = bits &>> farBits & (1 &<< UInt64(back & 0xFF) &- 1)
        back = far[Int(back &>> 16) &+ Int(truncatingIfNeeded: more)]
      }
      if back & HuffmanTable.invalid != 0 { throw .damaged("bits stand here that are no code") }
      bits &>>= UInt64(back & 0xFF)
      let backExtra = UInt64(back &>> 8 & 0xF)
      let distance = Int(back &>> 16) &+ Int(truncatingIfNeeded: bits & (1 &<< backExtra &- 1))
      bits &>>= backExtra
      count &-= UInt64(back & 0xFF) &+ backExtra
      guard distance <= at &- first else { throw Self.tooFar }
      Self.copy(outBase + at, distance, length)
      at &+= length
    }
    return false
  }

  /// Repeats bytes that stand before a place; up to seven more than asked for are written.
  @inline(__always)
  private static func copy(_ to: UnsafeMutablePointer<UInt8>, _ distance: Int, _ length: Int) {
    let from = to - distance
    if distance >= 8 {
      let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(to))
      var done = 0
      repeat {
        target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: done, as: UInt64.self), toByteOffset: done,
          as: UInt64.self)
        done &+= 8
      } while done < length
    } else if distance == 1 {
      to.update(repeating: from.pointee, count: length)
    } else {
      for index in 0..<length { to[index] = from[index] }
    }
  }
}
