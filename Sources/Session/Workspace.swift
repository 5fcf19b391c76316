internal import Diagnostics
internal import Execution
internal import Language
internal import Loading
internal import Planning
internal import Tables

/// A loaded data set with what has been defined on it.
///
/// A value: `open` makes another.
struct Workspace {
  /// What was read, and what has been declared of it since.
  private(set) var loaded: LoadedData
  /// The data and its definitions.
  var catalogue: Catalogue
  /// What has been computed on the data once.
  private(set) var cache = Executor.Cache()
  /// What was wrong with the data.
  var report: LoadReport { loaded.report }
  /// Mistakes in the package's own definitions script, with its text.
  private(set) var definitionMistakes: [Mistake] = []
  /// The definitions in force, in order, so that they can be bound again to other data.
  private(set) var definitions: [Definition] = []
  /// The files that were read, as given; none for the bundled data.
  let paths: [String]

  /// Mistakes, and the text that they are in.
  typealias Mistake = (source: SourceText, diagnostics: [Diagnostic])

  /// A definition as it was written.
  struct Definition {
    var text: String
    /// The script that came with the data and holds it; `nil` for one made since.
    var script: String?
    /// The values of the `$names` in it.
    var parameters: [String: Expression] = [:]
  }

  /// The same data and definitions for another session, which computes for itself.
  ///
  /// A definition is known by its place among the others: what one session defines next has the place of
  /// what the other defines next, and neither may be given the rows of the other.
  var separate: Workspace {
    var copy = self
    copy.cache = Executor.Cache()
    return copy
  }

  /// Makes a data set ready for queries: runs the definitions that came with it.
  init(_ loaded: LoadedData, paths: [String]) {
    self.loaded = loaded
    catalogue = Catalogue(loaded.dataSet)
    self.paths = paths
    if let definitions = loaded.dataSet.definitions { run(definitions.text, definitions.name) }
  }

  private mutating func run(_ text: String, _ name: String) {
    let source = SourceText(text, name: name)
    for parsed in Parser.parse(source) {
      var diagnostics = parsed.diagnostics
      if let statement = parsed.statement, !diagnostics.contains(where: { $0.severity == .error }) {
        let bound = Binder.bind(statement, in: catalogue)
        diagnostics += bound.diagnostics
        let definition = Definition(text: source.text(parsed.span), script: name)
        if let bound = bound.statement {
          let effect = define(bound, definition)
          if effect == nil {
            diagnostics.append(
              Diagnostic(
                .syntax, "a definitions script holds only `define` statements", at: parsed.span))
          }
          diagnostics +=
            effect?.refusal.map { [Diagnostic(.unknownValue, $0, at: parsed.span)] } ?? []
          definitionMistakes += effect?.lost ?? []
        }
      }
      if !diagnostics.isEmpty { definitionMistakes.append((source, diagnostics)) }
    }
  }

  /// Opens files, or the data set that is part of the program.
  static func open(_ paths: [String], _ options: LoadOptions) throws(LoadFailure) -> Workspace {
    if paths.isEmpty { return Workspace(try Loader.loadBundled(), paths: []) }
    return Workspace(try Loader.load(paths: paths, options: options), paths: paths)
  }
}

// MARK: Definitions

extension Workspace {
  /// What became of a definition.
  struct DefinitionEffect {
    /// What to tell a person at the prompt.
    var notice: String
    /// Why nothing was defined after all.
    var refusal: String?
    /// What was found wrong with the data.
    var issues: [LoadIssue] = []
    /// Earlier definitions that mean nothing any more.
    var lost: [Mistake] = []
  }

  /// Takes a definition in.
  ///
  /// - Returns: What became of it; `nil` when the statement is no definition.
  mutating func define(
    _ statement: BoundStatement, _ definition: Definition
  ) -> DefinitionEffect? {
    switch statement {
    case .defineMissing(let missing): return declare(missing)
    case .defineRelation(let relation): return relate(relation)
    default:
      guard let notice = take(statement) else { return nil }
      definitions.append(definition)
      return DefinitionEffect(notice: notice)
    }
  }

  /// Takes in a definition that leaves the data as they are.
  private mutating func take(_ statement: BoundStatement) -> String? {
    switch statement {
    case .defineField(let table, let field):
      catalogue.define(field, inTable: table)
      let entity = catalogue.data.tables[table].schema.name
      return "\(entity).\(field.schema.name) means \(field.text)"
    case .defineSet(let name, let set, let text):
      catalogue.define(NamedSet(name: name, set: set, text: text))
      return "\(name) means \(text)"
    case .defineMeasure(let measure):
      catalogue.define(measure)
      return "\(measure.name) means \(measure.text)"
    default: return nil
    }
  }

  /// Values that mean that there is none.
  private mutating func declare(_ missing: BoundMissing) -> DefinitionEffect {
    let markers = zip(missing.markers, missing.texts).map { (marker: $0, text: $1) }
    let declared = loaded.declaring(
      missing: markers, in: missing.columns, ofTable: missing.table)
    let lost = replace(declared.data)
    return DefinitionEffect(
      notice: DeclarationNotice(missing, declared.fields, catalogue.data).text,
      issues: declared.issues, lost: lost)
  }

  /// A link between rows; one that links none is most likely a mistake.
  private mutating func relate(_ relation: Relation) -> DefinitionEffect {
    let related = loaded.relating(relation)
    let notice = DeclarationNotice.text(
      relation, keyed: related.keyed, linked: related.linked, catalogue.data)
    if related.linked == 0, related.keyed > 0 {
      return DefinitionEffect(notice: notice, refusal: "\(notice), so it was not defined")
    }
    let lost = replace(related.data)
    return DefinitionEffect(notice: notice, issues: related.issues, lost: lost)
  }

  /// Other rows of the same shape, with the same definitions.
  func with(_ data: DataSet) -> Workspace {
    var copy = self
    _ = copy.replace(LoadedData(dataSet: data, report: LoadReport([])))
    return copy
  }

  /// Takes other data in, and binds every definition to them again.
  ///
  /// What was computed on the data before is forgotten, and so are the rows of the last answer.
  /// - Returns: Definitions that cannot be bound any more, each with the reason.
  private mutating func replace(_ data: LoadedData) -> [Mistake] {
    let seed = catalogue.sampleSeed
    loaded = data
    catalogue = Catalogue(data.dataSet)
    catalogue.sampleSeed = seed
    cache = Executor.Cache()
    var lost: [Mistake] = []
    for definition in definitions {
      let source = SourceText(definition.text, name: definition.script ?? "earlier definition")
      let statement = Parser.parse(source).first?.statement
      let bound = statement.map {
        Binder.bind($0, in: catalogue, parameters: definition.parameters)
      }
      if let bound = bound?.statement, take(bound) != nil { continue }
      lost.append((source, bound?.diagnostics ?? []))
    }
    let gone = Set(lost.map(\.source.text))
    definitions.removeAll { gone.contains($0.text) }
    return lost
  }
}
