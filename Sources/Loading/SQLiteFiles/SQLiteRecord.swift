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

  /// Reads a record; of one that leads outside itself nothing is read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(SQLiteProblem) {
    let damaged = SQLiteProblem("a record leads outside itself")
    guard let header = VariableNumber.read(bytes), header.value >= header.length,
      header.value <= bytes.count
    else { throw damaged }
    var at = header.length
    var body = header.value
    while at < header.value {
      let rest = UnsafeBufferPointer(rebasing: bytes[at..<header.value])
      guard let type = VariableNumber.read(rest), type.value >= 0 else { throw damaged }
      at += type.length
      let length = Self.length(type.value)
      guard length <= bytes.count - body else { throw damaged }
      values.append(try Self.value(type.value, bytes, body, length))
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

  private static func value(
    _ type: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) throws(SQLiteProblem) -> Value {
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
    case 10, 11: throw SQLiteProblem("a record holds a value of no known kind")
    default: return type % 2 == 0 ? .blob(at, length) : .text(at, length)
    }
  }
}
