/// Something a user should know about a query: what, where, and how to mend it.
///
/// Values, not text on a screen: `DiagnosticRenderer` draws them. A statement may have several.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Sendable, Hashable {
    /// The statement cannot be answered.
    case error
    /// The statement is answered, but not as it may have been meant.
    case warning
    /// Something worth knowing about the answer.
    case note
  }

  /// A replacement that mends the query; all edits of a statement together give the `try:` line.
  public struct Edit: Sendable, Hashable {
    /// The bytes to replace; empty to insert.
    public var span: Span
    /// The text to put there.
    public var replacement: String

    /// Creates an edit.
    public init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// The mistake's permanent name.
  public var code: DiagnosticCode
  /// How much it weighs.
  public var severity: Severity
  /// One line: lower case, no full stop, names what was found.
  public var message: String
  /// The words at fault.
  public var span: Span
  /// What is near, what was expected, what exists; each a line.
  public var notes: [String]
  /// The edits that correct the query; empty when there is no sure correction.
  public var edits: [Edit]

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, _ message: String, at span: Span, severity: Severity = .error,
    notes: [String] = [], edits: [Edit] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.edits = edits
  }
}

extension Diagnostic {
  /// Applies edits to a text, leaving out any that overlaps an earlier one.
  ///
  /// - Returns: The corrected text, or `nil` when there is no edit.
  public static func corrected(_ source: SourceText, edits: [Edit]) -> String? {
    guard !edits.isEmpty else { return nil }
    var out: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.span.start < $1.span.start }) {
      guard edit.span.start >= position, edit.span.end <= source.bytes.count else { continue }
      out += source.bytes[position..<edit.span.start]
      out += Array(edit.replacement.utf8)
      position = edit.span.end
    }
    out += source.bytes[position...]
    return String(decoding: out, as: UTF8.self)
  }
}
