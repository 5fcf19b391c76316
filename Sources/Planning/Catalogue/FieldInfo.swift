public import Tables

/// Which field of which table: one loaded from the data, or one defined from others.
public struct FieldReference: Sendable, Hashable {
  /// The two kinds of field, each with its position.
  public enum Key: Sendable, Hashable {
    /// A position in `Table.columns`.
    case stored(Int)
    /// A position in `Catalogue.derivedFields`.
    case derived(Int)
  }

  /// The table, as a position in `DataSet.tables`.
  public let table: Int
  /// The field.
  public let key: Key

  /// Creates a reference.
  public init(table: Int, key: Key) {
    self.table = table
    self.key = key
  }
}

/// What queries need to know of a field, stored or derived alike.
public struct FieldInfo: Sendable {
  /// Which field it is.
  public let reference: FieldReference
  /// What the codebook, or the definition, says.
  public let schema: FieldSchema
  private let values: Values
  /// The expression of a derived field, in its canonical text; `nil` for a stored one.
  public let definition: String?

  /// Where the distinct values are: looking at those of a stored field may read its table.
  private enum Values: Sendable {
    case stored(Table, column: Int)
    case derived(TextDictionary)
  }

  /// A field of the data.
  init(_ reference: FieldReference, storedIn table: Table, column: Int) {
    self.reference = reference
    schema = table.schema.fields[column]
    values = .stored(table, column: column)
    definition = nil
  }

  /// A field defined from others.
  init(_ reference: FieldReference, _ field: DerivedField) {
    self.reference = reference
    schema = field.schema
    values = .derived(field.dictionary)
    definition = field.text
  }

  /// The distinct values by dictionary code, as the data writes them; empty unless coded or list.
  public var dictionary: TextDictionary {
    switch values {
    case .derived(let dictionary): return dictionary
    case .stored(let table, let column):
      switch schema.type {
      case .boolean, .integer, .number, .date: return []
      case .text, .category, .list: break
      }
      switch table.columns[column].values {
      case .coded(let coded): return coded.dictionary
      case .lists(let lists): return lists.dictionary
      default: return []
      }
    }
  }

  /// The field's name.
  public var name: String { schema.name }

  /// What to show for a dictionary code: the codebook's label, or else the value.
  public func label(ofCode code: Int) -> String {
    code < schema.categories.count ? schema.categories[code].label : dictionary[code]
  }
}
