internal import Language
internal import Planning
internal import Tables

/// Which table and field a place in a statement speaks of.
enum CompletionPlace {
  /// The table of the innermost scope, after the names before the dot.
  static func table(of scope: CompletionScope, in catalogue: Catalogue) -> Int? {
    guard let entity = scope.entity, var table = start(entity, catalogue) else { return nil }
    for path in scope.relations {
      for name in path.dropLast() {
        guard let relation = catalogue.toOneRelation(named: name, fromTable: table) else {
          return nil
        }
        table = catalogue.data.relations[relation].parentTable
      }
      guard let last = path.last,
        let relation = catalogue.toManyRelation(named: last, fromTable: table)
      else { return nil }
      table = catalogue.data.relations[relation].childTable
    }
    return walk(scope.prefix, from: table, catalogue)
  }

  private static func start(_ entity: String, _ catalogue: Catalogue) -> Int? {
    if let set = catalogue.namedSets.first(where: { $0.name == entity }) { return set.set.table }
    return catalogue.data.tableIndex(named: entity)
      ?? (entity.lowercased() == "rows" && catalogue.data.tables.count == 1 ? 0 : nil)
  }

  private static func walk(_ names: [String], from start: Int, _ catalogue: Catalogue) -> Int? {
    var table = start
    for name in names {
      guard let relation = catalogue.toOneRelation(named: name, fromTable: table) else {
        return nil
      }
      table = catalogue.data.relations[relation].parentTable
    }
    return table
  }

  /// The field that a value at the place is compared with.
  static func subject(of scope: CompletionScope, in catalogue: Catalogue) -> FieldInfo? {
    guard let name = scope.subject.last else { return nil }
    var place = scope
    place.prefix = Array(scope.subject.dropLast())
    if let table = table(of: place, in: catalogue) {
      return catalogue.field(named: name, inTable: table)
    }
    guard scope.entity == nil else { return nil }
    return catalogue.data.tables.indices.lazy.compactMap {
      catalogue.field(named: name, inTable: $0)
    }.first
  }
}
