/// Texts without regard to case.
enum Folding {
  /// Calls a function with the UTF-8 bytes of the text in lower case.
  ///
  /// A text of ASCII, as most are, is folded byte by byte; any other by the rules of Unicode.
  static func withFoldedBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var bytes = Array(text.utf8)
    var isASCII = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 {
        isASCII = false
        break
      }
      if byte >= 0x41, byte <= 0x5A { bytes[index] = byte | 0x20 }
    }
    if !isASCII { bytes = Array(text.lowercased().utf8) }
    return bytes.withUnsafeBufferPointer(body)
  }
}
