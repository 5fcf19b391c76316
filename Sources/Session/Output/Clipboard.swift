internal import LineEditing

/// The clipboard of the machine that the terminal is on, reached by a sequence of control characters
/// (OSC 52).
///
/// See "Manipulate Selection Data" in <https://invisible-island.net/xterm/ctlseqs/ctlseqs.html>.
struct Clipboard: Sendable {
  /// What stands between the program and the terminal, and hands on only what it is told to.
  enum Multiplexer: Sendable {
    case tmux, screen
  }

  /// The most bytes of a text: what follows fits the 100,000 bytes that terminals are known to take.
  static let mostBytes = 74_994
  /// The most bytes of a string that screen hands on: it drops the whole of a longer one.
  private static let screenPiece = 76

  /// Whether the terminal understands no sequences.
  let isDumb: Bool
  let multiplexer: Multiplexer?

  /// The clipboard of the terminal that the environment describes.
  init(environment: Terminal.Environment = Terminal.processEnvironment) {
    func isSet(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
    isDumb = Terminal.isDumb(environment)
    multiplexer = isSet("TMUX") ? .tmux : isSet("STY") ? .screen : nil
  }

  /// What to write to the terminal; `nil` for a text that is too long for it.
  func sequence(for text: String) -> String? {
    guard text.utf8.count <= Self.mostBytes else { return nil }
    let content = Self.base64(text)
    let plain = "\u{1B}]52;c;\(content)\u{7}"
    switch multiplexer {
    case nil: return plain
    case .tmux:
      // The first is for tmux, where it keeps a clipboard (set-clipboard); the second goes through it to
      // the terminal (allow-passthrough). It drops what it is not set to take.
      return plain + "\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\"
    case .screen:
      var pieces = "\u{1B}P\u{1B}]52;c;"
      for (index, byte) in content.utf8.enumerated() {
        if index > 0, index.isMultiple(of: Self.screenPiece) { pieces += "\u{1B}\\\u{1B}P" }
        pieces.unicodeScalars.append(Unicode.Scalar(byte))
      }
      return pieces + "\u{7}\u{1B}\\"
    }
  }

  /// What must be so for the text to arrive, in a sentence.
  var condition: String {
    switch multiplexer {
    case .tmux:
      "If there is nothing to paste: in tmux, `set -g set-clipboard on` or `set -g allow-passthrough "
        + "on`, and allow the terminal's programs to write the clipboard (OSC 52)."
    case .screen:
      "If there is nothing to paste: allow the terminal's programs to write the clipboard (OSC 52); "
        + "screen hands it on."
    case nil:
      "If there is nothing to paste: allow the terminal's programs to write the clipboard (OSC 52)."
    }
  }

  /// See <https://www.rfc-editor.org/rfc/rfc4648#section-4>.
  private static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
