/// Turns a file's bytes into UTF-8, whatever encoding it is in.
enum TextEncoding {
  /// The bytes in UTF-8 without a byte order mark, and what to say of the encoding if it is not
  /// UTF-8.
  static func utf8(_ bytes: [UInt8], declared: String? = nil) -> (bytes: [UInt8], note: String?) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes[3...]), nil) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes, isBigEndian: false), nil) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes, isBigEndian: true), nil) }
    let isSingleByte = ["windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1"]
      .contains(declared?.lowercased())
    if isSingleByte { return (fromWindows1252(bytes), nil) }
    if isValidUTF8(bytes) { return (bytes, nil) }
    return (
      fromWindows1252(bytes),
      "the bytes are not UTF-8, and were read as Windows-1252, the usual encoding of old exports"
    )
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? a << 8 | b : b << 8 | a)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let value = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
        out.append(
          contentsOf: Array(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8))
      }
    }
    return out
  }

  /// What Windows-1252 has where ISO 8859-1 has control characters
  /// (<https://encoding.spec.whatwg.org/index-windows-1252.txt>).
  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
