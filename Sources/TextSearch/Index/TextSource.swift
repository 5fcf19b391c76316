/// Texts by number, as an index reads them.
public struct TextSource: Sendable {
  /// The number of texts.
  public let count: Int
  /// About how many bytes they have together.
  public let byteCount: Int
  /// Calls a function with the bytes of a text in UTF-8, or not at all where there is none.
  let withText: @Sendable (Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void

  /// Creates a source of texts.
  ///
  /// - Parameters:
  ///   - count: The number of texts.
  ///   - byteCount: About how many bytes they have together.
  ///   - withText: Calls a function with the bytes of a text by its number, or not at all where
  ///     there is none. Called on several threads.
  public init(
    count: Int, byteCount: Int,
    withText: @escaping @Sendable (Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) {
    self.count = count
    self.byteCount = byteCount
    self.withText = withText
  }

  /// The numbers of the texts in pieces of a few megabytes, which threads take in turn.
  var pieces: [Range<Int>] {
    let number = max(1, min(count, byteCount / Self.pieceLength))
    return (0..<number).map { count * $0 / number..<count * ($0 + 1) / number }
  }

  /// Long enough that what is done once for a piece does not count, short enough that the threads
  /// end together.
  private static let pieceLength = 8 << 20

  /// How many texts are read between two looks at whether the work is still wanted.
  static let textsBetweenChecks = 256
}
