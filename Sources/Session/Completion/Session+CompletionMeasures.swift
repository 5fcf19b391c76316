internal import Language
internal import LineEditing
internal import Planning
internal import Tables

/// Functions, and what is measured of related rows: offered where the number they give fits.
extension Session {
  /// More fields of one table are not tried: an answer to Tab must be quick.
  private static let mostTriedFields = 12

  /// The functions whose result means something at the cursor.
  func functionCandidates(
    _ context: CompletionContext, _ continuation: Continuation?
  ) -> [Candidate] {
    guard !isBesideNoNumber(context) else { return [] }
    return NumericFunction.allCases.filter { function in
      guard let continuation else { return true }
      return Self.calls(of: function, subject: context.scope.subject).contains {
        continuation.canHold(name: $0, of: nil)
      }
    }.map { Candidate($0.rawValue + "(", note: $0.summary) }
  }

  /// Whole calls of a function; one that rounds gives what the field before the cursor holds, a number
  /// or a time.
  private static func calls(of function: NumericFunction, subject: [String]) -> [String] {
    switch function {
    case .days, .months: return ["\(function.rawValue)(2009-01-01, 2009-12-31)"]
    case .round:
      let field = subject.map { QueryText.name($0) }.joined(separator: ".")
      return ["round(1.5)"] + (field.isEmpty ? [] : ["round(\(field))"])
    }
  }

  /// Whether `count of`, `average of` and their like fit: there are related rows with something to
  /// measure, and what stands before the cursor takes a number, or a date.
  func canMeasure(_ keyword: String, _ context: CompletionContext) -> Bool {
    let measures = ["count of"] + Aggregate.allCases.map { $0.rawValue + " of" }
    guard measures.contains(keyword), let catalogue = workspace?.catalogue,
      let table = CompletionPlace.table(of: context.scope, in: catalogue)
    else { return true }
    guard !isBesideNoNumber(context) else { return false }
    guard let continuation = continuation(context) else { return true }
    return relations(to: table, catalogue).contains { relation in
      let paths =
        keyword == "count of"
        ? [relation.name]
        : measured(relation.table, catalogue).map {
          "\(relation.name).\($0)"
        }
      return paths.contains { continuation.canHold(name: "\(keyword) \($0)", of: nil) }
    }
  }

  /// Whether what stands before the cursor is a field without numbers or dates.
  ///
  /// Known without the binder, which would compare each attempt with the values of the field.
  private func isBesideNoNumber(_ context: CompletionContext) -> Bool {
    guard let catalogue = workspace?.catalogue,
      let subject = CompletionPlace.subject(of: context.scope, in: catalogue)
    else { return false }
    return !subject.isMeasured
  }

  /// The relations that lead to many rows, each with its table.
  func relations(to table: Int, _ catalogue: Catalogue) -> [(name: String, table: Int)] {
    catalogue.data.relations.filter { $0.parentTable == table }.map { relation in
      let child = catalogue.data.tables[relation.childTable].schema
      let name = relation.inverseName == child.name ? child.singular : relation.inverseName
      return (QueryText.name(name), relation.childTable)
    }
  }

  /// Fields of a table that are no texts.
  private func measured(_ table: Int, _ catalogue: Catalogue) -> [String] {
    let fields = catalogue.fields(ofTable: table).filter(\.isMeasured)
    return fields.prefix(Self.mostTriedFields).map { QueryText.name($0.name) }
  }
}

extension FieldInfo {
  /// Whether its values are numbers or dates, which is known without a look at them.
  fileprivate var isMeasured: Bool {
    switch schema.type {
    case .integer, .number, .date: true
    case .text, .category, .boolean, .list: false
    }
  }
}
