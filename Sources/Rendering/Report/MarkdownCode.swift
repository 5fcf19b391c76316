/// Text that Markdown shows as it is.
///
/// Nothing in it can end the code, since what encloses it is longer than any run of backticks in it. See
/// <https://spec.commonmark.org/0.31.2/#code-spans>.
public enum MarkdownCode {
  /// Code in a line; line breaks become blanks, and control characters their pictures.
  ///
  /// - Complexity: O(length).
  public static func span(_ text: String) -> String {
    let words = printable(ProseText.inLine(text))
    let fence = String(repeating: "`", count: longestRun(in: words) + 1)
    // A blank on either side is taken away again, and keeps backticks apart.
    return fence.count == 1 ? "`\(words)`" : "\(fence) \(words) \(fence)"
  }

  /// Code that keeps its lines.
  static func block(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) }.joined(separator: "\n")
    return "\(fence)text\n\(body)\(body.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
