internal import Synchronization
internal import Tables

/// The columns of derived fields, computed when first asked for and kept.
///
/// A position in `Catalogue.derivedFields` never changes its meaning, so neither does an entry.
final class DerivedColumns: Sendable {
  private let columns = Mutex<[Int: Column]>([:])
  /// What makes questions about them fast, by the positions of the fields.
  let indexes = ColumnIndexes()

  /// The column of a derived field, kept or made.
  ///
  /// Two threads that ask at once may both make it.
  func column(_ field: Int, make: () throws(QueryCancelled) -> Column) throws(QueryCancelled)
    -> Column
  {
    if let known = columns.withLock({ $0[field] }) { return known }
    let made = try make()
    columns.withLock { $0[field] = made }
    return made
  }
}
