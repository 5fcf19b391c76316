extension SnapshotMetadata {
  /// What was wrong with the data, as far as it was kept.
  static func issues(of report: LoadReport) -> [IssueGroup] {
    report.groups.map { group in
      IssueGroup(
        kind: group.kind.rawValue, count: group.count,
        examples: group.examples.map { issue in
          IssueEntry(
            kind: issue.kind.rawValue, file: issue.file, record: issue.record, line: issue.line,
            field: issue.field, message: issue.message, count: issue.count)
        })
    }
  }

  /// The report as it was told when the data were read.
  var report: LoadReport {
    LoadReport(
      groups: issues.compactMap { group in
        LoadIssue.Kind(rawValue: group.kind).map { kind in
          LoadReport.Group(
            kind,
            group.examples.map { issue in
              LoadIssue(
                kind, file: issue.file, record: issue.record, line: issue.line,
                field: issue.field, message: issue.message, count: issue.count)
            }, count: group.count)
        }
      })
  }
}
