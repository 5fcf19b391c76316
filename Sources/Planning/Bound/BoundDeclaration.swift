public import Tables

/// Markers that mean "no value" from now on, each held by a row or declared before.
public struct BoundMissing: Sendable, Hashable {
  /// The table.
  public var table: Int
  /// The fields, as positions in the table.
  public var columns: [Int]
  /// The markers as the data write them, with the reason.
  public var markers: [MissingMarker]
  /// The markers as the language writes them, in the same order.
  public var texts: [String]
}
