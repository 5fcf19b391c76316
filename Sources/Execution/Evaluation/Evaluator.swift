internal import Bitmaps
internal import Language
internal import Planning
internal import Tables

/// Evaluates conditions and numbers over whole columns, never a row at a time.
///
/// Every condition gives two bitmaps, true and undecided, over the rows of one table.
struct Evaluator {
  let catalogue: Catalogue
  let derivedColumns: DerivedColumns
  let cancellation: CancellationCheck

  /// The rows a condition is evaluated over.
  enum Rows {
    /// The rows of a table.
    case table(Int)
    /// The data set as a whole: one row.
    case dataSet
    /// The groups of an answer: one row each, with a number for each measure of the query.
    case groups([NumericVector], count: Int)
  }

  var data: DataSet { catalogue.data }

  func rowCount(_ rows: Rows) -> Int {
    switch rows {
    case .table(let table): data.tables[table].rowCount
    case .dataSet: 1
    case .groups(_, let count): count
    }
  }

  /// For which rows a condition is true, and for which undecided.
  func truth(_ condition: Condition, over rows: Rows) throws(QueryCancelled) -> Truth {
    try cancellation.check()
    switch condition {
    case .constant(let value):
      return .constant(value, rowCount: rowCount(rows))
    case .not, .and, .or:
      return try tree(condition, over: rows).truth(rowCount: rowCount(rows))
    case .flag, .oneOf, .holds, .isEmptyList, .missing, .text:
      return try columnTruth(condition)
    case .compareValues(let left, let comparison, let right):
      return try compareValues(left, comparison, right)
    case .within(let value, let interval):
      return try within(value, interval, over: rows)
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison, right, over: rows)
    case .missingNumber(let value):
      return Truth(yes: try missing(value, over: rows))
    case .through(let relation, let inner, let isTrueWithoutParent):
      return try through(relation, inner, isTrueWithoutParent: isTrueWithoutParent)
    case .quantified(let quantifier, let link, let inner):
      return try quantified(quantifier, link, inner)
    case .quantifiedTable(let quantifier, let table, let inner):
      return try quantified(quantifier, table: table, inner)
    case .sampled(let set, let count, let seed):
      return Truth(yes: try sample(set, count: count, seed: seed))
    }
  }

  /// The column of a field, stored or derived.
  func column(_ reference: FieldReference) throws(QueryCancelled) -> Column {
    switch reference.key {
    case .stored(let index): return data.tables[reference.table].columns[index]
    case .derived(let index):
      return try derivedColumns.column(index) { () throws(QueryCancelled) in
        try derivedColumn(catalogue.derivedFields[index].field, table: reference.table)
      }
    }
  }
  /// The column of a field, what makes questions about it fast, and what it is known by there.
  func indexed(
    _ reference: FieldReference
  ) throws(QueryCancelled) -> (column: Column, indexes: ColumnIndexes, position: Int) {
    switch reference.key {
    case .stored(let index):
      let table = data.tables[reference.table]
      return (table.columns[index], table.indexes, index)
    case .derived(let index): return (try column(reference), derivedColumns.indexes, index)
    }
  }
}
