internal import Execution
internal import Tables
internal import TextLayout

/// An answer as people read it: columns and rows of text, not yet fitted to any width.
struct Grid {
  var columns: [Column]
  var rows: [Row] = []
  /// The name above the columns that are not `keyColumnCount`: a crosstab's second dimension.
  var spanner: String?
  /// The columns on the left that say what a row is; they stand again in every piece of a grid
  /// that is too wide.
  var keyColumnCount = 1
  /// What to do with columns that do not fit.
  var overflow = Overflow.hide
  /// The rows that the answer has beyond those here, and the number of all.
  var shownRowCount = 0
  var totalRowCount = 0

  /// Whether the columns are chosen with `show`.
  var isListing = false
  /// Whether the answer can be written to a file.
  var hasFileForm = true

  /// Columns that do not fit are named below a list, and a crosstab is cut into pieces.
  enum Overflow {
    case hide, split
  }

  struct Column {
    var title: String
    var alignment = Alignment.left
    /// Whether the title is a value of the dimension that `spanner` names.
    var isUnderSpanner = false
    /// Whether its texts are broken only where the window has no room beside the numbers for them.
    var staysWhole = false
  }

  struct Row {
    var cells: [Cell]
    var role = Role.body
    /// Whether the row says more of the one above, whose key may run on into it.
    var isContinuation = false
  }

  /// What a row is; a rule stands where the role changes to `total`.
  enum Role {
    case body, total, outside
  }

  struct Cell {
    var text: String
    /// What to write for a missing value where there is little room; `nil` for any other cell.
    let shortMissing: String?
    /// The branches of a tree that stand before the text, and those before its further lines.
    var lead = (first: "", further: "")
    /// How high its number is among those of its kind, from 0 to `Palette.deepestShade`.
    var heat = 0
    var isMissing: Bool { shortMissing != nil }
    /// The columns that it takes in one line.
    var width: Int { displayWidth(lead.first) + displayWidth(text) }

    init(_ text: String, shortMissing: String? = nil) {
      self.text = text
      self.shortMissing = shortMissing
    }

    /// A cell to which no number belongs.
    static let blank = Cell("")
  }
}

extension Grid {
  /// Spells every text with the characters that there are.
  mutating func spell(with glyphs: Glyphs) {
    guard glyphs == .ascii else { return }
    for column in columns.indices { columns[column].title = glyphs.spelled(columns[column].title) }
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        rows[row].cells[cell].text = glyphs.spelled(rows[row].cells[cell].text)
      }
    }
  }
}

extension Grid.Cell {
  /// A value as people read it.
  ///
  /// - Parameter decimals: The decimal places of a number with a fraction.
  init(_ value: AnswerValue, decimals: Int = NumberText.mostDecimals) {
    switch value {
    case .missing(nil), .missing("not recorded"): self.init("(not recorded)", shortMissing: "-")
    case .missing(let reason?):
      let reason = printable(reason)
      self.init("(not recorded: \(reason))", shortMissing: "(\(reason))")
    case .text(let text): self.init(printable(text))
    case .integer(let number): self.init(String(number))
    case .number(let number): self.init(NumberText.fixed(number, decimals: decimals))
    case .boolean(let isTrue): self.init(isTrue ? "yes" : "no")
    case .date(let date): self.init(date.description)
    case .list(let values): self.init(values.map(printable).joined(separator: "; "))
    case .percent(let part, let whole): self.init(Percentage(part: part, whole: whole).text)
    }
  }
}
