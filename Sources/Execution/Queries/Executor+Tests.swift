internal import Language
internal import Planning
internal import Statistics
internal import Tables

extension Executor {
  /// The tests that `with chi2, fisher` asks for, of a table or of each layer.
  ///
  /// What `first` gathers into one row is tested row by row: how much is shown must not decide.
  func tests(
    _ body: Answer.Body, _ query: BoundQuery, _ selection: Selection
  ) throws(QueryCancelled) -> [TestResult] {
    let wanted = query.options.intersection([.chiSquared, .fisher])
    guard !wanted.isEmpty else { return [] }
    var body = body
    if query.first != nil {
      var whole = query
      whole.first = nil
      body = try self.body(whole, selection).0
    }
    switch body {
    case .crosstab(let crosstab): return tests(crosstab, wanted, layer: nil)
    case .layers(_, let layers):
      return layers.flatMap { tests($0.crosstab, wanted, layer: $0.key.text) }
    case .count, .share, .table, .frequencies: return []
    }
  }

  private func tests(
    _ crosstab: Crosstab, _ wanted: Set<QueryOption.Kind>, layer: String?
  ) -> [TestResult] {
    let counts = crosstab.testedCounts
    var results: [TestResult] = []
    var needsFisher = wanted.contains(.fisher)
    if wanted.contains(.chiSquared) {
      let chi = ChiSquaredTest(counts)
      results.append(chiSquared(chi, layer))
      // Where chi-squared may mislead, the exact test of a table of two by two is at hand.
      if let chi, chi.expectedBelowFive > 0, chi.cells == 4 { needsFisher = true }
    }
    if needsFisher { results.append(fisher(counts, layer)) }
    return results
  }

  private func chiSquared(_ test: ChiSquaredTest?, _ layer: String?) -> TestResult {
    guard let test else {
      return TestResult(
        name: "chi2", layer: layer,
        remark: "chi-squared needs at least two rows and two columns that are not empty")
    }
    return TestResult(
      name: "chi2", layer: layer, statistic: test.statistic,
      degreesOfFreedom: test.degreesOfFreedom, probability: test.probability,
      smallestExpected: test.smallestExpected,
      remark: test.expectedBelowFive == 0
        ? nil
        : "\(test.expectedBelowFive) of \(test.cells) cells expect fewer than 5 rows, so "
          + "chi-squared may mislead")
  }

  private func fisher(_ counts: [[Int]], _ layer: String?) -> TestResult {
    let rows = counts.filter { $0.contains { $0 > 0 } }
    let used = (counts.first ?? []).indices.filter { column in
      rows.contains { $0[column] > 0 }
    }
    guard rows.count == 2, used.count == 2,
      let test = FisherTest(rows[0][used[0]], rows[0][used[1]], rows[1][used[0]], rows[1][used[1]])
    else {
      return TestResult(
        name: "fisher", layer: layer,
        remark: "Fisher's test is made of tables of two by two, and this has "
          + "\(rows.count) rows and \(used.count) columns")
    }
    return TestResult(
      name: "fisher", layer: layer, probability: test.probability, oddsRatio: test.oddsRatio)
  }

  /// What an interval or a test takes for granted, and these data may not be.
  static let samplingCaveat =
    "intervals and tests take the rows for a sample of independent ones; a census is no sample, "
    + "and rows that share a parent are not independent"
}

extension Crosstab {
  /// The counts whose keys stand in the base.
  fileprivate var testedCounts: [[Int]] {
    let columns = columnKeys.indices.filter { includesMissing || !columnKeys[$0].isMissingKey }
    return rowKeys.indices.filter { includesMissing || !rowKeys[$0].isMissingKey }.map { row in
      columns.map { counts[row][$0] }
    }
  }
}

extension AnswerValue {
  var isMissingKey: Bool { if case .missing = self { true } else { false } }

  /// A key as text, for a message.
  var text: String {
    switch self {
    case .missing: "(not recorded)"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): "\(number)"
    case .boolean(let value): value ? "yes" : "no"
    case .date(let date): date.description
    case .list(let values): values.joined(separator: "; ")
    case .percent(let part, let whole): "\(part) of \(whole)"
    }
  }
}
