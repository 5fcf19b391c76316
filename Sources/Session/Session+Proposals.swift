internal import Diagnostics
internal import Language
internal import Loading
internal import Planning
internal import Tables

extension Session {
  /// The links and keys that the data suggest and nobody declared, each with the statement to type.
  func proposals(about target: DescribeTarget) -> [String] {
    guard let loaded = workspace?.loaded else { return [] }
    let data = loaded.dataSet
    var table: Int?
    switch target {
    case .dataSet: break
    case .table(let described): table = described
    case .field: return []
    }
    let relations = loaded.proposedRelations().filter { proposal in
      table.map { [proposal.relation.childTable, proposal.relation.parentTable].contains($0) }
        ?? true
    }
    var notes = relations.map { proposal in
      "possible relation: \(Self.statement(proposal.relation, data)) "
        + "(\(proposal.foundCount) of \(proposal.valueCount) values are there)"
    }
    for key in loaded.proposedKeys() where key.table == table {
      let schema = data.tables[key.table].schema
      notes.append(
        "possible key: \(schema.fields[key.field].name) is different in each of the \(schema.name)")
    }
    return notes
  }

  /// Says which links were taken from names and values, since nobody declared them.
  func tellInferred(_ workspace: Workspace) {
    let (data, origins) = (workspace.loaded.dataSet, workspace.loaded.origins)
    guard options.infersRelations, !options.errorsAsJSON, origins.count == data.tables.count else {
      return
    }
    for relation in data.relations where !origins[relation.childTable].isDeclared {
      errors.write("inferred: \(Self.statement(relation, data))\n")
    }
  }

  /// The statement that defines a relation.
  private static func statement(_ relation: Relation, _ data: DataSet) -> String {
    let nowhere = Span(0, 0)
    func key(_ table: Int, _ fields: [Int]) -> RelationDefinition.Key {
      let schema = data.tables[table].schema
      return RelationDefinition.Key(
        entity: Name(schema.name, at: nowhere),
        fields: fields.map { Name(schema.fields[$0].name, at: nowhere) })
    }
    let isUsual = relation.inverseName == data.tables[relation.childTable].schema.name
    let definition = RelationDefinition(
      name: Name(relation.name, at: nowhere), child: key(relation.childTable, relation.childFields),
      parent: key(relation.parentTable, relation.parentFields),
      inverse: isUsual ? nil : Name(relation.inverseName, at: nowhere))
    return Formatter.format(Statement(.defineRelation(definition), at: nowhere))
  }
}
