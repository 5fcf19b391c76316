public import TextLayout

/// Draws diagnostics: the only place that draws marks.
///
/// ```
/// error[unknown-value]: status has no value "CP paln"
///   count children where status = "CP paln" and died
///                                 ^~~~~~~~~
///   nearest: "CP plan" (49 children)
///   try: count children where status = "CP plan" and died
/// ```
public struct DiagnosticRenderer {
  /// Where the messages are read.
  public enum Style: Sendable {
    /// At a prompt: the place is plain from the marked words.
    case prompt
    /// In batch: each message begins with `file:line:column:`.
    case batch
  }

  private let palette: Palette
  private let width: Int
  private let style: Style

  /// Excerpts are this far from the edge.
  private static let indent = "  "

  /// Creates a renderer.
  ///
  /// - Parameter width: The columns of the terminal; 100 where there is none.
  public init(palette: Palette, width: Int?, style: Style) {
    self.palette = palette
    self.width = max(20, width ?? 100)
    self.style = style
  }

  /// The diagnostics of one statement, and the statement with all edits made.
  ///
  /// - Parameter statement: The statement's bytes; the corrected text is made from these alone.
  public func render(_ diagnostics: [Diagnostic], source: SourceText, statement: Span) -> String {
    var text = ""
    for diagnostic in diagnostics { render(diagnostic, source, into: &text) }
    if let corrected = Self.corrected(diagnostics, source, statement) {
      let label = palette.paint("try:", .note)
      let lines = corrected.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\(Self.indent)\(label) "
      text += lines.map { sanitised($0) }.joined(separator: "\n\(Self.indent)     ") + "\n"
    }
    return text
  }

  /// The statement with the edits of all its diagnostics.
  static func corrected(
    _ diagnostics: [Diagnostic], _ source: SourceText, _ statement: Span
  ) -> String? {
    let edits = diagnostics.flatMap(\.edits).map { edit in
      Diagnostic.Edit(
        Span(edit.span.start - statement.start, edit.span.end - statement.start),
        edit.replacement)
    }
    return Diagnostic.corrected(SourceText(source.text(statement)), edits: edits)
  }

  private func render(_ diagnostic: Diagnostic, _ source: SourceText, into text: inout String) {
    let label = palette.paint(
      "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", diagnostic.severity.style)
    if style == .batch, let name = source.name {
      let position = source.position(of: diagnostic.span.start)
      text += "\(name):\(position.line):\(position.column): "
    }
    let message = sanitised(diagnostic.message)
    let lines = wrapped("\(message)", to: max(20, width - 4), indentation: Self.indent)
    text += "\(label): " + lines.joined(separator: "\n") + "\n"
    if !source.bytes.isEmpty { excerpt(diagnostic, source, into: &text) }
    for note in diagnostic.notes {
      text +=
        wrapped(
          Self.indent + sanitised(note), to: width, indentation: Self.indent + Self.indent
        ).joined(separator: "\n") + "\n"
    }
  }

  /// The line with the words at fault, and a mark under them.
  private func excerpt(_ diagnostic: Diagnostic, _ source: SourceText, into text: inout String) {
    let line = source.lineSpan(source.position(of: diagnostic.span.start).line)
    let start = min(max(diagnostic.span.start, line.start), line.end)
    let end = min(max(diagnostic.span.end, start), line.end)
    var before = sanitised(source.text(Span(line.start, start)))
    let marked = sanitised(source.text(Span(start, end)))
    var after = sanitised(source.text(Span(end, line.end)))
    let room = width - Self.indent.count
    Self.trim(&before, marked, &after, to: room)
    let markedWidth = max(1, displayWidth(marked))
    text += Self.indent + before + palette.paint(marked, .mark) + after + "\n"
    let mark = "^" + String(repeating: "~", count: min(markedWidth, max(1, room)) - 1)
    text += Self.indent + String(repeating: " ", count: displayWidth(before))
    text += palette.paint(mark, diagnostic.severity.style) + "\n"
  }

  /// Shortens what stands around the marked words until the line fits, leaving whole words.
  private static func trim(
    _ before: inout String, _ marked: String, _ after: inout String, to width: Int
  ) {
    func excess() -> Int {
      displayWidth(before) + displayWidth(marked) + displayWidth(after) - width
    }
    if excess() > 0, displayWidth(after) > 20 {
      after = truncated(after, to: max(20, displayWidth(after) - excess()))
    }
    guard excess() > 0, displayWidth(before) > 20 else { return }
    let keep = max(20, displayWidth(before) - excess() - 2)
    var tail = ""
    for character in before.reversed() {
      if displayWidth(tail) + displayWidth(character) > keep { break }
      tail = String(character) + tail
    }
    if let blank = tail.firstIndex(of: " ") { tail = String(tail[tail.index(after: blank)...]) }
    before = "… " + tail
  }
}

extension Diagnostic.Severity {
  fileprivate var style: TextLayout.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
