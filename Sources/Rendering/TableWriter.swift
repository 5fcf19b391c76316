internal import Execution
internal import TextLayout

/// Writes columns aligned by spaces, a thin rule under each title, and below what was left out.
///
/// Nothing but spaces stands between columns, so that a copied part pastes well.
struct TableWriter: AnswerWriter {
  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    var remarks = answer.baseLines.map(printable)
    switch answer.body {
    case .count, .share: writeWrapped(printable(answer.sentence), options, .strong, to: &out)
    case .table, .frequencies, .crosstab:
      guard let grid = Grid(answer, options) else {
        writeWrapped(printable(answer.nothing), options, .plain, to: &out)
        remarks = []
        break
      }
      let layout = GridLayout(grid, width: options.width)
      for (index, piece) in layout.pieces.enumerated() {
        if index > 0 { out += "\n" }
        GridPiece(grid: grid, layout: layout, columns: piece, palette: options.palette)
          .write(to: &out)
      }
      for notice in grid.notices(layout) {
        writeWrapped(notice, options, .muted, to: &out)
      }
    }
    for remark in remarks { writeWrapped(remark, options, .muted, to: &out) }
    for note in answer.notes {
      writeWrapped("note: " + printable(note), options, .note, to: &out)
    }
  }

  /// Writes a sentence, its further lines indented.
  private func writeWrapped(
    _ text: String, _ options: RenderOptions, _ style: Style, to out: inout String
  ) {
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
  fileprivate func notices(_ layout: GridLayout) -> [String] {
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
        "text cut at … in \(names(layout.cutColumns)); for the whole of it list at most "
          + "\(GridLayout.mostWholeRows) rows, or \(toFile)")
    }
    if layout.usesShortMissing { notices.append("- is not recorded") }
    return notices
  }

  private func names(_ positions: [Int]) -> String {
    positions.map { columns[$0].title }.joined(separator: ", ")
  }
}
