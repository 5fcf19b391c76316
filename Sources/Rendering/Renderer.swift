public import Execution
public import TextLayout

/// How an answer is shown.
public struct RenderOptions: Sendable {
  /// The columns of the terminal; `nil` for no limit.
  public var width: Int?
  /// The colours.
  public var palette = Palette.plain
  /// The most rows of a table to show; `nil` for all. Only the format `table` cuts.
  public var maxRows: Int?

  /// Creates options for a file: no limit, no colour.
  public init() {}
}

/// An answer as text.
///
/// Knows no query.
public enum Renderer {
  /// The whole answer in a format, ending in a line break.
  ///
  /// What `csv`, `tsv`, `json`, `jsonl` and `markdown` write is a promise: scripts depend on it.
  public static func render(
    _ answer: Answer, as format: OutputFormat, options: RenderOptions
  ) -> String {
    switch format {
    case .table: TableFormat(options).render(answer)
    case .csv: DelimitedFormat.csv.render(answer)
    case .tsv: DelimitedFormat.tsv.render(answer)
    case .json: JSONFormat.render(answer)
    case .jsonl: JSONFormat.renderLines(answer)
    case .markdown: MarkdownFormat.render(answer)
    }
  }
}
