/// Turns styles into text: ANSI colours on a terminal that has them, nothing elsewhere.
///
/// Text is written in the sixteen colours only, which a terminal's owner has chosen to be readable,
/// and in neither black nor white, one of which is the background. Shades of a cell bring their own
/// colour of text.
public struct Palette: Sendable, Hashable {
  /// What the text is written on.
  public enum Background: Sendable, Hashable {
    case dark, light
  }

  /// Whether ANSI sequences are written.
  public let usesColor: Bool
  /// What the text is written on.
  public let background: Background
  /// Whether cells are shaded, which takes a terminal of 256 colours.
  public let hasShades: Bool

  /// Creates a palette; without colour it has no shades either.
  public init(usesColor: Bool, background: Background = .dark, hasShades: Bool = false) {
    self.usesColor = usesColor
    self.background = background
    self.hasShades = usesColor && hasShades
  }

  /// No colour at all.
  public static let plain = Palette(usesColor: false)

  /// The text in the style's colours.
  ///
  /// The text is taken as it is: `sanitised(_:)` makes data fit to be painted.
  public func paint(_ text: String, _ style: Style) -> String {
    let codes = codes(for: style)
    guard usesColor, !codes.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }

  /// The deepest shade.
  public static let deepestShade = 4

  /// The text on a ground as deep as its number is high.
  ///
  /// The text is black or white, at a contrast of at least 4.5 to 1.
  ///
  /// - Parameter depth: From 0, for none, to `deepestShade`.
  public func shade(_ text: String, depth: Int) -> String {
    guard hasShades, depth > 0, !text.isEmpty else { return text }
    let index = min(depth, Self.deepestShade) - 1
    let codes =
      background == .dark
      ? "38;5;231;48;5;\([17, 18, 19, 26][index])" : "38;5;16;48;5;\([195, 153, 117, 75][index])"
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }

  /// The parameters of the sequence that begins a style; empty for plain text.
  private func codes(for style: Style) -> String {
    background == .dark ? Self.onDark(style) : Self.onLight(style)
  }

  private static func onDark(_ style: Style) -> String {
    switch style {
    case .plain: ""
    case .keyword: "1;94"
    case .entity: "95"
    case .field: "96"
    case .value: "92"
    case .number: "93"
    case .comment, .muted, .suggestion: "90"
    case .error: "1;91"
    case .warning: "1;93"
    case .note: "1;96"
    case .mark: "4;91"
    case .heading: "1;4"
    case .prompt: "1;96"
    case .strong: "1"
    case .selection: "7"
    }
  }

  private static func onLight(_ style: Style) -> String {
    switch style {
    case .plain: ""
    case .keyword: "1;34"
    case .entity: "35"
    case .field: "36"
    case .value: "32"
    // Yellow cannot be read on white.
    case .number: "31"
    case .comment, .muted, .suggestion: "90"
    case .error: "1;31"
    case .warning: "1;35"
    case .note: "1;36"
    case .mark: "4;31"
    case .heading: "1;4"
    case .prompt: "1;36"
    case .strong: "1"
    case .selection: "7"
    }
  }
}
