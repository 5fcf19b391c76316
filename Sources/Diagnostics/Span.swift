/// A half-open range of UTF-8 offsets in one source text.
public struct Span: Sendable, Hashable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte; never less than `start`.
  public var end: Int

  /// Creates a span; an `end` before `start` makes an empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = max(0, start)
    self.end = max(self.start, end)
  }

  /// The number of bytes.
  public var length: Int { end - start }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
