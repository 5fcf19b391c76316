internal import Execution
internal import LineEditing
internal import Rendering
internal import TextLayout

/// How answers look on the screen.
extension Session {
  /// An answer as text for the screen.
  func rendered(
    _ answer: Answer, as format: OutputFormat, took elapsed: Duration? = nil
  ) -> String {
    var shown = screenOptions
    shown.elapsed = elapsed
    shown.maxRows = options.isInteractive ? settings.rows : nil
    shown.joinsRemarks = joinsRemarks(format)
    if shown.joinsRemarks { shown.time = elapsed.map(Self.inWords) }
    return Renderer.render(answer, as: format, options: shown)
  }

  /// What every text for the screen is made with.
  var screenOptions: RenderOptions {
    var shown = RenderOptions(width: options.width, palette: palette)
    shown.glyphs = glyphs
    return shown
  }

  /// Whether base, notes and time stand in one line below an answer in a format: at the prompt, and not
  /// in what a script or a pipe answers.
  func joinsRemarks(_ format: OutputFormat) -> Bool {
    options.isInteractive && options.width != nil && format.hasFooter
  }

  /// What is drawn with: in a pipe the same for everybody.
  var glyphs: Glyphs { options.width != nil && !options.drawsBlocks ? .ascii : .unicode }

  /// The colours in force.
  var palette: Palette {
    let usesColor =
      switch settings.color {
      case "on": true
      case "off": false
      default: options.usesColor
      }
    return Palette(
      usesColor: usesColor, background: Terminal.background(),
      hasShades: Terminal.hasManyColors())
  }

  /// A duration as a person reads it: `85 µs`, `1.2 ms`, `3.4 s`.
  static func inWords(_ duration: Duration) -> String {
    let nanoseconds =
      duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    func tenths(_ unit: Int64) -> String {
      "\(nanoseconds / unit).\(nanoseconds % unit * 10 / unit)"
    }
    if nanoseconds < 1_000_000 { return "\(nanoseconds / 1000) µs" }
    if nanoseconds < 1_000_000_000 { return tenths(1_000_000) + " ms" }
    return tenths(1_000_000_000) + " s"
  }
}
