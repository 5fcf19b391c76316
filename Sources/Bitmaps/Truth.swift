/// For which rows a condition is true, and for which it is undecided because a value is missing.
///
/// The two sets are disjoint; for the other rows it is false. This is the three-valued logic of Kleene.
public struct Truth: Sendable {
  /// The rows for which the condition is true.
  public var yes: Bitmap
  /// The rows for which it is neither true nor false.
  public var undecided: Bitmap

  /// Decided for every row.
  public init(yes: Bitmap) {
    self.init(yes: yes, undecided: Bitmap(capacity: yes.capacity))
  }

  /// Creates a truth from two disjoint sets.
  public init(yes: Bitmap, undecided: Bitmap) {
    self.yes = yes
    self.undecided = undecided
  }

  /// True for every row, or false for every row.
  public static func constant(_ value: Bool, rowCount: Int) -> Truth {
    Truth(yes: value ? Bitmap(allOf: rowCount) : Bitmap(capacity: rowCount))
  }

  /// The rows for which it is not false.
  public var possible: Bitmap { yes.union(undecided) }

  /// Whether it is false for every row.
  public var isNever: Bool { yes.isEmpty && undecided.isEmpty }

  /// Whether it is true for every row.
  public var isAlways: Bool { yes.isFull }

  /// True becomes false, and undecided stays.
  public var negated: Truth { Truth(yes: possible.complement, undecided: undecided) }

  /// Both: false wins over undecided.
  public func and(_ other: Truth) -> Truth {
    let first = undecided.isEmpty ? undecided : undecided.intersection(other.possible)
    return Truth(
      yes: yes.intersection(other.yes),
      undecided: first.union(other.undecided.intersection(yes)))
  }

  /// Either: true wins over undecided.
  public func or(_ other: Truth) -> Truth {
    Truth(
      yes: yes.union(other.yes),
      undecided: undecided.subtracting(other.yes).union(other.undecided.subtracting(yes)))
  }
}
