internal import Diagnostics
internal import Language

extension Binder {
  /// `explain STATEMENT`, in one of its forms.
  mutating func bindExplanation(
    _ form: ExplainForm, of inner: Statement
  ) -> BoundStatement? {
    var dialect = SQLDialect.sqlite
    if case .sql(let name?) = form {
      guard let known = SQLDialect(name: name.text) else {
        reportUnknownDialect(name)
        return nil
      }
      dialect = known
    }
    guard let bound = bindStatement(inner) else { return nil }
    switch form {
    case .english:
      return .explain(bound, sentence: Explanation(catalogue).sentence(for: inner))
    case .plan: return .explainPlan(bound)
    case .sql: return .explainSQL(SQLTranslation(catalogue, dialect).text(for: bound))
    }
  }

  private mutating func reportUnknownDialect(_ name: Name) {
    let names = SQLDialect.allCases.map(\.rawValue)
    let near = NearestName.nearest(to: name.text, among: names)
    report(
      .unknownDialect, "there is no dialect \"\(name.text)\"", at: name.span,
      notes: ["dialects: " + Wording.list(names)],
      edits: [Diagnostic.Edit(name.span, near.first ?? SQLDialect.sqlite.rawValue)])
  }
}
