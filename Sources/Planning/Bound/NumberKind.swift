public import Tables

/// What a computed number means.
public enum NumberKind: Sendable, Hashable {
  /// A plain number; `isWhole` when it is never a fraction.
  case plain(isWhole: Bool)
  /// A number of days, weeks, months or years.
  case unit(MeasureUnit, display: MeasureUnit)
  /// From 0 to 100.
  case percent
  /// A day number.
  case date
}
