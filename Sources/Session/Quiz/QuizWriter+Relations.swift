internal import Language
internal import Planning
internal import Tables

extension QuizWriter {
  /// A question over a relation.
  mutating func related(_ rung: QuizRung) -> QuizDraft? {
    guard let relation = random.pick(catalogue.data.relations) else { return nil }
    return rung == .toOne ? toOne(relation) : toMany(relation, rung)
  }

  private mutating func toOne(_ relation: Relation) -> QuizDraft? {
    let rungs = [QuizRung.value, .yes, .number, .date, .level]
    let path = QueryText.name(relation.name) + "."
    guard
      let condition = random.pick(rungs)
        .flatMap({ condition($0, relation.parentTable, after: path) })
    else { return nil }
    let start = "count \(name(ofTable: relation.childTable)) where "
    return QuizDraft(
      rung: .toOne,
      question:
        "How many \(unit(ofTable: relation.childTable)) lead, by the relation \(relation.name), "
        + "to one of "
        + "the \(unit(ofTable: relation.parentTable)) with \(condition.words)?",
      answer: start + condition.query, gap: condition.query,
      alternatives: condition.alternatives.map { start + $0 },
      wrongs: wrongUnit(
        "count \(name(ofTable: relation.parentTable)) where "
          + condition.query.replacing(path, with: ""),
        counted: relation.parentTable, asked: relation.childTable))
  }

  private mutating func toMany(_ relation: Relation, _ rung: QuizRung) -> QuizDraft? {
    let rungs = [QuizRung.value, .yes, .number, .date, .level, .list]
    guard let condition = random.pick(rungs).flatMap({ condition($0, relation.childTable) }) else {
      return nil
    }
    let child = catalogue.data.tables[relation.childTable].schema
    let many = relation.inverseName
    let one = QueryText.name(many == child.name ? child.singular : many)
    let parents = unit(ofTable: relation.parentTable)
    let start = "count \(name(ofTable: relation.parentTable)) where "
    let related = "\(one) (\(condition.query))"
    var draft = QuizDraft(
      rung: rung, question: "", answer: "", gap: condition.query,
      wrongs: wrongUnit(
        "count \(name(ofTable: relation.childTable)) where \(condition.query)",
        counted: relation.childTable, asked: relation.parentTable))
    switch rung {
    case .any:
      draft.question =
        "How many \(parents) have at least one of their \(many) with \(condition.words)?"
      draft.answer = "\(start)any \(related)"
      draft.alternatives = ["\(start)at least 1 \(related)"]
      draft.wrongs.append(
        ("\(start)every \(related)", "That asks it of all of them; one is enough."))
    case .several:
      draft.question =
        "How many \(parents) have two or more of their \(many) with \(condition.words)?"
      draft.answer = "\(start)at least 2 \(related)"
      draft.wrongs.append(("\(start)any \(related)", "One is enough for `any`; two are asked for."))
    case .no:
      draft.question =
        "How many \(parents) have none of their \(many) with \(condition.words)? Those that have "
        + "no "
        + "\(many) at all count too."
      draft.answer = "\(start)no \(related)"
      draft.alternatives = ["\(start)not any \(related)"]
      draft.wrongs.append(
        ("\(start)any \(related)", "That takes those that have one; none may."))
    default:
      draft.question =
        "How many \(parents) have at least one of their \(many), and all of them with "
        + "\(condition.words)?"
      draft.answer = "\(start)every \(related)"
      draft.wrongs.append(("\(start)any \(related)", "One is enough for `any`; all must have it."))
    }
    return draft
  }

  private func wrongUnit(
    _ statement: String, counted: Int, asked: Int
  ) -> [(statement: String, feedback: String)] {
    guard counted != asked else { return [] }
    return [
      (
        statement,
        "That counts \(unit(ofTable: counted)); the question asks for \(unit(ofTable: asked))."
      )
    ]
  }
}
