/// A text with a name, which turns offsets into lines and columns.
public struct SourceText: Sendable {
  /// What the user calls the text: a file's path, or `nil` for what was typed at the prompt.
  public let name: String?
  /// The text's bytes, in UTF-8.
  public let bytes: [UInt8]
  /// The offset at which each line begins; the first is 0.
  private let lineStarts: [Int]

  /// Creates a source text.
  public init(_ text: String, name: String? = nil) {
    self.name = name
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text under a span; offsets outside the text are brought inside.
  public func text(_ span: Span) -> String {
    let range = clamped(span)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// A place as people count: both numbers start at 1, columns count characters.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The character in the line, from 1.
    public var column: Int
  }

  /// The line and column of an offset.
  public func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = lineNumber(of: offset)
    let before = String(decoding: bytes[lineStarts[line]..<offset], as: UTF8.self)
    return Position(line: line + 1, column: before.count + 1)
  }

  /// The bytes of a line, without its newline.
  ///
  /// - Parameter number: The line, from 1; a line that does not exist is empty.
  public func lineSpan(_ number: Int) -> Span {
    guard number >= 1, number <= lineStarts.count else { return Span(bytes.count, bytes.count) }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }

  /// The line of an offset, from 0, by binary search.
  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func clamped(_ span: Span) -> Range<Int> {
    let start = min(span.start, bytes.count)
    return start..<min(max(start, span.end), bytes.count)
  }
}
