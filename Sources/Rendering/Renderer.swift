public import Execution

/// Turns an answer into text.
public enum Renderer {
  /// The answer in a format, ending in a newline.
  public static func render(
    _ answer: Answer, as format: OutputFormat, options: RenderOptions = RenderOptions()
  ) -> String {
    var out = ""
    render(answer, as: format, options: options, into: &out)
    return out
  }

  /// Appends the answer in a format, ending in a newline.
  ///
  /// What a format for programs writes does not depend on the options, but in a window the control
  /// characters in it are shown as pictures.
  ///
  /// - Complexity: O(cells).
  public static func render(
    _ answer: Answer, as format: OutputFormat, options: RenderOptions = RenderOptions(),
    into out: inout String
  ) {
    guard format.isForPrograms, options.width != nil else {
      format.writer.write(answer, options, to: &out)
      return
    }
    // A person looks at it: the data may not steer the window.
    var text = ""
    format.writer.write(answer, options, to: &text)
    out += harmless(text)
  }

  /// What a format without remarks leaves unsaid: the base, then the notes, each a line.
  ///
  /// For a session to print on standard error beside CSV.
  public static func remarks(on answer: Answer) -> [String] {
    var lines = answer.baseLines.map(printable)
    switch answer.body {
    case .count, .share:
      if (answer.base?.undecided ?? 0) > 0 || answer.undecided > 0 {
        lines.insert(printable(answer.sentence), at: 0)
      }
    case .table, .frequencies, .crosstab, .layers: break
    }
    return lines + answer.notes.map { "note: " + printable($0) }
  }
}
