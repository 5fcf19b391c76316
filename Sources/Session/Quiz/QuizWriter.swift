internal import Execution
internal import Language
internal import Planning
internal import Tables

/// Makes up questions from the codebook, the values and the relations of the open data.
///
/// Whether one is any good is found out by answering it: see ``Quiz``.
@MainActor
struct QuizWriter {
  let material: QuizMaterial
  var random: SplitMix64
  var catalogue: Catalogue { material.catalogue }

  /// A question of a kind, made at random; `nil` where none came of it.
  mutating func draft(_ rung: QuizRung) -> QuizDraft? {
    switch rung.stage {
    case 0: return simple(rung)
    case 1: return middling(rung)
    default: return related(rung)
    }
  }

  /// The entity's name in a statement.
  func name(ofTable table: Int) -> String {
    QueryText.name(catalogue.data.tables[table].schema.name)
  }

  /// The entity's name in a sentence.
  func unit(ofTable table: Int) -> String { catalogue.data.tables[table].schema.name }

  mutating func anyTable() -> Int? {
    random.pick(catalogue.data.tables.indices.filter { catalogue.data.tables[$0].rowCount > 1 })
  }

  /// A field of a kind that is worth a question; `nil` where there is none.
  mutating func field(_ table: Int, _ kind: QuizFieldKind) -> FieldInfo? {
    random.pick(material.fields(ofTable: table, kind))
  }
}

// MARK: One condition

extension QuizWriter {
  private mutating func simple(_ rung: QuizRung) -> QuizDraft? {
    guard let table = anyTable(), let condition = condition(rung, table) else { return nil }
    let start = "count \(name(ofTable: table)) where "
    var draft = QuizDraft(
      rung: rung, question: "How many \(unit(ofTable: table)) have \(condition.words)?",
      answer: start + condition.query, gap: condition.value)
    draft.alternatives = condition.alternatives.map { start + $0 }
    if let wrong = condition.wrong { draft.wrongs = [(start + wrong.query, wrong.feedback)] }
    return draft
  }
}

// MARK: Tables and percentages

extension QuizWriter {
  private mutating func middling(_ rung: QuizRung) -> QuizDraft? {
    guard let table = anyTable() else { return nil }
    switch rung {
    case .other: return other(table)
    case .both: return both(table)
    case .percent: return percent(table)
    case .table, .crosstab: return tabulation(table, isCrosstab: rung == .crosstab)
    default: return statistic(table)
    }
  }

  private mutating func other(_ table: Int) -> QuizDraft? {
    guard let field = field(table, .valued),
      let value = value(of: field)
    else { return nil }
    let start = "count \(name(ofTable: table)) where "
    let (path, quoted) = (QueryText.name(field.name), QueryText.quoted(value))
    return QuizDraft(
      rung: .other,
      question:
        "How many \(unit(ofTable: table)) have a value in the field \(field.name), and one other "
        + "than "
        + "\"\(value)\"?",
      answer: "\(start)\(path) != \(quoted)", gap: quoted,
      alternatives: ["\(start)not \(path) = \(quoted)"],
      wrongs: [
        ("\(start)\(path) = \(quoted)", "That counts those with the value itself."),
        (
          "count \(name(ofTable: table)) except where \(path) = \(quoted)",
          "`except where` keeps those without a value as well."
        ),
      ])
  }

  private mutating func both(_ table: Int) -> QuizDraft? {
    let rungs = QuizRung.allCases.filter { $0.stage == 0 }
    guard let first = random.pick(rungs).flatMap({ condition($0, table) }),
      let second = random.pick(rungs).flatMap({ condition($0, table) }),
      first.field != second.field
    else { return nil }
    let start = "count \(name(ofTable: table)) where "
    return QuizDraft(
      rung: .both,
      question: "How many \(unit(ofTable: table)) have \(first.words) and also \(second.words)?",
      answer: "\(start)\(first.query) and \(second.query)", gap: second.query,
      alternatives: ["\(start)\(second.query) and \(first.query)"],
      wrongs: [
        (
          "\(start)\(first.query) or \(second.query)",
          "`or` takes those for which one of the two holds; the question asks for both."
        )
      ])
  }

  private mutating func percent(_ table: Int) -> QuizDraft? {
    let rungs = [QuizRung.value, .yes, .number, .date, .level]
    guard let condition = random.pick(rungs).flatMap({ condition($0, table) }) else { return nil }
    let entity = name(ofTable: table)
    return QuizDraft(
      rung: .percent,
      question:
        "Of the \(unit(ofTable: table)) with a value in the field \(condition.field), what "
        + "percentage "
        + "have \(condition.words)?",
      answer: "percent \(condition.query) of \(entity)", gap: condition.query,
      alternatives: [
        "percent \(condition.query) of \(entity) where \(QueryText.name(condition.field)) is "
          + "recorded"
      ],
      wrongs: [
        (
          "count \(entity) where \(condition.query)",
          "That is a number; the question asks for a percentage and its base."
        )
      ])
  }

  private mutating func tabulation(_ table: Int, isCrosstab: Bool) -> QuizDraft? {
    guard let first = field(table, .tabulated) else { return nil }
    let start = "tabulate \(name(ofTable: table)) by "
    let path = QueryText.name(first.name)
    guard isCrosstab else {
      return QuizDraft(
        rung: .table,
        question:
          "How many \(unit(ofTable: table)) are there for each value of the field \(first.name)?",
        answer: start + path, gap: path,
        alternatives: ["count \(name(ofTable: table)) by \(path)"])
    }
    guard
      let second = random.pick(
        material.fields(ofTable: table, .tabulated).filter { $0.name != first.name })
    else { return nil }
    let other = QueryText.name(second.name)
    return QuizDraft(
      rung: .crosstab,
      question:
        "How many \(unit(ofTable: table)) are there for each value of the field \(first.name) "
        + "together "
        + "with each value of the field \(second.name)?",
      answer: "\(start)\(path), \(other)", gap: other,
      alternatives: ["\(start)\(other), \(path)"],
      wrongs: [(start + path, "That is one of the two fields.")])
  }

  private mutating func statistic(_ table: Int) -> QuizDraft? {
    let measures = [
      ("median", "median"), ("average", "average"), ("max", "largest value"),
      ("min", "smallest value"),
    ]
    guard let field = field(table, .number), let measure = random.pick(measures) else {
      return nil
    }
    let path = QueryText.name(field.name)
    let entity = name(ofTable: table)
    // Of values that are all alike, every measure is the same.
    guard let least = cells("min \(path) of \(entity)")?.first,
      let most = cells("max \(path) of \(entity)")?.first, least != most
    else { return nil }
    return QuizDraft(
      rung: .statistic,
      question:
        "What is the \(measure.1) of the field \(field.name), over all \(unit(ofTable: table)) "
        + "with a "
        + "value there?",
      answer: "\(measure.0) \(path) of \(entity)", gap: path,
      alternatives: ["\(measure.0) \(path) of \(entity) where \(path) is recorded"])
  }
}
