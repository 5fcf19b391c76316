internal import Language
internal import Planning
internal import Tables

extension TourGuide {
  /// A question of a kind that is worth asking of these data, preferably of the main table.
  private mutating func question(_ rungs: [QuizRung]) -> QuizDraft? {
    for rung in rungs {
      for _ in 0..<40 {
        guard let draft = writer.draft(rung), let sound = Quiz.sound(draft, writer.material)
        else { continue }
        return sound
      }
    }
    return nil
  }

  mutating func frequencies() -> Tour.Screen {
    let title = "How a field is spread"
    guard let draft = question([.table]) else {
      let numeric = writer.material.fields(ofTable: main).first(where: \.isNumeric)
      return Tour.Screen(
        title: title,
        text: "No field has a few values that repeat, so there is no table of them to make"
          + (numeric == nil ? "." : "; a field of numbers is summed up instead."),
        statement: numeric.map { "summarise \(QueryText.name($0.name)) of \(entity)" }
          ?? "describe \(entity)")
    }
    return Tour.Screen(
      title: title,
      text:
        "A frequency table has a line for each value, and percentages of the rows that have one. "
        + draft.question, statement: draft.answer)
  }

  mutating func crosstab() -> Tour.Screen {
    let title = "Two fields together"
    guard let draft = question([.crosstab]) else {
      return both(title)
    }
    return Tour.Screen(
      title: title,
      text: "`with row %` makes the percentages of each line; `with column %` of each column. "
        + draft.question, statement: draft.answer + " with row %")
  }

  private mutating func both(_ title: String) -> Tour.Screen {
    guard let draft = question([.both, .percent]) else {
      return Tour.Screen(
        title: title, text: "The data have no two fields with values that repeat.",
        statement: "sample 3 \(entity)")
    }
    return Tour.Screen(
      title: title,
      text: "No two fields have few enough values for a table of both. \(draft.question)",
      statement: draft.answer)
  }

  mutating func overRelation() -> Tour.Screen {
    let title = catalogue.data.relations.isEmpty ? "A condition" : "A question over a relation"
    guard
      let draft = question([.any, .several, .toOne, .value, .yes, .number, .date, .missing])
    else {
      return Tour.Screen(
        title: title, text: "No condition divides the rows: they are too few, or alike.",
        statement: "count \(entity)")
    }
    return Tour.Screen(title: title, text: draft.question, statement: draft.answer)
  }

  // MARK: A trap

  /// What most easily goes wrong with these data.
  mutating func trap() -> Tour.Screen {
    let found = scaleTrap ?? unitTrap ?? missingTrap ?? smallTrap
    return found
      ?? Tour.Screen(
        title: "A trap in these data",
        text:
          "None of the usual ones was found: no scale, no relation, no value that is missing, "
          + "and no "
          + "group too small for a percentage. `check data` looks for mistakes in the files.",
        statement: "check data")
  }

  private var scaleTrap: Tour.Screen? {
    for table in catalogue.data.tables.indices {
      for field in writer.material.fields(ofTable: table) where field.schema.isCumulative {
        guard field.schema.categories.count > 2 else { continue }
        let label = field.schema.categories[field.schema.categories.count - 2].label
        let start = "count \(writer.name(ofTable: table)) where \(QueryText.name(field.name))"
        guard let one = number("\(start) = \(QueryText.quoted(label))"),
          let more = number("\(start) is at least \(QueryText.quoted(label))"), one != more
        else { continue }
        return Tour.Screen(
          title: "A trap in these data",
          text:
            "The field \(field.name) is a scale whose levels include those above them. `= "
            + "\"\(label)\"` "
            + "takes that level alone and gives \(one); `is at least` gives \(more), which is "
            + "what is "
            + "mostly meant.",
          statement: "\(start) is at least \(QueryText.quoted(label))")
      }
    }
    return nil
  }

  private var unitTrap: Tour.Screen? {
    for relation in catalogue.data.relations {
      let (many, one) = (
        catalogue.data.tables[relation.childTable], catalogue.data.tables[relation.parentTable]
      )
      guard many.rowCount != one.rowCount, relation.childTable != relation.parentTable else {
        continue
      }
      let child = many.schema
      let name = relation.inverseName
      let related = QueryText.name(name == child.name ? child.singular : name)
      return Tour.Screen(
        title: "A trap in these data",
        text:
          "There are \(many.rowCount) \(child.name) and \(one.rowCount) \(one.schema.name): a "
          + "figure says "
          + "nothing until its unit is named. A condition on the \(name) of one of the "
          + "\(one.schema.name) "
          + "needs `any`, `every` or `no`.",
        statement:
          "count \(writer.name(ofTable: relation.parentTable)) where at least 2 \(related)")
    }
    return nil
  }

  private var missingTrap: Tour.Screen? {
    guard let (field, missing) = lackingFields.first else { return nil }
    return Tour.Screen(
      title: "A trap in these data",
      text:
        "\(missing) of the \(unit) have no value in the field \(field.name). A percentage leaves "
        + "them out "
        + "of its base, and `!=` does not find them either.",
      statement: "percent \(QueryText.name(field.name)) is recorded of \(entity)")
  }

  private var smallTrap: Tour.Screen? {
    guard
      let field = writer.material.fields(ofTable: main).first(where: {
        $0.schema.type == .category && (2...12).contains($0.dictionary.count)
      }),
      let lines = writer.lines("count \(entity) by \(QueryText.name(field.name))"),
      let least = lines.flatMap({ $0.compactMap(Int.init) }).min(), least < 20
    else { return nil }
    return Tour.Screen(
      title: "A trap in these data",
      text:
        "A value of the field \(field.name) has \(least) \(unit): a percentage of so few jumps "
        + "with every "
        + "row. `with ci` shows how far it may be off.",
      statement: "tabulate \(entity) by \(QueryText.name(field.name)) with ci")
  }

  private func number(_ statement: String) -> Int? {
    guard
      case .number(let count)? = writer.material.attempt(statement)?.result
    else { return nil }
    return count
  }
}
