public import Diagnostics

/// A script as its author laid it out: statements, and headings, prose, expected tables and loops
/// between them.
///
/// Statements keep their places: `statements` is a text of the same length in which everything else is
/// blank, so that what is found wrong in it is wrong at the same line and column of the script.
public struct ScriptDocument: Sendable {
  /// The script as it is written.
  public let source: SourceText
  /// The statements alone, each where it stands in the script.
  public let statements: SourceText
  /// Everything else, in order.
  public let parts: [ScriptPart]
  /// What is wrong with the layout; mistakes in statements are for the parser.
  public let diagnostics: [Diagnostic]

  /// Reads the layout of a script.
  ///
  /// - Complexity: O(bytes).
  public init(_ source: SourceText) {
    var reader = LayoutReader(source)
    reader.read()
    self.source = source
    statements = SourceText(String(decoding: reader.masked, as: UTF8.self), name: source.name)
    parts = reader.parts.sorted { $0.span.start < $1.span.start }
    diagnostics = reader.diagnostics
  }

  /// A text of the same length that holds nothing but a span: a statement in a line of prose.
  public func alone(_ span: Span) -> SourceText {
    var bytes = source.bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    bytes[span.start..<span.end] = source.bytes[span.start..<span.end]
    return SourceText(String(decoding: bytes, as: UTF8.self), name: source.name)
  }
}
