public import Diagnostics
import Language
import Loading
public import Planning
import Tables

/// The bundled data with its definitions, loaded once.
public let bundledCatalogue: Result<Catalogue, any Error> = Result {
  let data = try Loader.loadBundled().dataSet
  var catalogue = Catalogue(data)
  for parsed in Parser.parse(SourceText(data.definitions?.text ?? "")) {
    guard let statement = parsed.statement,
      case .defineField(let table, let field)? = Binder.bind(statement, in: catalogue).statement
    else { throw NotADefinition(diagnostics: parsed.diagnostics) }
    catalogue.define(field, inTable: table)
  }
  return catalogue
}

/// A statement of the definitions script that is none, or is wrong.
public struct NotADefinition: Error {
  /// What the parser said of it.
  public let diagnostics: [Diagnostic]
}
