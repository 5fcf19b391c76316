internal import Execution
internal import TextLayout

/// Aligned columns for people: a rule under the header, totals, bases and notes.
struct TableFormat {
  private let options: RenderOptions

  init(_ options: RenderOptions) { self.options = options }

  func render(_ answer: Answer) -> String {
    var out: String
    switch answer.body {
    case .count(let count):
      out = strong(Footer.count(count, answer)) + "\n"
    case .share(let share):
      out = strong(Self.text(share)) + "\n"
      if share.undecided > 0 {
        out += "\(answer.noun(share.undecided)) undecided, outside the base\n"
      }
    case .table(let table): out = render(table, answer)
    case .frequencies(let frequencies): out = grid(frequencies).render(options)
    case .crosstab(let crosstab): out = CrosstabLayout(crosstab).render(options)
    }
    for line in Footer.lines(answer) { out += footer(line) }
    return out
  }

  private static func text(_ share: Share) -> String {
    "\(share.part) of \(share.whole) (\(Percentage.text(share.part, of: share.whole)))"
  }

  private func strong(_ text: String) -> String { options.palette.paint(text, .strong) }

  private func footer(_ line: String) -> String {
    let text = wrapped(sanitised(line), to: max(20, options.width ?? 100), indentation: "  ")
      .joined(separator: "\n")
    return options.palette.paint(text, .muted) + "\n"
  }

  private func render(_ table: AnswerTable, _ answer: Answer) -> String {
    guard !table.rows.isEmpty else {
      return answer.unit == nil ? "nothing\n" : strong(Footer.count(0, answer)) + "\n"
    }
    let shown = options.maxRows.map { Array(table.rows.prefix($0)) } ?? table.rows
    var grid = Grid(
      headers: table.columns.map(\.name), isRight: table.columns.map(\.kind.isNumeric),
      rows: shown.map { $0.map(\.text) })
    grid.stretches = table.columns.map { $0.kind == .text || $0.kind == .list }
    var out = grid.render(options)
    if shown.count < table.totalRowCount {
      out +=
        options.palette.paint(
          "\(shown.count) of \(table.totalRowCount) rows shown"
            + (shown.count < table.rows.count ? "; for more: set rows all" : ""), .muted) + "\n"
    }
    return out
  }

  private func grid(_ frequencies: Frequencies) -> Grid {
    let whole = frequencies.whole
    let isCumulative = frequencies.isOrdered && frequencies.groups.count > 2
    var running = 0
    var rows = frequencies.groups.map { group -> [String] in
      running += group.count
      let row = [
        group.key.text, String(group.count), Percentage.text(group.count, of: whole),
      ]
      return isCumulative ? row + [Percentage.text(running, of: whole)] : row
    }
    if frequencies.missing > 0 {
      let percent =
        frequencies.includesMissing ? Percentage.text(frequencies.missing, of: whole) : ""
      rows.append(
        ["(not recorded)", String(frequencies.missing), percent] + (isCumulative ? [""] : []))
    }
    var grid = Grid(
      headers: [frequencies.dimension, "n", "%"] + (isCumulative ? ["running %"] : []),
      isRight: [false, true, true] + (isCumulative ? [true] : []), rows: rows)
    let all = frequencies.groups.reduce(0) { $0 + $1.count } + frequencies.missing
    grid.total =
      ["total", String(all), Percentage.text(whole, of: whole)]
      + (isCumulative ? [""] : [])
    return grid
  }
}
