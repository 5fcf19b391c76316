public import TextLayout

/// How an answer is shown to people; formats for programs look at none of it, but for what
/// `Renderer` says of a window, and the time for JSON.
public struct RenderOptions: Sendable, Hashable {
  /// The columns of the window; `nil` for a file or a pipe, where nothing is cut.
  public var width: Int?
  /// The colours.
  public var palette: Palette
  /// The most rows to show; `nil` for all.
  public var maxRows: Int?
  /// The decimal places of numbers that are not whole; `nil` for what they need, at most four.
  ///
  /// Percentages always have one.
  public var decimalPlaces: Int?
  /// How long the answer took to compute, for formats that tell it (`OutputFormat.tellsTime`); `nil`
  /// says nothing.
  public var elapsed: Duration?
  /// What bars, rules, branches and sparklines are drawn with.
  public var glyphs = Glyphs.unicode
  /// Whether base, notes and time stand in one line below a table where they fit: what a person at the
  /// prompt reads, while a script's answer keeps a line for each.
  public var joinsRemarks = false
  /// How long the answer took, in words, beside the base; `nil` says nothing.
  public var time: String?

  /// Creates options; the defaults suit a file: no limit and no colour.
  public init(
    width: Int? = nil, palette: Palette = .plain, maxRows: Int? = nil, decimalPlaces: Int? = nil
  ) {
    self.width = width
    self.palette = palette
    self.maxRows = maxRows
    self.decimalPlaces = decimalPlaces
  }
}
