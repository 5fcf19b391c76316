public import TextLayout

/// Draws mistakes: the words at fault marked in their line, what is near, the corrected query.
public struct DiagnosticRenderer: Sendable {
  /// What stands before the message.
  public enum Form: Sendable, Hashable {
    /// Nothing: the mistake is in what was just typed.
    case prompt
    /// `file:line:column:`, which editors and build logs follow.
    case batch
  }

  /// The name to give a source text that was read from standard input.
  public static let standardInputName = "<stdin>"
  /// The name to give a source text that came on the command line.
  public static let commandLineName = "<command>"

  /// What stands before the message.
  public var form: Form
  /// The colours.
  public var palette: Palette
  /// The columns of the window; `nil` where nothing is trimmed.
  public var width: Int?

  /// Creates a renderer.
  public init(form: Form = .prompt, palette: Palette = .plain, width: Int? = nil) {
    self.form = form
    self.palette = palette
    self.width = width
  }

  /// The diagnostics of one statement, in source order, and one corrected form of it at the end.
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong; a repeated one is drawn once.
  ///   - source: The text the spans speak of.
  ///   - statement: The statement's part of the source; `nil` for all of it.
  /// - Returns: Lines that each end in a newline; empty when there is no diagnostic.
  public func render(
    _ diagnostics: [Diagnostic], of source: SourceText, statement: Span? = nil
  ) -> String {
    var out = ""
    for diagnostic in Diagnostic.inOrder(diagnostics) {
      writeMessage(diagnostic, source, to: &out)
      writeExcerpt(diagnostic, source, to: &out)
      for note in diagnostic.notes { writeNote(visible(note), to: &out) }
    }
    if let corrected = Diagnostic.correctedStatement(
      diagnostics, of: source, statement: statement)
    {
      writeCorrection(corrected, to: &out)
    }
    return out
  }

  private func writeMessage(
    _ diagnostic: Diagnostic, _ source: SourceText, to out: inout String
  ) {
    if form == .batch {
      let position = source.position(of: diagnostic.span.start)
      let name = visible(source.name ?? "<prompt>")
      out += palette.paint("\(name):\(position.line):\(position.column):", .strong) + " "
    }
    let label = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]:"
    out += palette.paint(label, diagnostic.severity.style)
    let message = visible(diagnostic.message)
    // In batch a message is one line, which editors and build logs follow.
    let lines = form == .batch ? [message] : folded(message, after: displayWidth(label) + 1)
    let between = "\n" + Self.indent + Self.indent
    out += " " + lines.map { palette.paint($0, .strong) }.joined(separator: between) + "\n"
  }

  /// The text in lines that fit the window where words allow it.
  ///
  /// - Parameter start: The columns taken on the first line.
  private func folded(_ text: String, after start: Int) -> [String] {
    guard let width else { return [text] }
    let room = max(width, Self.leastWidth)
    var lines = [""]
    var column = start
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let needed = displayWidth(word)
      let isFirst = lines[lines.count - 1].isEmpty
      if !isFirst, column + 1 + needed > room {
        lines.append(String(word))
        column = 2 * Self.indent.count + needed
      } else {
        lines[lines.count - 1] += (isFirst ? "" : " ") + word
        column += (isFirst ? 0 : 1) + needed
      }
    }
    return lines
  }

  private func writeExcerpt(
    _ diagnostic: Diagnostic, _ source: SourceText, to out: inout String
  ) {
    let excerpt = Excerpt(
      diagnostic.span, of: source, width: width.map { $0 - Self.indent.count })
    out += Self.indent + excerpt.text + "\n"
    out += Self.indent + String(repeating: " ", count: excerpt.markStart)
    out += palette.paint("^" + String(repeating: "~", count: excerpt.markWidth - 1), .mark) + "\n"
  }

  /// Writes a line of explanation; its further lines stand deeper.
  private func writeNote(_ note: String, to out: inout String) {
    let lines = folded(note, after: Self.indent.count)
    out += Self.indent + lines.joined(separator: "\n" + Self.indent + Self.indent) + "\n"
  }

  private func writeCorrection(_ corrected: String, to out: inout String) {
    let label = "try: "
    for (index, line) in corrected.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let before =
        index == 0
        ? palette.paint(label, .suggestion) : String(repeating: " ", count: label.count)
      out += Self.indent + before + visible(String(line)) + "\n"
    }
  }

  /// Text is not broken for a window narrower than this.
  private static let leastWidth = 22
  /// What the excerpt and all that belongs to it is moved in by.
  private static let indent = "  "
}

extension Diagnostic {
  /// The diagnostics without repetitions, those that stand first in the source first.
  static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.enumerated()
      .filter { seen.insert($0.element).inserted }
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
  }

  /// One statement with the edits of all its diagnostics made: what `try:` shows and Tab inserts.
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong with the statement; an edit outside it is not made.
  ///   - source: The text the spans speak of.
  ///   - statement: The statement's part of the source; `nil` for all of it.
  /// - Returns: The statement without blanks around it, or `nil` when no edit changes it.
  public static func correctedStatement(
    _ diagnostics: [Diagnostic], of source: SourceText, statement: Span? = nil
  ) -> String? {
    let whole = statement ?? Span(0, source.bytes.count)
    let text = source.text(whole)
    var seen: Set<Edit> = []
    let edits = inOrder(diagnostics).flatMap(\.edits)
      .filter { $0.span.start >= whole.start && $0.span.end <= whole.end }
      .filter { seen.insert($0).inserted }
      .map { edit in
        Edit(
          Span(edit.span.start - whole.start, edit.span.end - whole.start), edit.replacement)
      }
    guard let corrected = corrected(SourceText(text), edits: edits), corrected != text else {
      return nil
    }
    return trimmed(corrected)
  }

  private static func trimmed(_ text: String) -> String {
    let body = text.drop(while: \.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }
}

extension Diagnostic.Severity {
  fileprivate var style: Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
