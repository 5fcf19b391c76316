internal import Planning
internal import Tables

/// What quizzes on the open data are made of: their fields by kind, and what they answer to statements.
///
/// Questions are made up by trying many, and on small data the same ones again and again, so that
/// everything is found out once.
@MainActor
final class QuizMaterial {
  let grader: Grader
  private var attempts: [String: Grader.Attempt?] = [:]
  private var plainAttempts: [String: Grader.Attempt?] = [:]

  private var knownFields: [FieldsKey: [FieldInfo]] = [:]

  private struct FieldsKey: Hashable {
    var table: Int
    var kind: QuizFieldKind
  }

  /// Nothing is found out yet.
  init(_ grader: Grader) { self.grader = grader }

  /// The open data as they are bound to.
  var catalogue: Catalogue { grader.open.catalogue }

  /// What a statement finds; `nil` where it has a mistake or is no question.
  func attempt(_ text: String) -> Grader.Attempt? {
    if let known = attempts[text] { return known }
    let found = grader.attempt(text, in: grader.open)
    attempts[text] = .some(found)
    return found
  }

  /// What a statement finds; `nil` too where it can be read in more than one way.
  func plainAttempt(_ text: String) -> Grader.Attempt? {
    if let known = plainAttempts[text] { return known }
    let found = grader.attempt(text, in: grader.open, isStrict: true)
    plainAttempts[text] = .some(found)
    return found
  }

  /// The fields of a kind that are worth a question: what only tells rows apart or links them is not.
  func fields(ofTable table: Int, _ kind: QuizFieldKind = .any) -> [FieldInfo] {
    let key = FieldsKey(table: table, kind: kind)
    if let known = knownFields[key] { return known }
    let rowCount = catalogue.data.tables[table].rowCount
    let found =
      kind == .any
      ? telling(table) : fields(ofTable: table).filter { kind.fits($0, rowCount: rowCount) }
    knownFields[key] = found
    return found
  }

  private func telling(_ table: Int) -> [FieldInfo] {
    let data = catalogue.data
    var linking = Set(data.tables[table].schema.primaryKey)
    let names = data.tables[table].schema.fields.map(\.name)
    for relation in data.relations {
      if relation.childTable == table { linking.formUnion(relation.childFields.map { names[$0] }) }
      if relation.parentTable == table {
        linking.formUnion(relation.parentFields.map { names[$0] })
      }
    }
    return catalogue.fields(ofTable: table).filter {
      !linking.contains($0.name) && !$0.schema.isPersonal
    }
  }
}
