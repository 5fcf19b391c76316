internal import Bitmaps
internal import Language
public import Planning
internal import Tables

/// What became of an `expect`.
public struct ExpectationOutcome: Sendable {
  /// Whether it holds; `nil` when a missing value leaves that undecided.
  public var holds: Bool?
  /// The condition in its canonical form.
  public var text: String
  /// The numbers that were compared.
  public var found: Found?

  /// The numbers on the two sides of a comparison, or the one that should lie in a range; `nil` where
  /// there is no value.
  public struct Found: Sendable {
    /// What something was asked of.
    public var left: Double?
    /// What it was compared with; of a range nothing.
    public var right: Double?
    /// Whether it should lie in a range.
    public var isOfRange: Bool
  }
  /// The first rows that do not satisfy `expect every ...` or `expect no ...`.
  public var offenders: AnswerTable?
}

extension Executor {
  /// How many offending rows an outcome shows.
  private static let shownOffenders = 5

  /// Whether an expectation holds, and what was found.
  public func check(_ expectation: Expectation) throws(QueryCancelled) -> ExpectationOutcome {
    let truth = try evaluator.truth(expectation.condition, over: .dataSet)
    var outcome = ExpectationOutcome(
      holds: truth.undecided.isEmpty ? !truth.yes.isEmpty : nil, text: expectation.text)
    if let sides = expectation.sides {
      outcome.found = ExpectationOutcome.Found(
        left: try scalar(sides.left), right: try sides.right.flatMap(scalar),
        isOfRange: sides.right == nil)
    }
    if outcome.holds != true { outcome.offenders = try offenders(expectation.condition) }
    return outcome
  }

  private func scalar(_ value: NumericValue) throws(QueryCancelled) -> Double? {
    let vector = try evaluator.vector(value, over: .dataSet)
    return vector.recorded.isEmpty ? nil : vector.values[0]
  }

  /// The rows to blame, of a quantifier over a table: for `every`, those not certainly true; for
  /// `no`, those not certainly false.
  private func offenders(_ condition: Condition) throws(QueryCancelled) -> AnswerTable? {
    guard case .quantifiedTable(let quantifier, let table, let inner?) = condition else {
      return nil
    }
    let truth = try evaluator.truth(inner, over: .table(table))
    let rows: Bitmap
    switch quantifier {
    case .every: rows = truth.yes.complement
    case .no: rows = truth.yes.union(truth.undecided)
    case .any, .atLeast, .atMost, .exactly: return nil
    }
    let schema = catalogue.data.tables[table].schema
    let shown = rows.firstRows(Self.shownOffenders)
    let columns = schema.fields.indices.filter { !schema.fields[$0].isPersonal }
    let values = shown.map { row in
      columns.map { index in
        let info = catalogue.info(of: FieldReference(table: table, key: .stored(index)))
        return catalogue.data.tables[table].columns[index].answer(row, info)
      }
    }
    return AnswerTable(
      columns: columns.map { index in
        let reference = FieldReference(table: table, key: .stored(index))
        return AnswerColumn(
          schema.fields[index].name,
          columnKind(ColumnExpression(name: "", source: .field(hops: [], reference))))
      }, rows: values, totalRowCount: rows.count)
  }
}
