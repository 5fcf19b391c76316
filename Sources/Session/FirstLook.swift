internal import Synchronization
internal import Tables
internal import Threading

/// Looks at the columns of a data set while nobody has asked for them yet.
///
/// A column of a snapshot is checked when it is first looked at, which takes as long as reading it. Done
/// ahead, on a thread of its own, it does not keep the first key or the first question waiting; whoever
/// needs a column meanwhile looks at it at once, or waits for this look.
final class FirstLook: Sendable {
  private let isOver = Atomic(false)

  /// Begins with the columns of all tables, then the relations.
  ///
  /// - Parameter data: Data of which no more is looked at than its indexes may take memory, so that a
  ///   data set larger than the machine is not read for nothing.
  init(at data: DataSet) {
    _ = Threads.detach { [self] in
      var room = data.indexBudget.byteLimit
      for table in data.tables {
        for column in table.columns.indices {
          // A column takes about four bytes a row.
          room -= table.rowCount * 4
          if isOver.load(ordering: .relaxed) || room < 0 { return }
          _ = table.columns[column]
        }
      }
      for relation in data.relations.indices where !isOver.load(ordering: .relaxed) {
        _ = data.relationIndex(relation)
      }
    }
  }

  /// Ends after the column that is being looked at.
  func end() { isOver.store(true, ordering: .relaxed) }
}
