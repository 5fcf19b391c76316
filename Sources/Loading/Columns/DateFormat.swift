/// The order of day, month and year in a file.
struct DateFormat: Sendable, Hashable, Codable {
  enum Part: Sendable, Hashable, Codable {
    case year, month, day
    /// Two digits of a year.
    case shortYear
    /// The name of a month, or its first three letters.
    case monthName
    /// The number of a day in its year.
    case dayOfYear
    /// The name of a day of the week, which tells nothing more.
    case weekday
    /// A time of day, which must be midnight.
    case time
    case literal(UInt8)
  }

  var parts: [Part]

  /// `2009-07-14`.
  static let iso = DateFormat(letters: "y-m-d")
  /// `14/07/2009`.
  static let dayFirst = DateFormat(letters: "d/m/y")
  /// `07/14/2009`.
  static let monthFirst = DateFormat(letters: "m/d/y")

  /// Creates a format from letters: `y`, `m` and `d`, `Y` for a year of two digits, `n` for the name
  /// of a month and `t` for midnight; all others stand for themselves.
  init(letters: String) {
    parts = letters.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "y"): .year
      case UInt8(ascii: "Y"): .shortYear
      case UInt8(ascii: "m"): .month
      case UInt8(ascii: "n"): .monthName
      case UInt8(ascii: "d"): .day
      case UInt8(ascii: "t"): .time
      default: .literal(byte)
      }
    }
  }

  init(parts: [Part]) { self.parts = parts }

  /// A format as Table Schema writes it: `default`, `any`, or a pattern such as `%d/%m/%Y`; `nil` for
  /// one that is no day.
  init?(tableSchema format: String?) {
    switch format {
    case nil, "default", "any", "": self = .iso
    case let pattern?:
      guard let days = TimestampFormat(pattern: pattern)?.dateFormat else { return nil }
      self = days
    }
  }

  /// The format as Table Schema writes it.
  var tableSchema: String {
    parts.map { part in
      switch part {
      case .year: "%Y"
      case .shortYear: "%y"
      case .month: "%m"
      case .monthName: "%B"
      case .dayOfYear: "%j"
      case .weekday: "%a"
      case .day: "%d"
      case .time: " %H:%M:%S"
      case .literal(let byte): String(Unicode.Scalar(byte))
      }
    }.joined()
  }

  /// The format as people write it, such as `DD/MM/YYYY`.
  var inWords: String {
    parts.map { part in
      switch part {
      case .year: "YYYY"
      case .shortYear: "YY"
      case .month: "MM"
      case .monthName: "Month"
      case .dayOfYear: "DDD"
      case .weekday: "Weekday"
      case .day: "DD"
      case .time: " 00:00"
      case .literal(let byte): String(Unicode.Scalar(byte))
      }
    }.joined()
  }
}
