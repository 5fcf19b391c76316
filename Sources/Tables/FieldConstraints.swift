/// What a codebook asks of the values of a field, beyond their type.
///
/// A value that does not fit is an issue of the data, and is kept. Bounds and values stand here as the
/// codebook writes them; they are compared by the field's type. See
/// <https://datapackage.org/standard/table-schema/#field-constraints>.
public struct FieldConstraints: Sendable, Hashable {
  /// Whether no row may lack a value.
  public var isRequired = false
  /// Whether no two rows may hold the same value.
  public var isUnique = false
  /// The least value that is allowed.
  public var minimum: String?
  /// The greatest value that is allowed.
  public var maximum: String?
  /// The value above which all must lie.
  public var exclusiveMinimum: String?
  /// The value below which all must lie.
  public var exclusiveMaximum: String?
  /// The fewest characters of a text, or values of a list.
  public var minLength: Int?
  /// The most characters of a text, or values of a list.
  public var maxLength: Int?
  /// A regular expression that must match the whole text.
  public var pattern: String?
  /// The only values that are allowed; empty when any is.
  public var allowed: [String] = []

  /// Creates constraints that ask nothing.
  public init() {}

  /// Nothing is asked.
  public static let none = FieldConstraints()
}
