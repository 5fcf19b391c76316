/// How data is opened.
public struct LoadOptions: Sendable {
  /// Who is told how far the load is, and may end it.
  public var observer = LoadObserver()
  /// Whether relations that names and values suggest are used as if they were declared.
  public var infersRelations = false

  /// Creates options that change nothing.
  public init() {}
}
