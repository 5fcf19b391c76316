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
  /// The distinct values by dictionary code, as the data writes them; empty unless coded or list.
  public let dictionary: [String]
  /// The expression of a derived field, in its canonical text; `nil` for a stored one.
  public let definition: String?

  /// The field's name.
  public var name: String { schema.name }

  /// What to show for a dictionary code: the codebook's label, or else the value.
  public func label(ofCode code: Int) -> String {
    code < schema.categories.count ? schema.categories[code].label : dictionary[code]
  }
}
