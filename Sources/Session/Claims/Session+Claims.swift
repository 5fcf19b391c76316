internal import Diagnostics
internal import Execution
internal import Language
internal import Planning
internal import Rendering
internal import Tables

extension Session {
  /// The entity that holds published figures, and its fields.
  private static let claimsEntity = "claims"
  private static let claimFields = ["claim", "source", "published", "query", "expected", "status"]

  /// `check claims`: each published figure, and whether the data give it.
  ///
  /// - Returns: `.expectationFailed` where a figure is not what its table says.
  func checkClaims(_ clauses: Output, source: SourceText, span: Span) -> ExitStatus {
    guard let format = format(clauses, source) else { return .mistake }
    guard let claims = claims() else {
      report(
        [
          Diagnostic(
            .unknownEntity, "the data has no table of claims", at: span,
            notes: [
              "published figures stand in a table named claims, with the fields "
                + Self.claimFields.joined(separator: ", ")
            ])
        ], of: source, statement: nil)
      return .mistake
    }
    let answer = Self.answer(claims)
    record?.add(.answer(found(answer), showsBars: false))
    let status: ExitStatus = claims.allSatisfy(\.isAsStated) ? .success : .expectationFailed
    guard let file = clauses.file else {
      present(rendered(answer, as: format))
      if format.isForPrograms { remark(on: answer) }
      return status
    }
    let text = Renderer.render(answer, as: format, options: RenderOptions())
    return max(status, write(text, to: file, span: clauses.fileSpan, source))
  }

  private static func answer(_ claims: [Claim]) -> Answer {
    let columns = ["claim", "published", "found", "verdict", "query", "source"]
    let rows = claims.map { claim in
      [
        claim.text, claim.published, claim.found, claim.verdict.rawValue, claim.query ?? "",
        claim.source,
      ]
      .map { $0.isEmpty ? AnswerValue.missing(reason: nil) : .text($0) }
    }
    let verdicts: [Claim.Verdict] = [
      .reproduced, .notDerivable, .erroneous, .differs, .unusable,
    ]
    let sums = verdicts.compactMap { verdict -> String? in
      let count = claims.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return Answer(
      statement: "check claims",
      body: .table(
        AnswerTable(columns: columns.map { AnswerColumn($0, .text) }, rows: rows)),
      notes: ["\(claims.count) published figures: " + sums.joined(separator: ", ")])
  }

  /// The claims of the data that are open; `nil` when there are none.
  private func claims() -> [Claim]? {
    guard let workspace,
      let table = workspace.catalogue.data.tables.first(where: {
        $0.schema.name == Self.claimsEntity
      })
    else { return nil }
    let fields = Self.claimFields.filter { name in
      table.schema.fields.contains { $0.name == name }
    }
    guard fields.contains("query"), fields.contains("expected") else { return nil }
    let session = alone()
    _ = session.run("list \(Self.claimsEntity) show \(fields.joined(separator: ", "))")
    guard case .table(let rows)? = session.lastAnswer?.body else { return nil }
    return rows.rows.map { row in
      var texts: [String: String] = [:]
      for (name, value) in zip(fields, row) {
        if case .text(let text) = value { texts[name] = text }
      }
      return claim(texts)
    }
  }

  private func claim(_ texts: [String: String]) -> Claim {
    var claim = Claim(
      text: texts["claim"] ?? "", source: texts["source"] ?? "",
      published: texts["published"] ?? "", query: texts["query"], expected: texts["expected"],
      verdict: .notDerivable)
    let isErroneous = texts["status"] == Claim.Verdict.erroneous.rawValue
    guard let query = claim.query else {
      if isErroneous { claim.verdict = .erroneous }
      return claim
    }
    let session = alone()
    let status = session.run(query).status
    guard status == .success, let answer = session.lastAnswer,
      let compared = claim.expected.flatMap({ ExpectedAnswer($0).compare(answer) })
    else {
      claim.verdict = .unusable
      return claim
    }
    claim.found = compared.found
    claim.verdict = !compared.agrees ? .differs : isErroneous ? .erroneous : .reproduced
    return claim
  }

  /// A session over the same data that shows nothing to anyone.
  func alone() -> Session {
    var plain = options
    plain.usesColor = false
    plain.width = nil
    plain.isInteractive = false
    let session = Session(output: MemorySink(), errors: MemorySink(), options: plain)
    session.workspace = workspace?.separate
    session.isStrict = true
    session.interruptsBefore = interruptsBefore
    return session
  }
}
