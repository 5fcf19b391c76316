extension TextDictionary {
  /// The codes that the texts of another dictionary have in this one.
  ///
  /// - Parameter isCancelled: Called every few thousand texts, to ask whether they are still wanted.
  /// - Returns: A code for each text of the other; for one that is not here, a code of its own past all
  ///   of these. `nil` once they are not wanted.
  /// - Complexity: O(bytes of both).
  public func codes(of other: TextDictionary, isCancelled: () -> Bool) -> [UInt32]? {
    // Outside ASCII a text can be written in several ways that are equal as strings.
    isASCII && other.isASCII
      ? codes(ofBytes: other, isCancelled) : codes(ofStrings: other, isCancelled)
  }

  private static let textsBetweenChecks = 1 << 12

  private var isASCII: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(UInt8(0)) { $0 | $1 } < 0x80
    }
  }

  private func codes(ofStrings other: TextDictionary, _ isCancelled: () -> Bool) -> [UInt32]? {
    var codeOfText: [String: UInt32] = [:]
    for (code, text) in enumerated() {
      if code % Self.textsBetweenChecks == 0, isCancelled() { return nil }
      if codeOfText[text] == nil { codeOfText[text] = UInt32(code) }
    }
    var codes: [UInt32] = []
    codes.reserveCapacity(other.count)
    for (code, text) in other.enumerated() {
      if code % Self.textsBetweenChecks == 0, isCancelled() { return nil }
      codes.append(codeOfText[text] ?? UInt32(count + code))
    }
    return codes
  }

  private func codes(ofBytes other: TextDictionary, _ isCancelled: () -> Bool) -> [UInt32]? {
    var size = 16
    while size < count * 2 { size *= 2 }
    // A code plus one in each slot; 0 is empty.
    var slots = [UInt32](repeating: 0, count: size)
    func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
      var slot = Int(truncatingIfNeeded: Self.hash(text)) & (size - 1)
      while slots[slot] != 0 {
        let isSame = withUTF8(at: Int(slots[slot]) - 1) { $0.elementsEqual(text) }
        if isSame { break }
        slot = (slot + 1) & (size - 1)
      }
      return slot
    }
    var isWanted = true
    forEach { code, text in
      if code % Self.textsBetweenChecks == 0, isCancelled() { isWanted = false }
      let slot = slot(of: text)
      if slots[slot] == 0 { slots[slot] = UInt32(code + 1) }
      return isWanted
    }
    var codes: [UInt32] = []
    codes.reserveCapacity(other.count)
    other.forEach { code, text in
      if code % Self.textsBetweenChecks == 0, isCancelled() { isWanted = false }
      let found = slots[slot(of: text)]
      codes.append(found == 0 ? UInt32(count + code) : found - 1)
      return isWanted
    }
    return isWanted ? codes : nil
  }

  /// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>, with its high bits mixed into the low ones.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash &>> 32)
  }
}
