internal import Execution

/// An answer as a document holds it: tables, and paragraphs below them.
///
/// Markdown, HTML and LaTeX write the same document, each with its own signs.
struct AnswerDocument {
  /// One table.
  struct Section {
    /// What stands above it; `nil` where there is one table only.
    var title: String?
    var grid: Grid
  }

  /// The tables; none for a count or a share, which are a sentence.
  var sections: [Section] = []
  /// The sentence of a count, bases and notes, in order.
  var paragraphs: [String]

  init(_ answer: Answer, _ options: RenderOptions) {
    var whole = options
    whole.maxRows = nil
    paragraphs = answer.baseLines
    switch answer.body {
    case .count, .share: paragraphs.insert(answer.sentence, at: 0)
    case .layers(let dimension, let layers):
      sections = layers.map { layer in
        Section(
          title: "\(dimension): \(Grid.Cell(layer.key).text)", grid: Grid(layer.crosstab, whole))
      }
      if layers.isEmpty { paragraphs = [answer.nothing] }
    case .table, .frequencies, .crosstab:
      if let grid = Grid(answer, whole) {
        sections = [Section(title: nil, grid: grid)]
        if let histogram = answer.histogram {
          sections.append(Section(title: "spread", grid: Grid(histogram)))
        }
        if grid.shownRowCount < grid.totalRowCount {
          paragraphs.insert("\(grid.shownRowCount) of \(grid.totalRowCount) rows shown", at: 0)
        }
      } else {
        paragraphs = [answer.nothing]
      }
    }
    paragraphs = (paragraphs + answer.notes.map { "note: " + $0 }).map(printable)
  }
}
