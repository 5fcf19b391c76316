internal import Diagnostics
internal import Language
internal import Loading
internal import Planning
internal import Tables

/// Says an example, which speaks of the bundled data, of other data.
///
/// Each name is replaced by one of its kind, each text by a value of the field before it, and the
/// binder says whether that means anything.
struct ExampleTranslation {
  private let catalogue: Catalogue
  private let bundled: Catalogue

  /// Fails where the bundled data cannot be read, which tests rule out.
  init?(to catalogue: Catalogue) {
    guard let loaded = try? Loader.loadBundled() else { return nil }
    self.catalogue = catalogue
    bundled = Catalogue(loaded.dataSet)
  }

  /// The example in the names of the data; `nil` where nothing of the kind can be asked of them.
  func translated(_ example: String) -> String? {
    if means(example) { return example }
    return catalogue.data.tables.indices.lazy.compactMap { table in
      translated(example, ofTable: table)
    }.first { means($0) }
  }

  /// The example with every name replaced by one of a table.
  private func translated(_ example: String, ofTable table: Int) -> String {
    let source = SourceText(example)
    var result = ""
    var end = 0
    var subject: FieldInfo?
    var valueCount = 0
    for (span, kind) in Highlighting.spans(of: example) {
      let word = source.text(span)
      result += source.text(Span(end, span.start))
      end = span.end
      switch kind {
      case .name:
        let field = counterpart(ofField: word, inTable: table)
        if let field {
          subject = field
          valueCount = 0
        }
        result += field.map { QueryText.name($0.name) } ?? entity(word, table) ?? word
      case .string:
        result += value(subject, valueCount) ?? word
        valueCount += 1
      default: result += word
      }
    }
    return result
  }

  private func entity(_ word: String, _ table: Int) -> String? {
    guard bundled.data.tableIndex(named: word) != nil else { return nil }
    return QueryText.name(catalogue.data.tables[table].schema.name)
  }

  /// A field of the same kind as one of the bundled data; keys come last, since they make poor examples.
  private func counterpart(ofField word: String, inTable table: Int) -> FieldInfo? {
    guard bundled.data.tableIndex(named: word) == nil,
      let model = bundled.data.tables.indices.lazy.compactMap({
        bundled.field(named: word, inTable: $0)
      }).first
    else { return nil }
    let keys = catalogue.data.tables[table].schema.primaryKey
    let fields = catalogue.fields(ofTable: table)
    let sorted =
      fields.filter { !keys.contains($0.name) } + fields.filter { keys.contains($0.name) }
    return sorted.first { $0.schema.type == model.schema.type }
      ?? sorted.first { $0.schema.type.isNumeric && model.schema.type.isNumeric }
  }

  private func value(_ field: FieldInfo?, _ index: Int) -> String? {
    guard let field, !field.schema.isPersonal, index < field.dictionary.count else { return nil }
    return QueryText.quoted(field.label(ofCode: index))
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

extension FieldType {
  fileprivate var isNumeric: Bool { self == .integer || self == .number }
}

extension Session {
  /// An example as it can be typed on the data that are open.
  func onLoadedData(_ example: String) -> String {
    guard let workspace, !workspace.paths.isEmpty else { return example }
    let translation = ExampleTranslation(to: workspace.catalogue)
    return translation?.translated(example) ?? "\(example)   (on the bundled data)"
  }
}
