internal import Execution

/// Writes the chart of an answer; an answer without one is its sentences, and why there are no bars.
struct SVGWriter: AnswerWriter {
  /// Why an answer has no chart.
  static let noChart =
    "a chart shows one count or measure that is never below 0; this answer has none"

  func write(_ answer: Answer, _ options: RenderOptions, to out: inout String) {
    out += SVGChart(answer, orSaying: Self.noChart).svg()
  }
}

extension SVGChart {
  /// The chart, or where there is none a picture that holds the answer's sentences and the reason.
  init(_ answer: Answer, orSaying reason: String) {
    if let chart = SVGChart(answer) {
      self = chart
      return
    }
    title = printable(answer.statement)
    chart = BarChart(dimension: "", bars: [], most: 0)
    var remarks: [String]
    switch answer.body {
    case .count, .share: remarks = [answer.sentence]
    case .table(let table) where !table.rows.isEmpty: remarks = [reason] + answer.baseLines
    case .table, .frequencies, .crosstab, .layers: remarks = [answer.nothing]
    }
    self.remarks = (remarks + answer.notes.map { "note: " + $0 }).map(printable)
  }
}
