public import Tables

/// What a declaration made of a field.
public struct DeclaredField: Sendable {
  /// The field as the codebook has it now.
  public let field: FieldSchema
  /// Whether it is of another type than before.
  public let isOfNewType: Bool
  /// How many rows hold each marker, in the order of the declaration.
  public let rowCounts: [Int]
}

extension LoadedData {
  /// The data with markers that mean that there is no value.
  ///
  /// A field of texts that is numbers, dates or yes and no but for the markers is read again and becomes
  /// that. Rows that were missing before keep their reasons. Of a list, a row that holds nothing but a
  /// marker is missing.
  /// - Parameters:
  ///   - markers: The markers as the file writes them, each with its text in the language.
  ///   - columns: The fields, as positions in the table.
  /// - Complexity: O(rows × columns).
  public func declaring(
    missing markers: [(marker: MissingMarker, text: String)], in columns: [Int],
    ofTable table: Int
  ) -> (data: LoadedData, fields: [DeclaredField], issues: [LoadIssue]) {
    let old = dataSet.tables[table]
    var schema = old.schema
    var origins = origins
    var made: [Int: Column] = [:]
    var fields: [DeclaredField] = []
    var issues: [LoadIssue] = []
    let isGuessed = origins.indices.contains(table) && !origins[table].isDeclared
    for column in columns {
      let result = MarkerDeclaration(
        old, column, markers, file: schema.name, isGuessed: isGuessed
      ).result()
      fields.append(
        DeclaredField(
          field: result.field, isOfNewType: result.field.type != schema.fields[column].type,
          rowCounts: result.rowCounts))
      schema.fields[column] = result.field
      made[column] = result.column
      issues += result.issues
      if let writing = result.writing, origins.indices.contains(table) {
        origins[table].fields[column] = writing
      }
    }
    var tables = dataSet.tables
    tables[table] = old.replacing(made, schema: schema)
    let changed = Set(columns)
    let data = dataSet.replacing(tables: tables) { relation in
      relation.childTable == table && !changed.isDisjoint(with: relation.childFields)
        || relation.parentTable == table && !changed.isDisjoint(with: relation.parentFields)
    }
    return (with(data, origins: origins), fields, issues)
  }

  /// The data with one relation more, as if a foreign key had been declared; one of the same name and
  /// fields is replaced.
  ///
  /// - Returns: The data; how many rows have a key, and how many of these lead to a row; the issues of
  ///   those that do not.
  /// - Complexity: O(parents + children).
  public func relating(
    _ relation: Relation
  ) -> (data: LoadedData, keyed: Int, linked: Int, issues: [LoadIssue]) {
    let (index, issues) = RelationLinking(
      relation, tables: dataSet.tables, files: dataSet.tables.map(\.schema.name)
    ).link()
    var links = dataSet.links.filter { !$0.relation.isSame(as: relation) }
    // In the order of the tables, as a descriptor would declare them.
    let place = links.firstIndex { $0.relation.childTable > relation.childTable } ?? links.count
    links.insert((relation, Deferred(index)), at: place)
    let linked = index.parentOfChild.count { $0 >= 0 }
    let child = dataSet.tables[relation.childTable]
    let keyed = (0..<child.rowCount).count { row in
      relation.childFields.allSatisfy { child.columns[$0].recorded.contains(row) }
    }
    return (with(dataSet.replacing(links: links)), keyed, linked, issues)
  }

  /// The same with other tables or relations.
  func with(_ dataSet: DataSet, origins: [SourceDescription]? = nil) -> LoadedData {
    LoadedData(dataSet: dataSet, report: report, origins: origins ?? self.origins)
  }
}

extension DataSet {
  /// The relations, each with its index.
  var links: [(relation: Relation, index: Deferred<RelationIndex>)] {
    zip(relations, relationIndexes).map { (relation: $0, index: $1) }
  }

  /// The data set with other tables, where relations whose keys changed are linked anew.
  func replacing(tables: [Table], isChanged: (Relation) -> Bool) -> DataSet {
    let files = tables.map(\.schema.name)
    let links = links.map { relation, index in
      guard isChanged(relation) else { return (relation, index) }
      let linking = RelationLinking(relation, tables: tables, files: files)
      return (relation, Deferred { linking.link().index })
    }
    return replacing(tables: tables, links: links)
  }

  /// The data set with other relations.
  func replacing(
    tables: [Table]? = nil, links: [(relation: Relation, index: Deferred<RelationIndex>)]
  ) -> DataSet {
    DataSet(
      name: name, title: title, description: description, version: version,
      isSynthetic: isSynthetic, tables: tables ?? self.tables, relations: links.map(\.relation),
      relationIndexes: links.map(\.index), indexBudget: indexBudget, definitions: definitions)
  }
}
