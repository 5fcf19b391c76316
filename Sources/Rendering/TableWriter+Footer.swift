internal import TextLayout

extension TableWriter {
  /// Writes what stands below an answer: what it was taken from, how long it took, and the notes.
  ///
  /// Where remarks are joined and all of them fit, they are one line of at most a hundred columns; else the time stands beside the
  /// last remark, and each note has lines of its own. None is ever left out.
  func writeFooter(
    _ remarks: [String], notes: [String], _ options: RenderOptions, to out: inout String
  ) {
    var remarks = remarks
    if options.joinsRemarks {
      let parts =
        remarks.map { ($0, Style.muted) } + notes.map { ($0, Style.note) }
        + (options.time.map { [($0, Style.muted)] } ?? [])
      if Self.fits(parts.map(\.0), options) {
        writeLine(parts, options, to: &out)
        return
      }
    }
    if let time = options.time {
      if let last = remarks.last, Self.fits([last, time], options) {
        remarks[remarks.count - 1] = last + options.glyphs.separator + time
      } else {
        remarks.append(time)
      }
    }
    for remark in remarks { writeWrapped(remark, options, .muted, to: &out) }
    for note in notes { writeWrapped("note: " + note, options, .note, to: &out) }
  }

  /// Writes a sentence with its time beside it, where there is one that fits.
  ///
  /// - Returns: Whether it was written.
  func writeTimed(_ sentence: String, _ options: RenderOptions, to out: inout String) -> Bool {
    guard let time = options.time, Self.fits([sentence, time], options) else { return false }
    writeLine([(sentence, .strong), (time, .muted)], options, to: &out)
    return true
  }

  /// A longer line is no longer taken in at a glance.
  private static let longestLine = 100

  private static func fits(_ parts: [String], _ options: RenderOptions) -> Bool {
    let line = parts.joined(separator: options.glyphs.separator)
    return options.width.map { displayWidth(line) <= min($0, longestLine) } ?? false
  }

  /// The parts side by side, each in its style.
  private func writeLine(
    _ parts: [(text: String, style: Style)], _ options: RenderOptions, to out: inout String
  ) {
    guard !parts.isEmpty else { return }
    let separator = options.palette.paint(options.glyphs.separator, .muted)
    out += parts.map { options.palette.paint(options.glyphs.spelled($0.text), $0.style) }
      .joined(separator: separator)
    out += "\n"
  }
}
