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
  /// The data and its definitions.
  var catalogue: Catalogue
  /// What has been computed on the data once.
  let cache = Executor.Cache()
  /// What was wrong with the data.
  let report: LoadReport
  /// Mistakes in the package's own definitions script, with its text.
  private(set) var definitionMistakes: [(source: SourceText, diagnostics: [Diagnostic])] = []
  /// The files that were read, as given; none for the bundled data.
  let paths: [String]

  /// Makes a data set ready for queries: runs the definitions that came with it.
  init(_ loaded: LoadedData, paths: [String]) {
    catalogue = Catalogue(loaded.dataSet)
    report = loaded.report
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
        if let bound = bound.statement, !define(bound) {
          diagnostics.append(
            Diagnostic(
              .syntax, "a definitions script holds only `define` statements", at: parsed.span))
        }
      }
      if !diagnostics.isEmpty { definitionMistakes.append((source, diagnostics)) }
    }
  }

  /// Takes a definition in.
  ///
  /// - Returns: Whether the statement was a definition.
  mutating func define(_ statement: BoundStatement) -> Bool {
    switch statement {
    case .defineField(let table, let field): catalogue.define(field, inTable: table)
    case .defineSet(let name, let set, let text):
      catalogue.define(NamedSet(name: name, set: set, text: text))
    case .defineMeasure(let measure): catalogue.define(measure)
    default: return false
    }
    return true
  }

  /// Opens files, or the data set that is part of the program.
  static func open(_ paths: [String]) throws(LoadFailure) -> Workspace {
    if paths.isEmpty { return Workspace(try Loader.loadBundled(), paths: []) }
    return Workspace(try Loader.load(paths: paths), paths: paths)
  }
}
