/// Codes of rows: a letter and a number, such as `C001`, of one length within a table.
struct RowNumbers: Sendable {
  /// The tables, and about how many rows of each there are for one child: what the length of the
  /// codes follows from.
  enum Table: Int, CaseIterable, Sendable {
    case review, child, characteristic, agency, finding, recommendation, narrative

    fileprivate var letter: String {
      switch self {
      case .review: "R"
      case .child: "C"
      case .characteristic: "H"
      case .agency: "A"
      case .finding: "F"
      case .recommendation: "M"
      case .narrative: "N"
      }
    }

    fileprivate var mostRowsPerChild: Int {
      switch self {
      case .review, .child, .narrative: 1
      case .characteristic, .finding, .recommendation, .agency: 9
      }
    }
  }

  private var last = [Int](repeating: 0, count: Table.allCases.count)
  private let lengths: [Int]

  /// Codes for a set with a number of children.
  init(childCount: Int) {
    lengths = Table.allCases.map { max(3, String(childCount * $0.mostRowsPerChild).utf8.count) }
  }

  /// The code of the next row.
  mutating func next(_ table: Table) -> String {
    last[table.rawValue] += 1
    return Self.code(table.letter, last[table.rawValue], length: lengths[table.rawValue])
  }

  /// A letter and a number of at least a length, with leading zeros.
  static func code(_ letter: String, _ number: Int, length: Int) -> String {
    let digits = String(number)
    return letter + String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}
