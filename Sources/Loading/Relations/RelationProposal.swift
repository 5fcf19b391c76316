internal import Bitmaps
public import Tables

/// A link that the names and the values of two columns suggest, and that nobody declared.
public struct RelationProposal: Sendable, Hashable {
  /// The link, named after the table that it leads to.
  public var relation: Relation
  /// How many different values of the many were looked up.
  public var valueCount: Int
  /// How many of them are there.
  public var foundCount: Int

  /// The part of the values that are there.
  var share: Double { Double(foundCount) / Double(max(1, valueCount)) }
  /// Whether nearly all are there, since a few references that lead nowhere are usual.
  ///
  /// Such a link is used where links are inferred; one of less is only shown.
  public var isNearlyWhole: Bool { share >= 0.95 }
}

/// A field that tells the rows of a table apart, and that no descriptor calls its key.
public struct KeyProposal: Sendable, Hashable {
  /// The table.
  public var table: Int
  /// The field, as a position in the table.
  public var field: Int
}

extension LoadedData {
  /// Links that names and values suggest, for tables that no descriptor speaks of.
  ///
  /// A column is looked up in the columns of the same or a matching name whose values are all different.
  /// - Complexity: O(rows) for each column whose name matches another; a column of many different values
  ///   is sampled.
  public func proposedRelations() -> [RelationProposal] {
    guard isGuessed else { return [] }
    return RelationProposals(dataSet, isGuessed: { self.origins[$0].isDeclared == false }).all
  }

  /// Keys that names and values suggest, for tables that no descriptor speaks of.
  public func proposedKeys() -> [KeyProposal] {
    guard isGuessed else { return [] }
    return dataSet.tables.indices.compactMap { table in
      guard !origins[table].isDeclared, dataSet.tables[table].schema.primaryKey.isEmpty else {
        return nil
      }
      let names = KeyNames(dataSet.tables[table].schema)
      let fields = dataSet.tables[table].schema.fields
      return fields.indices.sorted {
        names.likeness(fields[$0].name) > names.likeness(fields[$1].name)
      }.first { field in
        names.likeness(fields[field].name) > 0
          && dataSet.tables[table].isKey(field, allowsMissing: false)
      }.map { KeyProposal(table: table, field: $0) }
    }
  }

  private var isGuessed: Bool {
    origins.count == dataSet.tables.count && origins.contains { !$0.isDeclared }
  }

  /// The data with every proposal accepted that is nearly whole, as if a descriptor had declared it.
  ///
  /// - Returns: The data, and what is wrong with the keys of the new links.
  func acceptingProposals() -> (data: LoadedData, issues: [LoadIssue]) {
    let proposals = proposedRelations().filter(\.isNearlyWhole).map(\.relation)
    var tables = dataSet.tables
    // What others refer to is a key, whatever it is called.
    let referred = proposals.map { KeyProposal(table: $0.parentTable, field: $0.parentFields[0]) }
    for key in referred + proposedKeys() where tables[key.table].schema.primaryKey.isEmpty {
      let table = tables[key.table]
      guard table.isKey(key.field, allowsMissing: false) else { continue }
      var schema = table.schema
      schema.primaryKey = [schema.fields[key.field].name]
      tables[key.table] = table.replacing(schema: schema)
    }
    var data = with(dataSet.replacing(tables: tables) { _ in false })
    var issues: [LoadIssue] = []
    for relation in proposals {
      let related = data.relating(relation)
      data = related.data
      issues += related.issues
    }
    return (data, issues)
  }
}

extension Table {
  /// Whether the values of a field are all different.
  func isKey(_ field: Int, allowsMissing: Bool) -> Bool {
    let column = columns[field]
    let recorded = column.recorded.count
    guard recorded > 0, allowsMissing || recorded == rowCount else { return false }
    switch column.values {
    case .flags, .lists: return false
    // A dictionary of fewer texts than rows must repeat one.
    case .coded(let coded): if coded.dictionary.count < recorded { return false }
    case .integers, .numbers, .dates: break
    }
    return repeatedKeys([field]) == nil
  }
}
