public import Diagnostics

/// `compare runs "A.json" with "B.json" [as FORMAT] [into "FILE"]`.
public struct RunComparisonRequest: Sendable, Hashable {
  /// The file with the answers of the first run.
  public var first: String
  /// Where the first file's name stands.
  public var firstSpan: Span
  /// The file with the answers of the second run.
  public var second: String
  /// Where the second file's name stands.
  public var secondSpan: Span
  /// How what changed is shown.
  public var output: Output

  /// Creates a request.
  public init(
    first: String, firstSpan: Span, second: String, secondSpan: Span, output: Output
  ) {
    self.first = first
    self.firstSpan = firstSpan
    self.second = second
    self.secondSpan = secondSpan
    self.output = output
  }
}
