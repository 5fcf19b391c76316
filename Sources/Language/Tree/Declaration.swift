public import Diagnostics

/// `define missing "c", "x" in children.score because "suppressed"`: values that mean that there is none.
public struct MissingDefinition: Sendable, Hashable {
  /// One of the markers.
  public struct Marker: Sendable, Hashable {
    /// The marker as the data write it.
    public var text: String
    /// Where it stands.
    public var span: Span

    /// Creates a marker.
    public init(_ text: String, at span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// The markers, at least one.
  public var markers: [Marker]
  /// The field, or the entity whose fields are all meant.
  public var path: Path
  /// Why a value is missing where a marker stands.
  public var reason: String?

  /// Creates a definition.
  public init(markers: [Marker], path: Path, reason: String?) {
    self.markers = markers
    self.path = path
    self.reason = reason
  }
}

/// `define relation mother as children.mother_id to people.id called children`: a link from many rows to
/// one.
public struct RelationDefinition: Sendable, Hashable {
  /// The fields of an entity by which rows are found: `people.id`, `moves.(child, number)`.
  public struct Key: Sendable, Hashable {
    /// The entity.
    public var entity: Name
    /// Its fields, at least one.
    public var fields: [Name]

    /// Creates a key.
    public init(entity: Name, fields: [Name]) {
      self.entity = entity
      self.fields = fields
    }

    /// From the entity to the last field.
    public var span: Span { fields.reduce(entity.span) { $0.union($1.span) } }
  }

  /// What the many call the one.
  public var name: Name
  /// The fields that name a row of the other entity.
  public var child: Key
  /// The fields that they name it by.
  public var parent: Key
  /// What the one calls the many.
  public var inverse: Name?

  /// Creates a definition.
  public init(name: Name, child: Key, parent: Key, inverse: Name?) {
    self.name = name
    self.child = child
    self.parent = parent
    self.inverse = inverse
  }
}

/// `save package "folder" with data replace`: writes what was understood as a data package.
public struct PackageSaving: Sendable, Hashable {
  /// The folder, or the descriptor's file.
  public var path: String
  /// Where it stands.
  public var span: Span
  /// Whether the data are copied into the package.
  public var includesData: Bool
  /// Whether files that are there may be overwritten.
  public var replaces: Bool

  /// Creates the saving of a package.
  public init(path: String, span: Span, includesData: Bool, replaces: Bool) {
    self.path = path
    self.span = span
    self.includesData = includesData
    self.replaces = replaces
  }
}
