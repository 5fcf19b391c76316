internal import CBitmapKernels

extension Truth {
  /// A condition, or its opposite, which need not be made first.
  public struct Term: Sendable {
    /// The condition.
    public var truth: Truth
    /// Whether its opposite is meant.
    public var isNegated: Bool

    /// Creates a term.
    public init(_ truth: Truth, isNegated: Bool = false) {
      self.truth = truth
      self.isNegated = isNegated
    }

    var value: Truth { isNegated ? truth.negated : truth }

    /// Whether it is false for every row.
    public var isNever: Bool { isNegated ? truth.isAlways : truth.isNever }

    /// Whether it is true for every row.
    public var isAlways: Bool { isNegated ? truth.isNever : truth.isAlways }

    /// Whether it is the same for every row.
    var isConstant: Bool {
      truth.undecided.isEmpty && (truth.yes.isEmpty || truth.yes.isFull)
    }
  }

  /// All of some conditions; true for none.
  ///
  /// - Complexity: O(rows / 64) for each; each set is read once, and nothing is written in between.
  public static func all(of terms: [Term], rowCount: Int) -> Truth {
    combined(terms, rowCount, neutral: true, kernels.all_of) { $0.and($1) }
  }

  /// Any of some conditions; false for none.
  ///
  /// - Complexity: As of `all(of:rowCount:)`.
  public static func any(of terms: [Term], rowCount: Int) -> Truth {
    combined(terms, rowCount, neutral: false, kernels.any_of) { $0.or($1) }
  }

  private typealias TermKernel =
    @convention(c) (
      UnsafePointer<cbk_term>, Int, Int, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt64>?
    ) -> cbk_counts

  /// - Parameters:
  ///   - neutral: What a term is that changes nothing.
  ///   - operation: What the kernel does, of two terms in any form.
  private static func combined(
    _ terms: [Term], _ rowCount: Int, neutral: Bool, _ kernel: TermKernel,
    _ operation: (Truth, Truth) -> Truth
  ) -> Truth {
    var open: [Term] = []
    for term in terms {
      precondition(term.truth.yes.capacity == rowCount, "a truth of another table")
      guard term.isConstant else {
        open.append(term)
        continue
      }
      let value = term.truth.yes.isFull != term.isNegated
      if value != neutral || rowCount == 0 { return .constant(value, rowCount: rowCount) }
    }
    guard let first = open.first else { return .constant(neutral, rowCount: rowCount) }
    let sets = open.compactMap(WordTerm.init)
    guard open.count > 1, sets.count == open.count else {
      // Few rows make little work of all that follow.
      return open.dropFirst().reduce(first.value) { operation($0, $1.value) }
    }
    return combined(sets, rowCount, kernel)
  }

  /// A term whose sets are words, or of no row.
  private struct WordTerm {
    var yes: Words
    var undecided: Words?
    var isNegated: Bool

    init?(_ term: Term) {
      guard let yes = term.truth.yes.words else { return nil }
      undecided = term.truth.undecided.words
      guard undecided != nil || term.truth.undecided.isEmpty else { return nil }
      self.yes = yes
      isNegated = term.isNegated
    }
  }

  private static func combined(
    _ terms: [WordTerm], _ rowCount: Int, _ kernel: TermKernel
  ) -> Truth {
    let length = Bitmap.wordCount(rowCount)
    let isDecided = terms.allSatisfy { $0.undecided == nil }
    let yes = Words(uninitialised: length)
    let undecided = isDecided ? nil : Words(uninitialised: length)
    let pointers = terms.map {
      cbk_term(yes: $0.yes.base, undecided: $0.undecided?.base, is_negated: $0.isNegated ? 1 : 0)
    }
    let counts = withExtendedLifetime(terms) {
      kernel(pointers, pointers.count, rowCount, yes.base, undecided?.base)
    }
    yes.count = Int(counts.yes)
    undecided?.count = Int(counts.undecided)
    return Truth(
      yes: Bitmap(capacity: rowCount, counted: yes),
      undecided: undecided.map { Bitmap(capacity: rowCount, counted: $0) }
        ?? Bitmap(capacity: rowCount))
  }
}
