internal import Diagnostics

/// Finds the parts of a script line by line, and blanks all that is no statement.
struct LayoutReader {
  private let source: SourceText
  /// The lines without their ends.
  private let lines: [Span]
  private var next = 0
  /// The script with blanks for what is no statement.
  private(set) var masked: [UInt8]
  private(set) var parts: [ScriptPart] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The loops that are open, the innermost last.
  private var openLoops: [OpenLoop] = []

  private struct OpenLoop {
    var variable: String
    var header: Span
    var line: Span
    var bodyStart: Int
    /// The blanks before the first line of the body.
    var indentation: Int?
  }

  init(_ source: SourceText) {
    self.source = source
    masked = source.bytes
    let count = 1 + source.bytes.count { $0 == UInt8(ascii: "\n") }
    lines = (1...count).map(source.lineSpan)
  }

  mutating func read() {
    while next < lines.count {
      let line = lines[next]
      next += 1
      let text = source.text(line)
      let words = text.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("##") {
        readHeading(line, words)
      } else if words.trimmedEnd == "\"\"\"" {
        readProse(from: line)
      } else if Self.isRule(words) {
        readTable(from: line)
      } else if words.hasPrefix("for each ") {
        openLoop(line, text)
      } else if words.trimmedEnd == "end" {
        closeLoop(line)
      } else {
        separate(line, text)
      }
    }
    for loop in openLoops where !loop.variable.isEmpty {
      report("this `for each` has no `end`", at: loop.line)
    }
  }

  private mutating func report(_ message: String, at span: Span, notes: [String] = []) {
    diagnostics.append(Diagnostic(.scriptLayout, message, at: span, notes: notes))
  }

  private mutating func mask(_ span: Span) {
    for offset in span.start..<span.end where masked[offset] != UInt8(ascii: "\n") {
      masked[offset] = UInt8(ascii: " ")
    }
  }

  // MARK: Headings and prose

  private mutating func readHeading(_ line: Span, _ words: Substring) {
    let signs = words.prefix { $0 == "#" }
    let text = words.dropFirst(signs.count).drop { $0 == " " }.trimmedEnd
    // The line is a comment to the parser as well.
    parts.append(ScriptPart(kind: .heading(level: signs.count, text: text), span: line))
  }

  private mutating func readProse(from opening: Span) {
    while next < lines.count, source.text(lines[next]).trimmed != "\"\"\"" { next += 1 }
    guard next < lines.count else {
      report("this text has no closing \"\"\"", at: opening)
      mask(Span(opening.start, source.bytes.count))
      return
    }
    let whole = Span(opening.start, lines[next].end)
    let inner = Span(min(opening.end + 1, lines[next].start), lines[next].start)
    next += 1
    mask(whole)
    parts.append(ScriptPart(kind: .prose(pieces(of: inner)), span: whole))
  }

  /// The words and the statements of a text.
  private mutating func pieces(of span: Span) -> [ProsePiece] {
    var pieces: [ProsePiece] = []
    var start = span.start
    var at = span.start
    func isDoubled(_ byte: UInt8, _ offset: Int) -> Bool {
      offset + 1 < span.end && source.bytes[offset] == byte && source.bytes[offset + 1] == byte
    }
    while at < span.end {
      guard isDoubled(UInt8(ascii: "{"), at) else {
        at += 1
        continue
      }
      var end = at + 2
      while end < span.end, !isDoubled(UInt8(ascii: "}"), end) { end += 1 }
      guard end < span.end else {
        report("these {{ have no }}", at: Span(at, at + 2))
        break
      }
      if at > start { pieces.append(.text(source.text(Span(start, at)))) }
      pieces.append(.statement(withoutBlanks(Span(at + 2, end))))
      at = end + 2
      start = at
    }
    if start < span.end { pieces.append(.text(source.text(Span(start, span.end)))) }
    return pieces
  }

  private func withoutBlanks(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    while start < end, isBlank(source.bytes[start]) { start += 1 }
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    return Span(start, end)
  }

  // MARK: Tables

  /// Whether a line is four dashes or more.
  private static func isRule(_ words: Substring) -> Bool {
    let text = words.trimmedEnd
    return text.count >= 4 && text.allSatisfy { $0 == "-" }
  }

  private mutating func readTable(from rule: Span) {
    var end = rule.end
    var table: [String] = []
    while next < lines.count, !source.text(lines[next]).trimmed.isEmpty {
      table.append(source.text(lines[next]).trimmedEnd)
      end = lines[next].end
      next += 1
    }
    mask(Span(rule.start, end))
    parts.append(ScriptPart(kind: .table(lines: table), span: Span(rule.start, end)))
  }

  // MARK: Loops

  private mutating func openLoop(_ line: Span, _ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 6, words[3] == "in", words[4] == "values" else {
      report(
        "a loop names a parameter and the values it takes", at: line,
        notes: ["as in: for each region in values reviews.region"])
      mask(line)
      openLoops.append(OpenLoop(variable: "", header: line, line: line, bodyStart: line.end))
      return
    }
    let before = text.utf8.distance(from: text.startIndex, to: words[4].startIndex)
    let header = Span(line.start + before, line.end)
    mask(Span(line.start, header.start))
    // What stands before ends here, however far the line is indented.
    masked[header.start - 1] = UInt8(ascii: ";")
    openLoops.append(
      OpenLoop(
        variable: String(words[2].drop { $0 == "$" }), header: header, line: line,
        bodyStart: min(line.end + 1, source.bytes.count)))
  }

  private mutating func closeLoop(_ line: Span) {
    mask(line)
    guard let loop = openLoops.popLast() else {
      report("this `end` ends no `for each`", at: line)
      return
    }
    guard !loop.variable.isEmpty else { return }
    parts.append(
      ScriptPart(
        kind: .loop(
          ScriptLoop(
            variable: loop.variable, header: loop.header, body: Span(loop.bodyStart, line.start))),
        span: Span(loop.line.start, line.end)))
  }

  /// Keeps a line of a loop apart from the line before: an indented line would go on with it.
  private mutating func separate(_ line: Span, _ text: String) {
    guard !openLoops.isEmpty, !text.trimmed.isEmpty else { return }
    let last = openLoops.count - 1
    let indentation = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let usual = openLoops[last].indentation ?? indentation
    openLoops[last].indentation = usual
    if indentation > 0, indentation <= usual {
      masked[line.start + indentation - 1] = UInt8(ascii: ";")
    }
  }
}

extension StringProtocol {
  /// Without blanks at the end.
  var trimmedEnd: String {
    var text = String(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Without blanks at both ends.
  var trimmed: String { drop(while: \.isWhitespace).trimmedEnd }
}
