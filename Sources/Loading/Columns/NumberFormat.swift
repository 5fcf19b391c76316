/// How a field writes its numbers.
struct NumberFormat: Sendable, Hashable, Codable {
  /// What stands before the fraction.
  var decimal = UInt8(ascii: ".")
  /// What parts groups of digits; empty where nothing does.
  var group: [UInt8] = []
  /// Whether nothing but the number stands in a cell, so not `12%` or `£1,200`.
  var isBare = true

  /// Whether cells hold numbers as programs write them.
  var isPlain: Bool { decimal == UInt8(ascii: ".") && group.isEmpty && isBare }

  /// Calls a function with a text in the form in which programs write numbers; `nil` for a text that
  /// holds none.
  func read<Value>(_ bytes: CellText.Bytes, _ body: (CellText.Bytes) -> Value?) -> Value? {
    if isPlain { return body(bytes) }
    let number = plain(bytes)
    return number.withUnsafeBufferPointer { $0.isEmpty ? nil : body($0) }
  }

  private func plain(_ bytes: CellText.Bytes) -> [UInt8] {
    let number = isBare ? Array(bytes) : Self.bared(Array(bytes), decimal)
    var result: [UInt8] = []
    result.reserveCapacity(number.count)
    var position = 0
    var isFraction = false
    while position < number.count {
      let byte = number[position]
      if !isFraction, !group.isEmpty, number[position...].starts(with: group) {
        // A sign between digits, not before or after them.
        guard position > 0 else { return [] }
        position += group.count
        continue
      }
      if byte == decimal {
        if isFraction { return [] }
        isFraction = true
        result.append(UInt8(ascii: "."))
      } else if byte == UInt8(ascii: ".") {
        return []
      } else {
        result.append(byte)
      }
      position += 1
    }
    return result
  }

  /// The number among other things: from its sign or first digit to its last digit.
  private static func bared(_ bytes: [UInt8], _ decimal: UInt8) -> [UInt8] {
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    guard var first = bytes.firstIndex(where: isDigit), let last = bytes.lastIndex(where: isDigit)
    else { return [] }
    if first > 0, bytes[first - 1] == decimal { first -= 1 }
    // The sign may stand before the currency: `-£5`.
    let isNegative = bytes[..<first].contains(UInt8(ascii: "-"))
    return (isNegative ? [UInt8(ascii: "-")] : []) + bytes[first...last]
  }

  /// Why a text that stands for no finite number is none: the standard allows `NaN`, `INF`, `-INF`.
  static func reasonOfNone(_ bytes: CellText.Bytes) -> String? {
    guard bytes.count == 3 || bytes.count == 4 else { return nil }
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "nan": return "not a number"
    case "inf", "-inf", "+inf": return "infinite"
    default: return nil
    }
  }
}
