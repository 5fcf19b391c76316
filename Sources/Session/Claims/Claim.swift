/// A published figure, and what the data say of it.
struct Claim {
  /// What became of it.
  enum Verdict: String {
    /// The data give the figure.
    case reproduced
    /// The data give another number, though the table says that they give this one.
    case differs
    /// The table says that the figure is wrong in print.
    case erroneous
    /// The data cannot give it.
    case notDerivable = "not derivable"
    /// The query has a mistake, or gives no single number.
    case unusable = "unusable query"
  }

  var text: String
  var source: String
  var published: String
  var query: String?
  var expected: String?
  var verdict: Verdict
  /// What the data give; empty where they were not asked.
  var found = ""

  /// Whether the claim is as its table says.
  var isAsStated: Bool { verdict != .differs && verdict != .unusable }
}
