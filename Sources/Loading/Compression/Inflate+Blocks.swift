/// The beginnings of blocks, and blocks whose bytes stand as they are.
extension Inflate {
  func readHeader() throws(InflateProblem) {
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

  func copyStored(_ left: Int) throws(InflateProblem) {
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
}
