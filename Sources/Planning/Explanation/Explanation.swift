public import Language
internal import Tables

/// Turns a statement back into English, so that an analyst can hear what was asked.
public struct Explanation {
  let catalogue: Catalogue

  /// Creates an explanation of statements on a catalogue.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// One sentence, and one more for the definitions it rests on.
  public func sentence(for statement: Statement) -> String {
    switch statement.kind {
    case .query(let query): return sentence(for: query)
    case .values(let path, _, _):
      return "Each value of \(path.text), with the number of rows that hold it."
    case .describe(let path):
      return "What the codebook says of \(path?.text ?? "the data set")."
    case .defineField(let entity, let field, let expression):
      return "From now on, \(field.text) of \(entity.text) means: \(phrase(expression))."
        + definitions(in: [expression])
    case .defineSet(let name, let set):
      return "From now on, \(name.text) means \(phrase(set))."
        + definitions(in: [set.condition, set.exception])
    case .defineMeasure(let name, let measure):
      return "From now on, \(name.text) means, of a set, \(phrase(measure))."
        + definitions(in: measure.pathEnds)
    case .defineMissing(let missing):
      let markers = Wording.list(missing.markers.map { Wording.quoted($0.text) }, joiner: "or")
      let reason = missing.reason.map { ", because \(Wording.quoted($0))" } ?? ""
      return "From now on, where \(missing.path.text) holds \(markers) a value is missing\(reason)."
    case .defineRelation(let relation):
      return sentence(for: relation)
    case .find(let find):
      let rows = find.condition.map { " of those for which \(phrase($0))" } ?? ""
      return "Every place of \(Wording.quoted(find.text)) in \(find.path.text)\(rows), with the "
        + "words around it." + definitions(in: [find.condition])
    case .missing(let set, _):
      return "For each field of \(phrase(set)), how many lack it, and why."
        + definitions(in: [set.condition, set.exception])
    case .expect(let expression):
      return "It must hold that \(phrase(expression))." + definitions(in: [expression])
    case .warn(let expression):
      return "A warning unless \(phrase(expression))." + definitions(in: [expression])
    case .explain(_, let inner): return sentence(for: inner)
    case .checkData:
      return
        "Of each table that is open, its rows and fields; and everything that is wrong with the "
        + "data: errors, and then what may be one."
    case .checkClaims:
      return
        "Of each published figure in the table of claims, whether its query gives it, and what the "
        + "data give instead."
    case .compareRuns(let runs):
      return
        "What changed, number by number, from the answers saved in \(Wording.quoted(runs.first)) "
        + "to those in \(Wording.quoted(runs.second))."
    case .queries, .help, .open, .run, .save, .saveSnapshot, .savePackage, .show, .set, .parameter,
      .history, .lesson, .copy, .quit:
      return "A command of the shell: \(Formatter.format(statement))."
    }
  }

  private func sentence(for relation: RelationDefinition) -> String {
    let fields = zip(relation.child.fields, relation.parent.fields).map {
      "\($1.text) is its \($0.text)"
    }
    let parents = relation.parent.entity.text
    let back = relation.inverse.map { ", and from there back as \($0.text)" } ?? ""
    return
      "From now on, each of the \(relation.child.entity.text) leads to one of the \(parents) as "
      + "\(relation.name.text)\(back): the one whose \(Wording.list(fields))."
  }

  private func sentence(for query: Query) -> String {
    let dimensions = query.dimensions.map { dimension in
      let text = name(dimension)
      return text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
    }
    let by =
      dimensions.isEmpty ? "" : ", for each \(dimensions.joined(separator: " and each "))"
    let start: String
    switch query.verb {
    case .count: start = "The number of \(phrase(query.set))\(by)"
    case .list(let show):
      let shown = show.isEmpty ? "every field" : Wording.list(show.map { name($0) })
      start = "Of each of the \(phrase(query.set)): \(shown)"
    case .sample(let count, let show):
      let shown = show.isEmpty ? "every field" : Wording.list(show.map { name($0) })
      start = "Of each of \(count) \(phrase(query.set)), drawn at random: \(shown)"
    case .tabulate:
      start = "The number of \(phrase(query.set))\(by)" + options(query.options.map(\.kind))
    case .percent(let condition):
      start =
        "Of the \(phrase(query.set)), the number and percentage for which \(phrase(condition))"
        + "\(by); those for which it is undecided stand outside the base"
        + options(query.options.map(\.kind))
    case .measures(let measures):
      let list = Wording.list(measures.map { phrase($0) })
      start = "Of the \(phrase(query.set)), \(list)\(by)"
    case .summarise(let value):
      start = "How \(name(value)) is spread among the \(phrase(query.set))\(by)"
    case .compare(let other):
      start = "Side by side, the \(phrase(query.set)) and the \(phrase(other))\(by)"
    }
    var conditions: [Expression?] = [query.set.condition, query.set.exception]
    conditions += query.dimensions
    conditions.append(query.having)
    var names: [String] = []
    switch query.verb {
    case .percent(let condition): conditions.append(condition)
    case .summarise(let value): conditions.append(value)
    case .list(let show), .sample(_, let show): conditions += show
    case .compare(let other): conditions += [other.condition, other.exception]
    case .measures(let measures): names = measures.flatMap(\.pathEnds)
    case .count, .tabulate: break
    }
    let groups =
      query.having.map { ", only those groups for which \(phrase($0))" } ?? ""
    return start + groups + output(query.output) + "."
      + definitions(in: names + conditions.compactMap { $0?.pathEnds }.flatMap(\.self))
  }

  private func options(_ options: [QueryOption.Kind]) -> String {
    var percentages: [String] = []
    var more = ""
    for option in options {
      switch option {
      case .rowPercent: percentages.append("of its row")
      case .columnPercent: percentages.append("of its column")
      case .totalPercent: percentages.append("of all")
      case .chiSquared: more += ", with the chi-squared test"
      case .fisher: more += ", with Fisher's exact test"
      case .interval: more += ", with 95% intervals"
      case .missing: more += ", counting those not recorded in the base"
      }
    }
    return (percentages.isEmpty ? "" : ", with the percentage \(Wording.list(percentages))") + more
  }

  private func output(_ output: Output) -> String {
    var text = ""
    if !output.sort.isEmpty {
      let keys = output.sort.map { name($0.key) + ($0.isDescending ? " (descending)" : "") }
      text += ", in order of \(Wording.list(keys))"
    }
    if let first = output.first { text += ", the first \(first) only" }
    if let format = output.format { text += ", as \(format.text)" }
    if let file = output.file { text += ", written to \(file)" }
    return text
  }
}
