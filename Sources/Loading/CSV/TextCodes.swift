internal import Tables

/// Gives texts from anywhere in memory codes in order of appearance.
///
/// An interner reads a few bytes past a text's end, which only the buffers of a load allow; so each
/// text is copied first.
final class TextCodes {
  private let interner = TextInterner()
  private let copy = GrowingMemory<UInt8>()

  /// Begins with texts, of which each is there once.
  init(_ texts: [String] = []) {
    for var text in texts { _ = text.withUTF8 { code($0) } }
  }

  /// The number of distinct texts.
  var count: Int { interner.count }

  /// The code of a text, new or not.
  func code(_ text: CellText.Bytes) -> UInt32 {
    take(text)
    return interner.code(copy.base, copy.count, TextBytes.hash(copy.base, copy.count))
  }

  /// The code of a text that is there, or `TextInterner.none`.
  func find(_ text: CellText.Bytes) -> UInt32 {
    take(text)
    return interner.find(copy.base, copy.count, TextBytes.hash(copy.base, copy.count))
  }

  /// The texts by code; nothing may be added after.
  func dictionary() -> TextDictionary { interner.dictionary() }

  private func take(_ text: CellText.Bytes) {
    copy.count = 0
    if let first = text.baseAddress { copy.append(first, text.count) }
  }
}
