/// The values of one record.
struct SQLiteRecord {
  enum Value {
    case null
    case integer(Int)
    case real(Double)
    /// Bytes of the record: where they begin, and how many.
    case text(Int, Int)
    case blob(Int, Int)
  }

  private(set) var values: [Value] = []
  /// Whether the record leads outside itself or holds what is no value; the values are those before.
  private(set) var isDamaged = false

  /// Reads a record as far as it makes sense.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let header = VariableNumber.read(bytes), header.value >= header.length else {
      isDamaged = true
      return
    }
    let end = min(header.value, bytes.count)
    isDamaged = end < header.value
    var at = header.length
    var body = header.value
    while at < end {
      let rest = UnsafeBufferPointer(rebasing: bytes[at..<end])
      guard let type = VariableNumber.read(rest), type.value >= 0,
        Self.length(type.value) <= bytes.count - body
      else {
        isDamaged = true
        return
      }
      let length = Self.length(type.value)
      if let value = Self.value(type.value, bytes, body, length) {
        values.append(value)
      } else {
        values.append(.null)
        isDamaged = true
      }
      at += type.length
      body += length
    }
  }

  private static func length(_ type: Int) -> Int {
    switch type {
    case 0...4: type
    case 5: 6
    case 6, 7: 8
    case 8...11: 0
    default: (type - 12) / 2
    }
  }

  /// A value; `nil` for one of no known kind.
  private static func value(
    _ type: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> Value? {
    switch type {
    case 0: return .null
    case 1...6:
      // The sign is in the first byte.
      let first = Int(Int8(bitPattern: bytes[at]))
      return .integer(bytes[at + 1..<at + length].reduce(first) { $0 << 8 | Int($1) })
    case 7:
      let pattern = bytes[at..<at + 8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      return .real(Double(bitPattern: pattern))
    case 8, 9: return .integer(type - 8)
    case 10, 11: return nil
    default: return type % 2 == 0 ? .blob(at, length) : .text(at, length)
    }
  }
}
