internal import Bitmaps

/// For which rows a condition is true, and for which it is undecided because a value is missing.
///
/// The two sets are disjoint; for the other rows it is false. This is the three-valued logic of Kleene.
struct Truth {
  /// The rows for which the condition is true.
  var yes: Bitmap
  /// The rows for which it is neither true nor false.
  var undecided: Bitmap

  /// Decided for every row.
  init(yes: Bitmap) {
    self.yes = yes
    undecided = Bitmap(capacity: yes.capacity)
  }

  init(yes: Bitmap, undecided: Bitmap) {
    self.yes = yes
    self.undecided = undecided
  }

  /// True for every row, or false for every row.
  static func constant(_ value: Bool, rowCount: Int) -> Truth {
    Truth(yes: value ? Bitmap(allOf: rowCount) : Bitmap(capacity: rowCount))
  }

  /// True becomes false, and undecided stays.
  var negated: Truth { Truth(yes: yes.union(undecided).complement, undecided: undecided) }

  /// Both: false wins over undecided.
  func and(_ other: Truth) -> Truth {
    let both = yes.intersection(other.yes)
    let possible = yes.union(undecided).intersection(other.yes.union(other.undecided))
    return Truth(yes: both, undecided: possible.subtracting(both))
  }

  /// Either: true wins over undecided.
  func or(_ other: Truth) -> Truth {
    let either = yes.union(other.yes)
    return Truth(yes: either, undecided: undecided.union(other.undecided).subtracting(either))
  }
}
