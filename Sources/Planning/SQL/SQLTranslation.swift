internal import Language

/// Writes a bound statement in the SQL of a dialect, for `explain sql`.
///
/// The text means what the statement means, three-valued logic included, over tables that hold the
/// data set by the contract that the documentation of this module states. What SQL cannot say is
/// refused with the reason, never written differently.
public struct SQLTranslation {
  private let catalogue: Catalogue
  private let dialect: SQLDialect

  /// What a statement is in SQL.
  public enum Outcome: Sendable {
    /// The statement as SQL.
    case script(SQLScript)
    /// Why SQL cannot say it, one sentence without a full stop.
    case refusal(String)
  }

  /// Creates a translation of statements that were bound to a catalogue.
  public init(_ catalogue: Catalogue, _ dialect: SQLDialect) {
    self.catalogue = catalogue
    self.dialect = dialect
  }

  /// A statement in SQL, or why there is none.
  public func translation(of statement: BoundStatement) -> Outcome {
    do {
      return .script(try script(statement))
    } catch {
      return .refusal(error.reason)
    }
  }

  /// What `explain sql` shows: the SQL, or the reason as a comment.
  func text(for statement: BoundStatement) -> String {
    switch translation(of: statement) {
    case .script(let script): script.text
    case .refusal(let reason): SQLLayout.comment("no SQL: \(reason)")
    }
  }

  private func script(_ statement: BoundStatement) throws(SQLRefusal) -> SQLScript {
    switch statement {
    case .query(let query, _):
      return try settled { writer throws(SQLRefusal) in try writer.script(query) }
    case .values(let column, let set, _, let output):
      return try settled { writer throws(SQLRefusal) in
        try writer.values(column, of: set, first: output.first)
      }
    case .missing(let set, _, let output):
      return try settled { writer throws(SQLRefusal) in
        try writer.missing(set, first: output.first)
      }
    case .expect(let expectation), .warn(let expectation):
      return try settled { writer throws(SQLRefusal) in try writer.check(expectation) }
    case .find(let search, _):
      throw SQLRefusal(
        "`find` shows each place of a text with the words around it, and SQL shows whole rows; "
          + "`list` with `where \(catalogue.info(of: search.column).name) mentions` gives the rows")
    case .describe:
      throw SQLRefusal("`describe` reads the codebook, which is not in the tables")
    case .defineField, .defineSet, .defineMeasure:
      throw SQLRefusal(
        "a definition asks nothing; the SQL of a query that uses the name holds what it means")
    case .defineMissing, .defineRelation:
      throw SQLRefusal(
        "a definition asks nothing; the tables hold what is missing as null, and keys as columns")
    case .explain, .explainPlan, .explainSQL:
      throw SQLRefusal("`explain` asks nothing of the data; write the query itself after it")
    case .command:
      throw SQLRefusal("this asks nothing of the data, it tells the shell what to do")
    }
  }

  /// Writes with bare column names where one table is all there is, and otherwise again with each
  /// table's name before its columns.
  private func settled(
    _ write: (SQLWriter) throws(SQLRefusal) -> SQLScript
  ) throws(SQLRefusal) -> SQLScript {
    let usage = SQLUsage(qualifies: false)
    let script = try write(SQLWriter(catalogue: catalogue, dialect: dialect, usage: usage))
    guard usage.usesSeveralTables else { return script }
    let again = SQLUsage(qualifies: true)
    return try write(SQLWriter(catalogue: catalogue, dialect: dialect, usage: again))
  }
}

/// A statement as SQL.
public struct SQLScript: Sendable, Hashable {
  /// What a reader must know before running it, each one sentence without a full stop.
  public var remarks: [String] = []
  /// The query, without the semicolon.
  public var query: String
  /// A query that counts the rows for which a missing value leaves the condition open; `nil` where
  /// no missing value can.
  public var undecided: String?

  /// Everything as one text, ready for a shell of the dialect.
  public var text: String {
    var text = remarks.map(SQLLayout.comment).joined() + query + ";\n"
    if let undecided {
      text += "\n"
      text += SQLLayout.comment(
        "undecided: rows for which a missing value leaves the condition open")
      text += undecided + ";\n"
    }
    return text
  }
}

/// Why a statement has no SQL.
struct SQLRefusal: Error {
  /// One sentence without a full stop.
  var reason: String

  init(_ reason: String) { self.reason = reason }
}
