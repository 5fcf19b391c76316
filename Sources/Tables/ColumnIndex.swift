internal import Bitmaps

/// What an index of a column answers.
enum IndexKind: Hashable, Sendable {
  /// The rows that hold a code.
  case value(UInt32)
  /// The rows that hold one of several codes.
  case values([UInt32])
  /// The rows whose number lies in a range.
  case range(ClosedRange<Double>)
  /// The numbers in fewer bytes.
  case narrow
  /// Which values of a list belong to which row.
  case listRuns
  /// Which texts hold which word.
  case words

  /// The kind in words for people.
  var name: String {
    switch self {
    case .value: "value"
    case .values: "values"
    case .range: "range"
    case .narrow: "narrow numbers"
    case .listRuns: "list boundaries"
    case .words: "words"
    }
  }
}

/// An index, or that there can be none.
enum ColumnIndex: Sendable {
  case rows(Bitmap)
  case narrow(NarrowNumbers?)
  case runs(Runs)
  case words(TextColumnIndex)

  var byteCount: Int {
    switch self {
    case .rows(let rows): rows.byteCount
    case .narrow(let numbers): numbers?.byteCount ?? 0
    case .runs(let runs): runs.byteCount
    case .words(let words): words.byteCount
    }
  }

  /// How it is held, in words for people.
  var form: String {
    switch self {
    case .rows(let rows): rows.formName
    case .narrow(let numbers): numbers == nil ? "none" : "numbers"
    case .runs: "bitmaps"
    case .words(let words): words.description
    }
  }
}

/// An index that is kept, for showing.
public struct IndexDescription: Sendable, Hashable {
  /// The position of the column.
  public var column: Int
  /// What it answers: `value`, `values`, `range`, `narrow numbers`, `list boundaries` or `words`.
  public var kind: String
  /// How it is held: `bitmap`, `row numbers`, `no row`, `every row`, `numbers`.
  public var form: String
  /// The memory that it takes.
  public var byteCount: Int
}
