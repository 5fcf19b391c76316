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
    case .expect(let expression):
      return "It must hold that \(phrase(expression))."
    case .explain(let inner): return sentence(for: inner)
    case .help, .open, .run, .set, .parameter, .history, .quit:
      return "A command of the shell: \(Formatter.format(statement))."
    }
  }

  private func sentence(for query: Query) -> String {
    let groups = query.dimensions.map { name($0) }
    let by = groups.isEmpty ? "" : ", for each \(groups.joined(separator: " and each "))"
    let start: String
    switch query.verb {
    case .count: start = "The number of \(phrase(query.set))\(by)"
    case .list(let show):
      let shown = show.isEmpty ? "Every field" : Wording.list(show.map { name($0) })
      start = "\(Self.capitalised(shown)) of each of the \(phrase(query.set))"
    case .tabulate(let options):
      start = "The number of \(phrase(query.set))\(by)" + percentages(options.map(\.kind))
    case .percent(let condition):
      start =
        "Of the \(phrase(query.set)), the number and percentage for which \(phrase(condition))"
        + "; those for which that is not known stand outside the base\(by)"
    }
    var conditions = [query.set.condition, query.set.exception] + query.dimensions
    if case .percent(let condition) = query.verb { conditions.append(condition) }
    return start + output(query.output) + "." + definitions(in: conditions)
  }

  private func percentages(_ options: [TabulateOption.Kind]) -> String {
    let words = options.compactMap { option -> String? in
      switch option {
      case .rowPercent: "of its row"
      case .columnPercent: "of its column"
      case .totalPercent: "of all"
      case .missing: nil
      }
    }
    let missing =
      options.contains(.missing) ? ", counting those not recorded in the base" : ""
    return (words.isEmpty ? "" : ", with the percentage \(Wording.list(words))") + missing
  }

  private func output(_ output: Output) -> String {
    var text = ""
    if !output.sort.isEmpty {
      let keys = output.sort.map { name($0.key) + ($0.isDescending ? " (largest first)" : "") }
      text += ", in order of \(Wording.list(keys))"
    }
    if let first = output.first { text += ", the first \(first) only" }
    if let format = output.format { text += ", as \(format.text)" }
    if let file = output.file { text += ", written to \(file)" }
    return text
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
