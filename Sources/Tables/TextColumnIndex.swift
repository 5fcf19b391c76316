public import Bitmaps
public import TextSearch

/// Which words the texts of a column hold.
public struct TextColumnIndex: Sendable {
  private let codes: Codes
  private let recorded: Bitmap
  private let rows: TextRows
  private let source: TextSource
  private let index: TextIndex

  /// How the texts of the index are numbered.
  private enum TextRows {
    /// By row, where few rows share a text: what is found are rows.
    case own
    /// By code, where many do: each text is read once.
    case shared
  }

  /// Reads the texts of a column.
  ///
  /// - Parameter recorded: The rows that hold a value.
  /// - Returns: `nil` once `isCancelled` says that the index is not wanted any more.
  init?(
    _ values: CodedValues, recorded: Bitmap, isCancelled: @escaping @Sendable () -> Bool
  ) {
    let (codes, dictionary) = (values.codes, values.dictionary)
    // A fifth more texts to read costs less than to find the rows of each text anew.
    rows = recorded.count * 5 > dictionary.count * 6 ? .shared : .own
    switch rows {
    case .own:
      source = TextSource(count: codes.count, byteCount: dictionary.bytes.count) { row, body in
        if recorded.contains(row) { dictionary.withUTF8(at: Int(codes[row]), body) }
      }
    case .shared:
      source = TextSource(count: dictionary.count, byteCount: dictionary.bytes.count) {
        dictionary.withUTF8(at: $0, $1)
      }
    }
    guard let index = TextIndex(source, isCancelled: isCancelled) else { return nil }
    self.index = index
    self.codes = codes
    self.recorded = recorded
  }

  /// Whether an index of the column would pay for its making.
  ///
  /// Texts of some length, and enough of them that looking at all takes longer than a blink. Short
  /// ones, such as names and codes, hardly share words, and are quickly looked at.
  public static func pays(_ values: CodedValues) -> Bool {
    let (bytes, texts) = (values.dictionary.bytes.count, values.dictionary.count)
    return bytes >= 4 << 20 && bytes >= texts * 32
  }

  /// The memory that the index takes, in bytes.
  public var byteCount: Int { index.byteCount }

  /// What it is, for a plan: `index of 554 words in 758438 texts`.
  public var description: String { "index of \(index.wordCount) words in \(index.textCount) texts" }

  /// The rows whose text matches a pattern.
  ///
  /// - Returns: `nil` once `isCancelled` says that the answer is not wanted any more.
  /// - Complexity: That of `TextIndex.texts(matching:in:threads:isCancelled:)`; and O(rows) where
  ///   rows share texts.
  public func rows(
    matching pattern: some TextPattern, isCancelled: @escaping @Sendable () -> Bool
  ) -> Bitmap? {
    let texts = index.texts(matching: pattern, in: source, isCancelled: isCancelled)
    guard case .shared = rows, let texts else { return texts }
    return Bitmap(capacity: codes.count) { recorded.contains($0) && texts.contains(Int(codes[$0])) }
  }
}
