internal import Diagnostics
internal import Language
internal import Loading
internal import Planning
internal import Tables

/// Says an example, which speaks of the bundled data, of other data.
///
/// Each entity of the example stands for a table, so that relations between them are kept; each field
/// for one of its kind, and each text for a value of the field before it. The first way of many that
/// means something, and finds something, is taken.
@MainActor
struct ExampleTranslation {
  let catalogue: Catalogue
  let bundled: Catalogue
  /// Whether a statement finds something; `nil` where it is no question of the data.
  let finds: (String) -> Bool?

  /// The most ways that are tried.
  private static let mostTries = 150

  /// Fails where the bundled data cannot be read, which tests rule out.
  init?(to catalogue: Catalogue, finds: @escaping (String) -> Bool?) {
    guard let loaded = try? Loader.loadBundled() else { return nil }
    self.catalogue = catalogue
    self.finds = finds
    var bundled = Catalogue(loaded.dataSet)
    for parsed in Parser.parse(SourceText(loaded.dataSet.definitions?.text ?? "")) {
      if let statement = parsed.statement,
        case .defineField(let table, let field)? = Binder.bind(statement, in: bundled).statement
      {
        bundled.define(field, inTable: table)
      }
    }
    self.bundled = bundled
  }

  /// The example in the names of the data; `nil` where nothing of the kind can be asked of them.
  func translated(_ example: String) -> String? {
    if means(example) { return example }
    let parts = ExamplePart.parts(of: example, in: bundled)
    var meaningful: String?
    var tries = 0
    for tables in tableChoices(for: parts) {
      for choice in 0..<12 {
        guard tries < Self.mostTries else { return meaningful }
        tries += 1
        let text = Rewriting(catalogue: catalogue, tables: tables, choice: choice).text(of: parts)
        guard let text, means(text) else { continue }
        if finds(text) != false { return text }
        meaningful = meaningful ?? text
      }
    }
    return meaningful
  }

  /// Which table of the data each table of the example may stand for.
  private func tableChoices(for parts: [ExamplePart]) -> [[Int: Int]] {
    var wanted: [Int] = []
    for case .entity(let table, _) in parts where !wanted.contains(table) { wanted.append(table) }
    for case .link(let table) in parts where !wanted.contains(table) { wanted.append(table) }
    for case .field(let field, _) in parts where !wanted.contains(field.reference.table) {
      wanted.append(field.reference.table)
    }
    var choices: [[Int: Int]] = [[:]]
    for table in wanted {
      choices = choices.flatMap { choice in
        catalogue.data.tables.indices.filter { candidate in
          choice.allSatisfy { keepsLinks($0.key, table, $0.value, candidate) }
        }.map { choice.merging([table: $0]) { old, _ in old } }
      }
      if choices.count > 400 { choices = Array(choices.prefix(400)) }
    }
    return choices
  }

  /// Whether two tables of the example that are linked stand for two that are linked in the same way.
  private func keepsLinks(_ first: Int, _ second: Int, _ one: Int, _ other: Int) -> Bool {
    func links(_ data: DataSet, _ child: Int, _ parent: Int) -> Bool {
      data.relations.contains { $0.childTable == child && $0.parentTable == parent }
    }
    return one != other
      && (!links(bundled.data, first, second) || links(catalogue.data, one, other))
      && (!links(bundled.data, second, first) || links(catalogue.data, other, one))
  }

  private func means(_ example: String) -> Bool {
    var catalogue = catalogue
    for parsed in Parser.parse(SourceText(example)) {
      guard let statement = parsed.statement, parsed.diagnostics.isEmpty else { return false }
      let bound = Binder.bind(statement, in: catalogue)
      guard let meaning = bound.statement else { return false }
      if case .defineSet(let name, let set, let text) = meaning {
        catalogue.define(NamedSet(name: name, set: set, text: text))
      }
    }
    return true
  }
}

extension Session {
  /// An example as it can be typed on the data that are open.
  func onLoadedData(_ example: String) -> String {
    guard let workspace, !workspace.paths.isEmpty, let grader = grader() else { return example }
    // On large data many ways of saying it are tried on some of the rows.
    let tried = answersAtOnce ? workspace : grader.practice().first ?? workspace
    let translation = ExampleTranslation(to: workspace.catalogue) { text in
      switch grader.attempt(text, in: tried)?.result {
      case .number(let count): count > 0
      case .share(let part, _): part > 0
      case .lines(let lines): !lines.isEmpty
      case nil: nil
      }
    }
    return translation?.translated(example) ?? "\(example)   (on the bundled data)"
  }
}
