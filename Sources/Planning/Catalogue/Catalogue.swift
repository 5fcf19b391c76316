public import Language
public import Tables

/// A field defined from others: `define children.infant as age < 1 year`.
public struct DerivedField: Sendable {
  /// Where the values come from.
  public enum Body: Sendable, Hashable {
    case condition(Condition)
    case number(NumericValue, NumberKind)
    case bands(NumericValue, Bands)
    /// Another field, reached through to-one relations.
    case field(hops: [Int], FieldReference)
  }

  /// What the field looks like to queries.
  public var schema: FieldSchema
  /// Its values.
  public var body: Body
  /// The distinct values of a coded field.
  public var dictionary: TextDictionary
  /// The expression in its canonical form.
  public var text: String
}

/// A set with a name: `define deaths as children where died`.
public struct NamedSet: Sendable {
  /// The name.
  public var name: String
  /// The rows.
  public var set: BoundSet
  /// The set in its canonical form.
  public var text: String

  /// Creates a named set.
  public init(name: String, set: BoundSet, text: String) {
    self.name = name
    self.set = set
    self.text = text
  }
}

/// A measure with a name: `define measure death_rate as percent died`.
public struct NamedMeasure: Sendable {
  /// The name.
  public var name: String
  /// What it means; bound to the entity of each query that uses it.
  public var measure: MeasureExpression
  /// The measure in its canonical form.
  public var text: String
}

/// The rows behind an answer, for `those` and `cell (...)`.
public struct AnsweredSet: Sendable {
  /// The rows.
  public var set: BoundSet
  /// What the answer grouped them by.
  public var dimensions: [ColumnExpression]
  /// The statement in its canonical form.
  public var text: String

  /// Creates an answered set.
  public init(set: BoundSet, dimensions: [ColumnExpression], text: String) {
    self.set = set
    self.dimensions = dimensions
    self.text = text
  }
}

/// Everything that a query can name: the data set, and what has been defined on it.
///
/// A value: defining something gives a catalogue with one thing more, and a position once given to
/// a derived field never changes, so that bound queries stay valid.
public struct Catalogue: Sendable {
  /// The loaded data.
  public let data: DataSet
  /// Every derived field ever defined; a definition made again leaves its old entry in place.
  public private(set) var derivedFields: [(table: Int, field: DerivedField)] = []
  /// The sets with names, in order of definition.
  public private(set) var namedSets: [NamedSet] = []
  /// The measures with names, in order of definition.
  public private(set) var namedMeasures: [NamedMeasure] = []
  /// The rows behind the last answer.
  public var answered: AnsweredSet?
  /// What `sample` draws from.
  public var sampleSeed: UInt64 = 1
  /// The newest derived field of each name, by table.
  private var derivedByName: [[String: Int]]

  /// Creates a catalogue without definitions.
  public init(_ data: DataSet) {
    self.data = data
    derivedByName = Array(repeating: [:], count: data.tables.count)
  }

  /// Adds a derived field, or replaces the one of the same name.
  public mutating func define(_ field: DerivedField, inTable table: Int) {
    derivedFields.append((table, field))
    derivedByName[table][field.schema.name] = derivedFields.count - 1
  }

  /// Adds a named set, or replaces the one of the same name.
  public mutating func define(_ set: NamedSet) {
    namedSets.removeAll { $0.name == set.name }
    namedSets.append(set)
  }

  /// Adds a named measure, or replaces the one of the same name.
  public mutating func define(_ measure: NamedMeasure) {
    namedMeasures.removeAll { $0.name == measure.name }
    namedMeasures.append(measure)
  }

  /// The fields of a table: those of the data, then the derived ones in order of definition.
  public func fields(ofTable table: Int) -> [FieldInfo] {
    let stored = data.tables[table].schema.fields.indices.map {
      info(of: FieldReference(table: table, key: .stored($0)))
    }
    let derived = derivedByName[table].values.sorted().map {
      info(of: FieldReference(table: table, key: .derived($0)))
    }
    return stored + derived
  }

  /// The field of a name; a derived field may not take a stored field's name.
  public func field(named name: String, inTable table: Int) -> FieldInfo? {
    if let index = data.tables[table].fieldIndex(named: name) {
      return info(of: FieldReference(table: table, key: .stored(index)))
    }
    let names = derivedByName[table].sorted { $0.value < $1.value }
    guard let index = NameMatch.index(of: name, in: names.map(\.key)) else { return nil }
    return info(of: FieldReference(table: table, key: .derived(names[index].value)))
  }

  /// What is known of a field.
  public func info(of reference: FieldReference) -> FieldInfo {
    switch reference.key {
    case .stored(let index):
      FieldInfo(reference, storedIn: data.tables[reference.table], column: index)
    case .derived(let index):
      FieldInfo(reference, derivedFields[index].field)
    }
  }

  /// The to-one relation of a name from a table.
  public func toOneRelation(named name: String, fromTable table: Int) -> Int? {
    relation(named: name) { relation in
      relation.childTable == table ? [relation.name] : []
    }
  }

  /// The to-many relation of a name from a table; the singular of the related table works too.
  public func toManyRelation(named name: String, fromTable table: Int) -> Int? {
    let named = relation(named: name) { relation in
      guard relation.parentTable == table else { return [] }
      let child = data.tables[relation.childTable].schema
      return relation.inverseName == child.name
        ? [relation.inverseName, child.singular] : [relation.inverseName]
    }
    // One of many that have a name of their own: `any case` of `cases`.
    return named
      ?? relation(named: name) { relation in
        relation.parentTable == table ? [EnglishNumber.singular(of: relation.inverseName)] : []
      }
  }

  /// The relation by which `sibling` leads to the other rows of the same parent.
  ///
  /// - Returns: `nil` where no relation, or more than one, leads from the table to a parent.
  public func siblingRelation(fromTable table: Int) -> Int? {
    let relations = data.relations.indices.filter { data.relations[$0].childTable == table }
    return relations.count == 1 ? relations.first : nil
  }

  private func relation(named name: String, names: (Relation) -> [String]) -> Int? {
    var owners: [Int] = []
    var candidates: [String] = []
    for (index, relation) in data.relations.enumerated() {
      for candidate in names(relation) {
        owners.append(index)
        candidates.append(candidate)
      }
    }
    return NameMatch.index(of: name, in: candidates).map { owners[$0] }
  }
}
