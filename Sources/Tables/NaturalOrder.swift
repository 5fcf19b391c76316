/// The order in which a person sorts names: without regard to case, and `A2` before `A10`.
public enum NaturalOrder {
  /// Whether a name comes before another.
  public static func precedes(_ a: String, _ b: String) -> Bool {
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
