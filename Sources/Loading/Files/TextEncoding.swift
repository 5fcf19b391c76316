/// The encodings that text is read in.
enum TextEncoding {
  case utf8
  case utf16(isBigEndian: Bool)
  /// Windows-1252, which is ISO 8859-1 with letters for its control characters.
  case windows1252

  /// The encoding of a name as files and descriptors write it; `nil` for one that is not read.
  init?(named name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le": self = .utf16(isBigEndian: false)
    case "utf16be": self = .utf16(isBigEndian: true)
    case "windows1252", "cp1252", "iso88591", "latin1", "l1": self = .windows1252
    default: return nil
    }
  }

  /// The encoding that a byte order mark tells, and the mark's length.
  static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)?
  {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    return nil
  }

  /// Adds bytes in Windows-1252 as UTF-8.
  ///
  /// - Parameter keepsCharacters: Whether characters that are UTF-8 already stay as they are.
  /// - Returns: How many did.
  @discardableResult
  static func append(
    windows1252 bytes: UnsafeBufferPointer<UInt8>, keepsCharacters: Bool, to out: inout [UInt8]
  ) -> Int {
    var kept = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        out.append(byte)
        position += 1
        continue
      }
      if keepsCharacters, case .whole(let length) = UTF8Check.length(bytes, position) {
        out.append(contentsOf: bytes[position..<position + length])
        position += length
        kept += 1
        continue
      }
      let value = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      position += 1
    }
    return kept
  }

  /// Adds bytes in UTF-16 as UTF-8.
  ///
  /// - Returns: How many bytes at the end begin a character that goes on in the next block.
  static func append(
    utf16 bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool, isLast: Bool,
    to out: inout [UInt8]
  ) -> Int {
    func unit(_ position: Int) -> UInt16 {
      let (a, b) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = 0
    while position + 1 < bytes.count {
      units.append(unit(position))
      position += 2
    }
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      position -= 2
    }
    out.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    return bytes.count - position
  }

  /// What Windows-1252 has where ISO 8859-1 has control characters
  /// (<https://encoding.spec.whatwg.org/index-windows-1252.txt>).
  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
