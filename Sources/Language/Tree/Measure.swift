public import Diagnostics

/// A number that sums up a set of rows: `count`, `median age`, `percent died`.
public struct MeasureExpression: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// The words it was written in.
  public var span: Span

  /// Creates a measure.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The forms of a measure.
  public indirect enum Kind: Sendable, Hashable {
    /// `count`.
    case count
    /// `count distinct PATH`.
    case distinct(Path)
    /// `percent COND`.
    case percent(Expression)
    /// `median EXPR` and its like.
    case statistic(Statistic, Expression)
    /// A measure with a name: `death_rate`.
    case named(Name)
  }
}

/// How numbers become one.
public enum Statistic: Sendable, Hashable {
  case sum, average, median, min, max
  /// The sample standard deviation, with n - 1.
  case deviation
  /// `p90`: from 0 to 100.
  case percentile(Int)

  /// The word that the language has for it.
  public var word: String {
    switch self {
    case .sum: "sum"
    case .average: "average"
    case .median: "median"
    case .min: "min"
    case .max: "max"
    case .deviation: "sd"
    case .percentile(let rank): "p\(rank)"
    }
  }

  /// The statistic of a word; `nil` for any other word.
  public init?(word: String) {
    if let known = Self.named.first(where: { $0.word == word }) {
      self = known
    } else if word.first == "p", word.count <= 4, let rank = Int(word.dropFirst()),
      (0...100).contains(rank), word == "p\(rank)"
    {
      self = .percentile(rank)
    } else {
      return nil
    }
  }

  /// Those with a word of their own.
  public static let named: [Statistic] = [.sum, .average, .median, .min, .max, .deviation]
}
