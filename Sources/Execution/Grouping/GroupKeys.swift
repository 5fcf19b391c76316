internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

/// A dimension: the group of each row, as a digit.
struct GroupKeys: Sendable {
  /// The code of a row without a value.
  static let missing = CodedValues.none

  /// How the digit of a row is found: its code, or `codeCount` where it is missing.
  enum Digits: Sendable {
    /// A code a row; any that is no code is missing.
    case codes(Codes)
    /// The code of the row that each row leads to; missing where that is -1.
    case linked(Codes, by: Storage<Int32>)
    /// A whole number a row, looked up.
    case wholes(Storage<Int>, Lookup)
    /// A day number a row, looked up.
    case days(Storage<Int32>, Lookup)
    /// 0 for yes, 1 for no.
    case truth(yes: RowBits, undecided: RowBits)
  }

  /// The code of each whole number of a range.
  struct Lookup: Sendable {
    /// The number that the first code is of.
    var low: Int
    /// A code a number.
    var codes: [UInt32]
    /// The rows that have a number.
    var recorded: RowBits
  }

  /// What a code stands for.
  enum Labels: Sendable {
    case values([AnswerValue])
    /// Codes of a field's dictionary; one past them is a list that holds nothing.
    case field(FieldInfo)
    /// Whole numbers or days from one upwards.
    case wholes(from: Int, NumberKind)
    /// Whole numbers of any size.
    case integers([Int])
    case numbers([Double], NumberKind)
    /// Combinations of codes.
    case combinations([[UInt32]], FieldInfo)
  }

  var digits: Digits
  /// The number of codes; all are below it.
  var codeCount: Int
  var labels: Labels
  /// Whether the groups are levels of a scale, which are shown even when they have no rows.
  var isScale = false
  /// Groups that are shown only when they have rows, though the others are levels of a scale.
  var optional: Set<Int> = []
  /// Texts to sort the groups by, as a person would; without, they are in the order of the codes.
  var sortedBy: TextDictionary?
  /// The rows that are not missing, where they are known.
  var recorded: Bitmap?
  /// Where the rows of each code are kept, if they are.
  var sets: CodeSets?
  /// The codes of each row where a row can stand in several groups; then `digits` means nothing.
  var several: Several?

  /// The number of digits.
  var radix: Int { codeCount + 1 }

  /// Whether a code stands for holding no value, in a list.
  func isNone(_ code: UInt32) -> Bool { several?.noneCode == code }

  /// What a group is called.
  func label(_ code: UInt32) -> AnswerValue {
    if code == Self.missing { return .missing(reason: nil) }
    switch labels {
    case .values(let values): return values[Int(code)]
    case .field(let info):
      return isNone(code) ? .text("(none)") : .text(info.label(ofCode: Int(code)))
    case .wholes(let low, let kind): return kind.answer(Double(low + Int(code)))
    case .integers(let values): return .integer(values[Int(code)])
    case .numbers(let values, let kind): return kind.answer(values[Int(code)])
    case .combinations(let all, let info):
      return .list(all[Int(code)].map { info.label(ofCode: Int($0)) })
    }
  }

  /// The levels to show even when they have no rows.
  var levels: [UInt32] {
    isScale ? (0..<codeCount).filter { !optional.contains($0) }.map { UInt32($0) } : []
  }
}

extension NumberKind {
  /// A number of this kind as an answer shows it.
  func answer(_ value: Double) -> AnswerValue {
    switch self {
    case .date:
      return Int32(exactly: value).map { .date(CalendarDate(dayNumber: $0)) } ?? .number(value)
    case .plain(isWhole: true), .unit:
      return Int(exactly: value).map { .integer($0) } ?? .number(value)
    case .plain(isWhole: false), .percent: return .number(value)
    }
  }
}
