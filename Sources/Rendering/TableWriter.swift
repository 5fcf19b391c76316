internal import Execution
internal import TextLayout

/// Writes columns aligned by spaces, a thin rule under each title, and below what was left out.
///
/// Nothing but spaces stands between columns, so that a copied part pastes well.
struct TableWriter: AnswerWriter {
  /// Whether a bar stands beside each count or measure.
  var showsBars = false

  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    var (answer, options) = (answer, options)
    if showsBars { answer.dropPercentagesOfCrosstab() }
    var remarks = answer.baseLines.map(printable)
    if showsBars { answer.flattenForBars() }
    let outline = answer.unfoldOutline()
    switch answer.body {
    case .count, .share:
      if writeTimed(printable(answer.sentence), options, to: &out) {
        options.time = nil
      } else {
        writeWrapped(printable(answer.sentence), options, .strong, to: &out)
      }
    case .layers(let dimension, let layers):
      for (index, layer) in layers.enumerated() {
        if index > 0 { out += "\n" }
        let title = "\(printable(dimension)): \(Grid.Cell(layer.key).text)"
        writeWrapped(title, options, .heading, to: &out)
        write(Grid(layer.crosstab, options), options, to: &out)
      }
      if layers.isEmpty { writeWrapped(printable(answer.nothing), options, .plain, to: &out) }
    case .table, .frequencies, .crosstab:
      guard var grid = Grid(answer, options) else {
        writeWrapped(printable(answer.nothing), options, .plain, to: &out)
        remarks = []
        break
      }
      if let outline { grid.addBranches(of: outline, with: options.glyphs) }
      if showsBars, let remark = grid.addBars(to: answer, options) { remarks.append(remark) }
      let legend = showsBars ? nil : grid.addSpread(of: answer, options)
      write(grid, options, to: &out)
      if let legend { writeWrapped(legend, options, .muted, to: &out) }
      if let histogram = answer.histogram {
        if let remark = write(histogram, options, to: &out) { remarks.append(remark) }
      }
      if !showsBars, let sparkline = Sparkline(answer, options) {
        for line in sparkline.lines { writeWrapped(line, options, .muted, to: &out) }
      }
    }
    writeFooter(remarks, notes: answer.notes.map(printable), options, to: &out)
  }

  /// Writes the bands of a histogram with their bars below the summary.
  ///
  /// - Returns: Why it has no bars, where it has none.
  private func write(
    _ histogram: Histogram, _ options: RenderOptions, to out: inout String
  ) -> String? {
    let counts = histogram.bands.map { Double($0.count) }
    var grid = Grid(histogram)
    var remark = grid.addBars(of: counts, options)
    out += "\n"
    if remark != nil {
      // The name alone may take the room: above the bands it takes none.
      grid = Grid(histogram)
      let name = grid.columns[0].title
      grid.columns[0].title = "band"
      remark = grid.addBars(of: counts, options)
      writeWrapped(name, options, .heading, to: &out)
    }
    write(grid, options, to: &out)
    return remark
  }

  private func write(_ grid: Grid, _ options: RenderOptions, to out: inout String) {
    var grid = grid
    grid.spell(with: options.glyphs)
    let layout = GridLayout(grid, width: options.width, ellipsis: options.glyphs.ellipsis)
    for (index, piece) in layout.pieces.enumerated() {
      if index > 0 { out += "\n" }
      GridPiece(
        grid: grid, layout: layout, columns: piece, palette: options.palette,
        glyphs: options.glyphs
      ).write(to: &out)
    }
    for notice in grid.notices(layout, ellipsis: options.glyphs.ellipsis) {
      writeWrapped(notice, options, .muted, to: &out)
    }
  }

  /// Writes a sentence, its further lines indented.
  func writeWrapped(
    _ text: String, _ options: RenderOptions, _ style: Style, to out: inout String
  ) {
    let text = options.glyphs.spelled(text)
    guard let width = options.width, displayWidth(text) > width else {
      out += options.palette.paint(text, style) + "\n"
      return
    }
    for (index, line) in wrapped(text, to: max(1, width - 2)).enumerated() {
      out += (index > 0 ? "  " : "") + options.palette.paint(line, style) + "\n"
    }
  }
}

extension Grid {
  /// What is not shown, and how to see it.
  fileprivate func notices(_ layout: GridLayout, ellipsis: String) -> [String] {
    let toFile = "`as csv into \"file.csv\"`"
    var notices: [String] = []
    if shownRowCount < totalRowCount {
      let remedy = hasFileForm ? "; for all: \(toFile)" : ""
      notices.append("\(shownRowCount) of \(totalRowCount) rows shown\(remedy)")
    }
    if !layout.hidden.isEmpty {
      let number = layout.hidden.count
      var remedies = ["widen the window"]
      if isListing { remedies.append("choose columns with `show`") }
      if hasFileForm { remedies.append(toFile) }
      notices.append(
        "\(number) \(number == 1 ? "column has" : "columns have") no room: "
          + "\(names(layout.hidden)); " + remedies.joined(separator: ", or "))
    }
    if !layout.cutColumns.isEmpty {
      notices.append(
        "text cut at \(ellipsis) in \(names(layout.cutColumns)); for the whole of it list at most "
          + "\(GridLayout.mostWholeRows) rows, or \(toFile)")
    }
    if let notice = shortMissingNotice(layout) { notices.append(notice) }
    return notices
  }

  /// What the short forms of missing values mean, of those that are shown.
  private func shortMissingNotice(_ layout: GridLayout) -> String? {
    guard layout.usesShortMissing else { return nil }
    let forms = rows.flatMap { row in
      row.cells.indices.filter { !layout.hidden.contains($0) }.compactMap {
        row.cells[$0].shortMissing
      }
    }
    var shown: [String] = []
    for form in forms where !shown.contains(form) { shown.append(form) }
    shown.sort { ($0 == "-" ? 0 : 1, $0) < ($1 == "-" ? 0 : 1, $1) }
    guard !shown.isEmpty else { return nil }
    return shown.joined(separator: ", ") + (shown.count == 1 ? " is" : " are") + " not recorded"
  }

  private func names(_ positions: [Int]) -> String {
    positions.map { columns[$0].title }.joined(separator: ", ")
  }
}
