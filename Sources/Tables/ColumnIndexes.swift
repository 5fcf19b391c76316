public import Bitmaps
internal import Synchronization

/// The indexes of some columns, made on demand and kept in a budget.
///
/// A class, because a table is a shared value that never changes to the eye.
public final class ColumnIndexes: Sendable {
  private static let ownerCount = Atomic(0)
  private let owner = ownerCount.add(1, ordering: .relaxed).newValue
  private let budget: Mutex<IndexBudget>

  /// Creates indexes with a budget of their own.
  public init() { budget = Mutex(IndexBudget()) }

  deinit { budget.withLock { $0 }.drop(owner: owner) }

  /// Keeps indexes in another budget from now on.
  public func join(_ other: IndexBudget) {
    let left: IndexBudget? = budget.withLock { budget in
      guard budget !== other else { return nil }
      let left = budget
      budget = other
      return left
    }
    left?.drop(owner: owner)
  }

  /// What is kept.
  public var descriptions: [IndexDescription] {
    budget.withLock { $0 }.descriptions(owner: owner)
  }

  /// The index of a column, kept or made.
  ///
  /// Two threads that ask at once may both make it.
  func index(_ column: Int, _ kind: IndexKind, make: () -> ColumnIndex) -> ColumnIndex {
    let budget = budget.withLock { $0 }
    let key = IndexBudget.Key(owner: owner, column: column, kind: kind)
    if let known = budget.index(key) { return known }
    let made = make()
    budget.keep(made, as: key)
    return made
  }

  /// The words of a column of texts, kept or read; `nil` where `make` gives up.
  func words(_ column: Int, make: () -> TextColumnIndex?) -> TextColumnIndex? {
    let budget = budget.withLock { $0 }
    let key = IndexBudget.Key(owner: owner, column: column, kind: .words)
    if case .words(let known)? = budget.index(key) { return known }
    guard let made = make() else { return nil }
    budget.keep(.words(made), as: key)
    return made
  }

  /// The rows that an index names, kept in the form that takes the least memory.
  func rows(_ column: Int, _ kind: IndexKind, make: () -> Bitmap) -> Bitmap {
    guard case .rows(let rows) = index(column, kind, make: { .rows(make().compacted()) }) else {
      preconditionFailure("an index of rows")
    }
    return rows
  }
}

extension Table {
  /// The rows whose field holds a dictionary code; of a list, the rows that hold it among others.
  ///
  /// - Parameters:
  ///   - column: The position of a coded or list column.
  ///   - code: A code of its dictionary.
  /// - Returns: No rows for a column of another kind.
  /// - Complexity: O(rows) the first time, O(1) while the index is kept.
  public func rows(column: Int, code: UInt32) -> Bitmap {
    indexes.rows(of: columns[column], at: column, code: code)
  }
}
