/// How the numbers of a summary are spread: how many lie in each of some bands of one round width.
public struct Histogram: Sendable, Hashable {
  /// One band.
  public struct Band: Sendable, Hashable {
    /// The least number in it; `nil` for a first band that holds all below the next.
    public var from: Double?
    /// The number that it ends before; `nil` for a last band that holds all from its start on.
    public var to: Double?
    /// The numbers in it.
    public var count: Int
    /// What it is called: `5-9`, `0.5 to under 1`, `60 and over`.
    public var name: String

    /// Creates a band.
    public init(from: Double?, to: Double?, count: Int, name: String) {
      self.from = from
      self.to = to
      self.count = count
      self.name = name
    }
  }

  /// What the numbers are, as the query calls it.
  public var name: String
  /// The bands upwards, without a gap; also those that hold none.
  public var bands: [Band]

  /// Creates a histogram.
  public init(name: String, bands: [Band]) {
    self.name = name
    self.bands = bands
  }
}
