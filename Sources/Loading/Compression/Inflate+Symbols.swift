/// Blocks of codes.
extension Inflate {
  /// The next symbol, with care for where the input ends.
  func symbol(_ table: HuffmanTable) throws(InflateProblem) -> HuffmanTable.Entry {
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

  /// Decodes a block of codes: in haste while there is input for it, then with care.
  func decode() throws(InflateProblem) {
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
