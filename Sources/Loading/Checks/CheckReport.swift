/// What a check of data found: the tables, and everything that is wrong with them.
public struct CheckReport: Sendable {
  /// A table that was checked.
  public struct CheckedTable: Sendable {
    /// The name.
    public let name: String
    /// The file, as the package or the user names it; the table's name where that is not known.
    public let file: String
    /// The number of rows.
    public let rowCount: Int
    /// The number of fields.
    public let fieldCount: Int
    /// The errors in its file.
    public let errorCount: Int
    /// What may be an error in its file.
    public let warningCount: Int
  }

  /// The tables, in the order of the data.
  public let tables: [CheckedTable]
  /// The issues by kind, the errors first.
  public let groups: [LoadReport.Group]

  /// How many errors there are.
  public var errorCount: Int { count { $0.kind.isError } }
  /// How many issues may be none.
  public var warningCount: Int { count { !$0.kind.isError } }
  /// Whether there is no error.
  public var isValid: Bool { errorCount == 0 }

  /// Creates a report; the groups may be in any order.
  init(tables: [CheckedTable], groups: [LoadReport.Group]) {
    self.tables = tables
    self.groups = groups.filter(\.kind.isError) + groups.filter { !$0.kind.isError }
  }

  /// The report on paths that could not be opened.
  public init(_ failure: LoadFailure, paths: [String]) {
    let message = ([failure.message] + failure.notes).joined(separator: "; ")
    let file = paths.first ?? ""
    self.init(
      tables: [],
      groups: LoadReport([LoadIssue(.missingResource, file: file, message: message)]).groups)
  }

  private func count(_ isCounted: (LoadReport.Group) -> Bool) -> Int {
    groups.reduce(0) { $0 + (isCounted($1) ? $1.count : 0) }
  }
}
