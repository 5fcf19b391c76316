extension SourceDescription {
  /// The files of the table, as the package or the user names them.
  var file: String { inlineName ?? paths.joined(separator: ", ") }

  /// The line on which a record begins; `nil` where that is not known.
  ///
  /// - Parameter record: From 1, as issues count.
  func line(ofRecord record: Int) -> Int? {
    record >= 1 && record <= lines.count ? lines[record - 1] : nil
  }
}

extension LoadIssue {
  /// The issue with the line of its record, if only the record was known.
  func placed(in sources: [SourceDescription]) -> LoadIssue {
    guard line == nil, let record, let source = sources.first(where: { $0.paths.first == file })
    else { return self }
    var issue = self
    issue.line = source.line(ofRecord: record)
    // Of a table in several files the record was counted from the first of them.
    let part = source.firstRecords.lastIndex { $0 < record }
    if let part, part < source.paths.count {
      issue.file = source.paths[part]
      issue.record = record - source.firstRecords[part]
    }
    return issue
  }
}
