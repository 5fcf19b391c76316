internal import Tables

/// Checks loaded data: what was found while they were read, and what is too dear to look for then.
public struct DataCheck: Sendable {
  private let loaded: LoadedData
  private let paths: [String]

  /// A check of loaded data.
  ///
  /// - Parameter paths: What they were loaded from; the columns of a snapshot are compared with what
  ///   was written.
  public init(_ loaded: LoadedData, paths: [String]) {
    self.loaded = loaded
    self.paths = paths
  }

  /// Checks the data.
  ///
  /// - Parameters:
  ///   - more: Issues that others have found.
  ///   - observer: May end the check, which then fails as `cancelled`.
  /// - Complexity: O(rows) for each column that looks like a key and each relation; O(bytes) of a
  ///   snapshot.
  public func run(
    also more: [LoadIssue] = [], observer: LoadObserver = LoadObserver()
  ) throws(LoadFailure) -> CheckReport {
    var found = more
    for path in paths where PathText.fileExtension(path) == "enqs" {
      found += try Loader.damagedColumns(ofSnapshot: path).map { column in
        LoadIssue(
          .damagedColumn, file: path, field: column.field,
          message:
            "the bytes of this column of \(column.table) are not as they were written; it is "
            + "missing in every row")
      }
    }
    for table in loaded.dataSet.tables.indices {
      found += try columnIssues(ofTable: table, observer)
    }
    found += try linkIssues(observer)
    let groups = loaded.report.groups + LoadReport(found).placed(in: loaded.origins).groups
    return CheckReport(
      tables: loaded.dataSet.tables.indices.map { checked($0, groups) }, groups: Self.joined(groups)
    )
  }

  /// What takes a look at whole columns: identifiers that repeat, and, where nothing is declared, days
  /// that do not exist.
  private func columnIssues(
    ofTable position: Int, _ observer: LoadObserver
  ) throws(LoadFailure) -> [LoadIssue] {
    let table = loaded.dataSet.tables[position]
    let file = file(of: position)
    let references = loaded.dataSet.relations.filter { $0.childTable == position }
      .flatMap(\.childFields)
    let search = RepeatedIdentifiers(table, file: file, references: Set(references))
    var found: [LoadIssue] = []
    for field in search.candidates {
      try observer.checkCancellation()
      found += search.issues(ofField: field)
    }
    if loaded.origins.indices.contains(position), loaded.origins[position].isDeclared {
      return found
    }
    for field in table.columns.indices {
      try observer.checkCancellation()
      let schema = table.schema.fields[field]
      found += ImpossibleDates(table.columns[field], schema, file: file)?.issues() ?? []
    }
    return found
  }

  /// What is wrong with the links between tables and was not told when the data were read: a link may
  /// have been defined since.
  private func linkIssues(_ observer: LoadObserver) throws(LoadFailure) -> [LoadIssue] {
    let data = loaded.dataSet
    let files = data.tables.indices.map(file)
    let known = Set(
      loaded.report.groups.flatMap(\.examples).map { [$0.kind.rawValue, $0.file, $0.field ?? ""] })
    var found: [LoadIssue] = []
    for relation in data.relations {
      try observer.checkCancellation()
      let linking = RelationLinking(relation, tables: data.tables, files: files)
      found += linking.link().issues.filter {
        !known.contains([$0.kind.rawValue, $0.file, $0.field ?? ""])
      }
    }
    return found
  }

  /// The file of a table, or its name where the data do not say.
  private func file(of table: Int) -> String {
    loaded.origins.indices.contains(table)
      ? loaded.origins[table].file : loaded.dataSet.tables[table].schema.name
  }

  private func checked(
    _ table: Int, _ groups: [LoadReport.Group]
  ) -> CheckReport.CheckedTable {
    let file = file(of: table)
    let names =
      loaded.origins.indices.contains(table) ? loaded.origins[table].paths + [file] : [file]
    func count(_ isError: Bool) -> Int {
      groups.filter { $0.kind.isError == isError }.flatMap(\.countOfFile).reduce(0) {
        // Where the data do not know the file, its issues still do.
        $0 + (names.contains($1.key) || PathText.stem($1.key) == file ? $1.value : 0)
      }
    }
    let data = loaded.dataSet.tables[table]
    return CheckReport.CheckedTable(
      name: data.schema.name, file: file, rowCount: data.rowCount,
      fieldCount: data.schema.fields.count, errorCount: count(true), warningCount: count(false))
  }

  /// The groups with one for each kind.
  private static func joined(_ groups: [LoadReport.Group]) -> [LoadReport.Group] {
    LoadIssue.Kind.allCases.compactMap { kind in
      let own = groups.filter { $0.kind == kind }
      guard own.count > 1 else { return own.first }
      return LoadReport.Group(
        kind, own.flatMap(\.examples), count: own.reduce(0) { $0 + $1.count })
    }
  }
}
