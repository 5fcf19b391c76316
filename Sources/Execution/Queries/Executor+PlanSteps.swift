internal import Language
internal import Planning
internal import Tables

extension Executor {
  /// What a condition is called in a plan, and how its rows are found.
  func describe(_ condition: Condition) -> (name: String, how: String) {
    func name(_ field: FieldReference) -> String { catalogue.info(of: field).name }
    func how(_ field: FieldReference, _ stored: String) -> String {
      if case .derived = field.key { return "computed once, then kept" }
      return stored
    }
    switch condition {
    case .constant(let value): return (value ? "always" : "never", "")
    case .flag(let field): return (name(field), how(field, "bitmap of the rows that hold yes"))
    case .oneOf(let field, let codes):
      let info = catalogue.info(of: field)
      let values = codes.map { info.label(ofCode: Int($0)) }
      return (
        "\(info.name) is \(Wording.list(values, limit: 4, joiner: "or"))",
        how(field, "bitmap of each value")
      )
    case .compareValues(let left, let sign, let right):
      return ("\(name(left.field)) \(sign.rawValue) \(name(right.field))", "scan of two columns")
    case .text(let field, _):
      return ("text of \(name(field))", howTextIsFound(field))
    case .within(let value, let interval):
      return (
        "\(describe(value)) \(interval.inWords)",
        interval.isOfField(value) ? "comparison of whole blocks, then kept" : "scan"
      )
    case .compare(let left, let sign, let right):
      return ("\(describe(left)) \(sign.rawValue) \(describe(right))", "scan of two numbers")
    case .missing(let field, let reason):
      return (
        "\(name(field)) is missing" + (reason.map { " because \($0)" } ?? ""),
        "bitmap of the rows that hold a value"
      )
    case .missingNumber(let value):
      return ("\(describe(value)) is missing", "rows without the number")
    case .holds(let field, let mode, let codes):
      let info = catalogue.info(of: field)
      let values = codes.map { info.label(ofCode: Int($0)) }
      return (
        "\(info.name) has \(mode.rawValue) \(Wording.list(values, limit: 4))",
        how(field, "bitmap of each value")
      )
    case .isEmptyList(let field): return ("\(name(field)) is empty", "scan of the offsets")
    case .not: return ("not", "complement of what is true or undecided")
    case .and: return ("all of", "intersection")
    case .or: return ("any of", "union")
    case .through(let relation, _, _):
      return ("of the \(catalogue.data.relations[relation].name)", "bits gathered by parent")
    case .quantified(let quantifier, let link, _):
      return (quantifier.inWords + describe(link), "tally of the rows of each parent")
    case .quantifiedTable(let quantifier, let table, _):
      return (quantifier.inWords + catalogue.data.tables[table].schema.name, "count of all rows")
    case .sampled(_, let count, let seed): return ("\(count) drawn", "seed \(seed)")
    }
  }

  /// Long texts have an index of words, once a question needed it.
  private func howTextIsFound(_ field: FieldReference) -> String {
    guard case .stored(let index) = field.key,
      case .coded(let coded) = catalogue.data.tables[field.table].columns[index].values
    else { return "each different text looked at once" }
    let words = catalogue.data.tables[field.table].indexes.descriptions.first {
      $0.column == index && $0.kind == "words"
    }
    if let words { return words.form }
    return TextColumnIndex.pays(coded)
      ? "index of words, made once" : "each different text looked at once"
  }

  private func describe(_ link: RowLink) -> String {
    switch link {
    case .children(let relation): catalogue.data.relations[relation].inverseName
    case .siblings: "siblings"
    }
  }

  private func describe(_ value: NumericValue) -> String {
    switch value {
    case .constant(let number): "\(number)"
    case .field(let field): catalogue.info(of: field).name
    case .arithmetic(let sign, let left, let right):
      "\(describe(left)) \(sign.rawValue) \(describe(right))"
    case .through(let relation, let inner):
      "\(catalogue.data.relations[relation].name).\(describe(inner))"
    case .countOf(let link, _): "count of \(describe(link))"
    case .aggregate(let aggregate, let link, let inner):
      "\(aggregate.rawValue) of \(describe(link)).\(describe(inner))"
    case .year(let inner): "year of \(describe(inner))"
    case .monthsBetween(let from, let to): "months(\(describe(from)), \(describe(to)))"
    case .daysBetween(let from, let to): "days(\(describe(from)), \(describe(to)))"
    case .rounded(let inner, _): "round(\(describe(inner)))"
    case .measure: "one number of a whole set"
    case .groupMeasure(let position): "measure \(position + 1)"
    }
  }
}

extension Quantifier {
  fileprivate var inWords: String {
    switch self {
    case .any: "any "
    case .every(let ifAny): ifAny ? "every, if any, " : "every "
    case .no: "no "
    case .atLeast(let count): "at least \(count) "
    case .atMost(let count): "at most \(count) "
    case .exactly(let count): "exactly \(count) "
    }
  }
}

extension NumericInterval {
  /// Whether the number is a field of the row, or of a row that it leads to.
  fileprivate func isOfField(_ value: NumericValue) -> Bool {
    switch value {
    case .field: true
    case .through(_, let inner): isOfField(inner)
    default: false
    }
  }

  fileprivate var inWords: String {
    let lower = low.map { "\($0.isInclusive ? "from" : "above") \($0.value)" }
    let upper = high.map { "\($0.isInclusive ? "up to" : "below") \($0.value)" }
    return [lower, upper].compactMap(\.self).joined(separator: " ")
  }
}
