/// The order in which a person sorts names: without regard to case, and `A2` before `A10`.
public enum NaturalOrder {
  /// Whether a name comes before another.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    var (first, second) = (a, b)
    let order: Int? = first.withUTF8 { first in
      second.withUTF8 { second in compare(ASCII: first, second) }
    }
    return order.map { $0 < 0 } ?? precedesByParts(a, b)
  }

  /// Whether texts are in this order, as identifiers often are that were given one after another.
  ///
  /// - Complexity: O(texts), and little where they are not.
  public static func isSorted(_ texts: TextDictionary) -> Bool {
    texts.indices.dropFirst().allSatisfy { !precedes($0, $0 - 1, in: texts) }
  }

  private static func precedes(_ a: Int, _ b: Int, in texts: TextDictionary) -> Bool {
    let order: Int? = texts.withUTF8(at: a) { first in
      texts.withUTF8(at: b) { second in compare(ASCII: first, second) }
    }
    return order.map { $0 < 0 } ?? precedesByParts(texts[a], texts[b])
  }

  /// The codes of some texts in the order of the texts.
  ///
  /// - Complexity: O(codes × log codes), without a string for each; O(codes) where they are in order.
  public static func sorted(_ codes: [Int], in texts: TextDictionary) -> [Int] {
    codes.sorted { precedes($0, $1, in: texts) }
  }

  /// Less than 0 where the first comes before, 0 where both are the same; `nil` where a text outside
  /// ASCII needs the order of whole characters.
  ///
  /// Letters are told apart by case only where there is no other difference, and so are numbers by
  /// their zeros.
  private static func compare(
    ASCII a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if let order = compare(identifiers: a, b) { return order }
    var (left, right) = (0, 0)
    while left < a.count, right < b.count {
      let (first, second) = (a[left], b[right])
      if first >= 0x80 || second >= 0x80 { return nil }
      guard isDigit(first), isDigit(second) else {
        let (first, second) = (lowercased(first), lowercased(second))
        if first != second {
          guard isASCII(a, at: left + 1), isASCII(b, at: right + 1) else { return nil }
          // A digit ends the words before it, and what ends first comes first.
          if isDigit(first) != isDigit(second) { return isDigit(first) ? -1 : 1 }
          return first < second ? -1 : 1
        }
        left += 1
        right += 1
        continue
      }
      let (x, y) = (number(in: a, at: &left), number(in: b, at: &right))
      if x != y {
        guard isASCII(a, at: left), isASCII(b, at: right) else { return nil }
        return x < y ? -1 : 1
      }
    }
    guard isASCII(a, at: left), isASCII(b, at: right) else { return nil }
    let (more, fewer) = (a.count - left, b.count - right)
    if more != fewer { return more - fewer }
    for (x, y) in zip(a, b) where x != y { return Int(x) - Int(y) }
    return a.count - b.count
  }

  /// The order of two names of one length that differ only in a number at their end, as most of the
  /// names do that are given to rows one after another; `nil` for others.
  private static func compare(
    identifiers a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard a.count == b.count else { return nil }
    var place = 0
    while place < a.count, a[place] == b[place] { place += 1 }
    if place == a.count { return 0 }
    for rest in place..<a.count where !isDigit(a[rest]) || !isDigit(b[rest]) { return nil }
    var start = place
    while start > 0, isDigit(a[start - 1]) { start -= 1 }
    // As many digits always fit a number.
    return a.count - start < 20 ? Int(a[place]) - Int(b[place]) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a text ends at a place or goes on in ASCII: what follows may change the character
  /// before it.
  private static func isASCII(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    place >= text.count || text[place] < 0x80
  }

  /// A number, as far as it fits, and the place after it.
  private static func number(
    in text: UnsafeBufferPointer<UInt8>, at place: inout Int
  ) -> UInt64 {
    var value: UInt64 = 0
    while place < text.count, isDigit(text[place]) {
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(text[place] & 0x0F))
      value = overflow || carry || value == .max ? .max : sum
      place += 1
    }
    return value
  }

  private static func precedesByParts(_ a: String, _ b: String) -> Bool {
    let first = parts(a)
    let second = parts(b)
    for (left, right) in zip(first, second) where left != right {
      switch (left, right) {
      case (.number(let x, _), .number(let y, _)) where x != y: return x < y
      case (.text(let x), .text(let y)): return x < y
      case (.number, .text): return true
      case (.text, .number): return false
      default: continue
      }
    }
    if first.count != second.count { return first.count < second.count }
    return a < b
  }

  private enum Part: Equatable {
    case text(String)
    /// The value, as far as it fits, and the number of digits.
    case number(UInt64, Int)
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var word = ""
    var digits = ""
    func flush() {
      if !word.isEmpty { parts.append(.text(word)) }
      if !digits.isEmpty { parts.append(.number(UInt64(digits) ?? .max, digits.utf8.count)) }
      word = ""
      digits = ""
    }
    for character in text.lowercased() {
      let isDigit = ("0"..."9").contains(character)
      if isDigit != !digits.isEmpty { flush() }
      if isDigit { digits.append(character) } else { word.append(character) }
    }
    flush()
    return parts
  }
}
