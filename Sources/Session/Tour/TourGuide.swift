internal import Execution
internal import Language
internal import Planning
internal import Tables

/// Makes a tour of the open data: each screen speaks of what is there.
@MainActor
struct TourGuide {
  var writer: QuizWriter
  var catalogue: Catalogue { writer.catalogue }
  /// The table with the most links to others, and of those the one with the most rows.
  let main: Int

  init(_ grader: Grader) {
    // The same tour each time.
    writer = QuizWriter(material: QuizMaterial(grader), random: SplitMix64(quiz: 1))
    let data = grader.open.catalogue.data
    main =
      data.tables.indices.max { first, second in
        let links = { table in
          data.relations.count { $0.childTable == table || $0.parentTable == table }
        }
        return (links(first), data.tables[first].rowCount)
          < (links(second), data.tables[second].rowCount)
      } ?? 0
  }

  var unit: String { writer.unit(ofTable: main) }
  var entity: String { writer.name(ofTable: main) }

  /// The ten screens.
  mutating func tour() -> Tour {
    Tour(screens: [
      oneRow, sizes, relations, codebook, missing, frequencies(), crosstab(), overRelation(),
      trap(),
      next,
    ])
  }

  // MARK: What there is

  private var oneRow: Tour.Screen {
    let schema = catalogue.data.tables[main].schema
    let about = [schema.title, schema.description].filter { !$0.isEmpty }.joined(separator: ": ")
    let key =
      schema.primaryKey.isEmpty
      ? "No field is declared to tell them apart."
      : "They are told apart by \(schema.primaryKey.joined(separator: ", "))."
    return Tour.Screen(
      title: "What one row is",
      text: "One row of \(schema.name) is one \(schema.singular). \(key)"
        + (about.isEmpty ? " The codebook does not say more." : " The codebook says: \(about)"),
      statement: "list \(entity) first 1")
  }

  private var sizes: Tour.Screen {
    let tables = catalogue.data.tables
    let parts = tables.prefix(8).map { table in
      let fields = table.schema.fields.count
      return
        "\(table.schema.name) has \(table.rowCount) \(table.rowCount == 1 ? "row" : "rows") and "
        + "\(fields) \(fields == 1 ? "field" : "fields")"
    }
    let more = tables.count > 8 ? "; and \(tables.count - 8) more" : ""
    return Tour.Screen(
      title: "How much there is",
      text: "\(catalogue.data.title): \(parts.joined(separator: "; "))\(more).",
      statement: "describe")
  }

  private var relations: Tour.Screen {
    let relations = catalogue.data.relations
    guard !relations.isEmpty else {
      let isOne = catalogue.data.tables.count == 1
      return Tour.Screen(
        title: "How rows belong together",
        text: isOne
          ? "There is one table, so every question is about its rows."
          : "No relation is declared between the tables. `define relation` links them; `help "
            + "define` "
            + "shows how.",
        statement: "count \(entity)")
    }
    let parts = relations.prefix(6).map { relation in
      "one of the \(writer.unit(ofTable: relation.childTable)) leads to one of the "
        + "\(writer.unit(ofTable: relation.parentTable)) by \(relation.name), and back by "
        + relation.inverseName
    }
    let first = relations[0]
    return Tour.Screen(
      title: "How rows belong together",
      text:
        "What leads to one row is written with a dot, and what leads to many takes `any`, "
        + "`every` or "
        + "`no`: \(parts.joined(separator: "; ")).",
      statement:
        "count \(writer.name(ofTable: first.parentTable)) where any \(related(first))")
  }

  private func related(_ relation: Relation) -> String {
    let child = catalogue.data.tables[relation.childTable].schema
    let many = relation.inverseName
    return QueryText.name(many == child.name ? child.singular : many)
  }

  private var codebook: Tour.Screen {
    let fields = writer.material.fields(ofTable: main)
    let field =
      fields.first { !$0.schema.description.isEmpty } ?? fields.first { !$0.schema.title.isEmpty }
      ?? fields.first ?? catalogue.fields(ofTable: main).first
    let about = field.map {
      $0.schema.description.isEmpty ? $0.schema.title : $0.schema.description
    }
    let named = field?.name ?? ""
    return Tour.Screen(
      title: "What the fields mean",
      text: about.map {
        $0.isEmpty
          ? "The data come without a codebook; what a field holds was found out from its values. "
            + "`describe` shows it of a field, such as \(named)."
          : "The codebook says of \(named): \($0)"
      } ?? "There are no fields.",
      statement: "describe \(entity)" + (named.isEmpty ? "" : ".\(QueryText.name(named))"))
  }

  private var missing: Tour.Screen {
    let lacking = lackingFields
    let text =
      lacking.first.map {
        "\($0.missing) of the \(catalogue.data.tables[main].rowCount) \(unit) lack a value in "
          + "the field "
          + "\($0.field.name), which lacks the most. Rows without a value are neither yes nor "
          + "no: answers "
          + "leave them out and say how many."
      } ?? "Every field that is worth counting is filled in for all \(unit)."
    return Tour.Screen(
      title: "What is missing", text: text, statement: "missing \(entity)")
  }

  /// The fields that lack values in some rows but not in all, those that lack most first.
  var lackingFields: [(field: FieldInfo, missing: Int)] {
    let total = catalogue.data.tables[main].rowCount
    return writer.material.fields(ofTable: main).prefix(60).compactMap { field in
      let text = "count \(entity) where \(QueryText.name(field.name)) is missing"
      guard case .number(let count)? = writer.material.attempt(text)?.result,
        count > 0, count < total
      else { return nil }
      return (field, count)
    }.sorted { ($0.missing, $1.field.name) > ($1.missing, $0.field.name) }
  }

  private var next: Tour.Screen {
    Tour.Screen(
      title: "What next",
      text:
        "`quiz` asks ten questions about these data and grades the answers. `help` explains "
        + "every word, "
        + "`check data` says what may be wrong with the data, and `save` keeps a question as a "
        + "script.",
      statement: "quiz")
  }
}
