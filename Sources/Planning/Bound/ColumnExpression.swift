public import Language
internal import Tables

/// A value for each row of a set: what to show, to group by, or to sort by.
public struct ColumnExpression: Sendable, Hashable {
  /// The name in headers: the expression as written, in canonical form.
  public var name: String
  /// Where the values come from.
  public var source: Source

  /// The sources of values.
  public indirect enum Source: Sendable, Hashable {
    /// A field, reached through to-one relations from the set's table.
    case field(hops: [Int], FieldReference)
    /// Yes or no.
    case condition(Condition)
    /// A computed number.
    case number(NumericValue, NumberKind)
    /// The band of a number.
    case bands(NumericValue, Bands)
    /// The band of a number, all bands being of one width.
    case steps(NumericValue, Steps)
    /// The period that a date falls into.
    case period(NumericValue, DatePart)
    /// Each value of a many-valued field: a row has any number of them.
    case each(FieldTarget)
    /// Each value that a field has among related rows.
    case eachRelated(hops: [Int], RowLink, FieldTarget)
  }

  /// Creates a column.
  public init(name: String, source: Source) {
    self.name = name
    self.source = source
  }

  /// Whether a row can have several values, and so stand in several groups.
  public var isManyValued: Bool {
    switch source {
    case .each, .eachRelated: true
    case .field, .condition, .number, .bands, .steps, .period: false
    }
  }
}

/// Bands of one width, from 0 upwards and downwards.
public struct Steps: Sendable, Hashable {
  /// The width in the unit the numbers are stored in.
  public var width: Double
  /// The width in the unit that labels show.
  public var shownWidth: Double
  /// Whether the shown numbers are whole, so that a band ends one below the next.
  public var countsWholes: Bool

  /// The band of a number: 0 begins at 0.
  public func index(of value: Double) -> Double { (value / width).rounded(.down) }

  /// What a band is called: `10-14`, or `0.5 to under 1`.
  public func label(_ index: Double) -> String {
    func digits(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
    let start = index * shownWidth
    let next = start + shownWidth
    guard countsWholes, start == start.rounded(), next == next.rounded() else {
      return "\(digits(start)) to under \(digits(next))"
    }
    return shownWidth == 1 ? digits(start) : "\(digits(start))-\(digits(next - 1))"
  }
}
