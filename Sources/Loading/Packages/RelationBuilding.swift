internal import Bitmaps
internal import Tables

/// Links tables by their declared foreign keys.
struct RelationBuilding {
  let tables: [Table]
  /// What to call each table's file in issues.
  let files: [String]
  private(set) var relations: [Relation] = []
  private(set) var indexes: [Deferred<RelationIndex>] = []
  private(set) var issues: [LoadIssue] = []

  /// Whether an index is built when it is first needed, and its issues with it are not told.
  private let isDeferred: Bool

  init(_ tables: [Table], files: [String], isDeferred: Bool) {
    self.tables = tables
    self.files = files
    self.isDeferred = isDeferred
  }

  /// Adds the relation of a foreign key, or says why it cannot be used.
  mutating func add(_ key: ForeignKeyDescriptor, ofTable child: Int) {
    let resource = key.reference.resource ?? ""
    if let package = key.reference.package {
      unusable(child, "the foreign key leads to another package, \(package), which is not read")
      return
    }
    let parent =
      resource.isEmpty ? child : tables.firstIndex { $0.schema.name == resource } ?? -1
    guard parent >= 0 else {
      unusable(child, "the foreign key leads to \(resource), which is not there")
      return
    }
    let childFields = key.fields.values.compactMap { tables[child].fieldIndex(named: $0) }
    let parentFields = key.reference.fields.values.compactMap {
      tables[parent].fieldIndex(named: $0)
    }
    guard !childFields.isEmpty, childFields.count == key.fields.values.count,
      parentFields.count == childFields.count
    else {
      unusable(
        child,
        "the foreign key \(key.fields.values.joined(separator: ", ")) names fields that "
          + "are not there")
      return
    }
    let names = Self.names(child, childFields, parent, in: tables, after: relations)
    let relation = Relation(
      name: key.enquire?.name ?? names.toOne, inverseName: key.enquire?.inverse ?? names.toMany,
      childTable: child, childFields: childFields,
      parentTable: parent, parentFields: parentFields)
    relations.append(relation)
    let linking = RelationLinking(relation, tables: tables, files: files)
    if isDeferred {
      indexes.append(Deferred { linking.link().index })
    } else {
      let linked = linking.link()
      indexes.append(Deferred(linked.index))
      issues += linked.issues
    }
  }

  private mutating func unusable(_ table: Int, _ message: String) {
    issues.append(LoadIssue(.unusableRelation, file: files[table], message: message))
  }

  /// The child's field names the one; the child table names the many, with the field where two
  /// relations would have the same name.
  ///
  /// - Parameter relations: Those that come before.
  static func names(
    _ child: Int, _ fields: [Int], _ parent: Int, in tables: [Table], after relations: [Relation]
  ) -> (toOne: String, toMany: String) {
    let schema = tables[child].schema
    let field = schema.fields[fields[0]].name
    var toOne = fields.count == 1 ? field : tables[parent].schema.singular
    for ending in ["_id", "Id", "ID"] where toOne.hasSuffix(ending) && toOne.count > ending.count {
      toOne = String(toOne.dropLast(ending.count))
      break
    }
    let isTaken = relations.contains { $0.parentTable == parent && $0.inverseName == schema.name }
    return (toOne, isTaken ? "\(schema.name)_by_\(field)" : schema.name)
  }
}
