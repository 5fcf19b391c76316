/// What rows are grouped by.
struct SQLDimension {
  /// The heading of the groups.
  var name: String
  /// The value that rows of one group share; null for the missing group.
  var key: SQLExpression
  /// What the key is called in a query that picks the rows: a short word.
  var keyName: String
  /// Whether the key is a column of the tables, and so can be grouped by as it is.
  var isColumn = false
  /// What is shown for a key.
  var shown: (SQLExpression) -> SQLExpression = { $0 }
  /// What groups are ordered by, given the key.
  var order = Order()
  /// The groups that are shown even without rows.
  var levels = Levels.none
  /// Whether a row can stand in several groups.
  var isSeveral = false
  /// A remark for the reader of the SQL.
  var remark: String?

  /// The order of groups.
  struct Order {
    /// What to order by, given the key.
    var expression: (SQLExpression) -> SQLExpression = { $0 }
    /// Whether the largest comes first.
    var isDescending = false
    /// Why SQL cannot put the groups in the order of the answer; `nil` where it does.
    var difference: String?

    /// An item of `order by`; the missing group comes last.
    func item(_ key: SQLExpression, reversed: Bool = false) -> String {
      let direction = isDescending != reversed ? " desc" : ""
      return expression(key).text + direction + " nulls last"
    }
  }

  /// Groups that are shown even without rows.
  enum Levels {
    case none
    /// These, in order; those at the optional positions only with rows.
    case list([SQLExpression], optional: Set<Int>)
    /// Every number from the lowest to the highest that a query finds, unless they are too many.
    case series(SQLSelect)
  }
}
