/// Turns styles into text: ANSI colours on a terminal that has them, nothing elsewhere.
///
/// Only the sixteen colours are used, which a terminal's owner has chosen to be readable, and
/// neither black nor white, one of which is the background.
public struct Palette: Sendable, Hashable {
  /// What the text is written on.
  public enum Background: Sendable, Hashable {
    case dark, light
  }

  /// Whether ANSI sequences are written.
  public let usesColor: Bool
  /// What the text is written on.
  public let background: Background

  /// Creates a palette.
  public init(usesColor: Bool, background: Background = .dark) {
    self.usesColor = usesColor
    self.background = background
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
