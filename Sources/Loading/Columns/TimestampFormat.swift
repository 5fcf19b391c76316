internal import Tables

/// A day and a time of day, or one of them.
struct Timestamp: Sendable, Hashable {
  /// The day, as a number of `CalendarDate`; 0 of a time alone.
  var day: Int32 = 0
  /// Seconds since midnight, in the zone in which they are written.
  var seconds = 0.0
  /// How many seconds the zone is ahead of UTC; 0 where none is written.
  var zone = 0.0

  /// A number that is greater for what is later.
  var order: Double { Double(day) * 86_400 + seconds - zone }
}

/// How a field writes times: ISO 8601, or a pattern of `strptime`.
struct TimestampFormat: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case date(DateFormat.Part)
    case hour, hour12, half, minute, second, fraction, zone, zoneName, weekday
    /// What may be any number of blanks.
    case blank
    case literal(UInt8)
  }

  /// `nil` for ISO 8601.
  private var parts: [Part]?
  /// Whether a day is part of it, and whether a time of day is.
  let hasDay: Bool
  let hasTime: Bool

  /// `2009-07-14T08:30:00Z`, or `08:30:00`.
  static func iso(hasDay: Bool) -> TimestampFormat {
    TimestampFormat(parts: nil, hasDay: hasDay, hasTime: true)
  }

  private init(parts: [Part]?, hasDay: Bool, hasTime: Bool) {
    self.parts = parts
    self.hasDay = hasDay
    self.hasTime = hasTime
  }

  /// A pattern such as `%d/%m/%Y %H:%M`; `nil` for one that is not understood.
  init?(pattern: String) {
    guard let parts = Self.parts(pattern) else { return nil }
    self.init(
      parts: parts, hasDay: parts.contains { if case .date = $0 { true } else { false } },
      hasTime: parts.contains { [.hour, .hour12, .minute, .second].contains($0) })
  }

  /// What the letters of `strptime` stand for that are several parts.
  private static let abbreviations: [UInt8: String] = [
    UInt8(ascii: "F"): "%Y-%m-%d", UInt8(ascii: "D"): "%m/%d/%y", UInt8(ascii: "x"): "%m/%d/%y",
    UInt8(ascii: "T"): "%H:%M:%S", UInt8(ascii: "X"): "%H:%M:%S", UInt8(ascii: "R"): "%H:%M",
    UInt8(ascii: "r"): "%I:%M:%S %p", UInt8(ascii: "c"): "%a %b %d %H:%M:%S %Y",
  ]

  private static let letters: [UInt8: Part] = [
    UInt8(ascii: "Y"): .date(.year), UInt8(ascii: "y"): .date(.shortYear),
    UInt8(ascii: "m"): .date(.month), UInt8(ascii: "d"): .date(.day),
    UInt8(ascii: "e"): .date(.day), UInt8(ascii: "b"): .date(.monthName),
    UInt8(ascii: "B"): .date(.monthName), UInt8(ascii: "h"): .date(.monthName),
    UInt8(ascii: "j"): .date(.dayOfYear), UInt8(ascii: "a"): .weekday,
    UInt8(ascii: "A"): .weekday, UInt8(ascii: "H"): .hour, UInt8(ascii: "I"): .hour12,
    UInt8(ascii: "p"): .half, UInt8(ascii: "M"): .minute, UInt8(ascii: "S"): .second,
    UInt8(ascii: "f"): .fraction, UInt8(ascii: "z"): .zone, UInt8(ascii: "Z"): .zoneName,
    UInt8(ascii: "n"): .blank, UInt8(ascii: "t"): .blank,
    UInt8(ascii: "%"): .literal(UInt8(ascii: "%")),
  ]

  private static func parts(_ pattern: String) -> [Part]? {
    var parts: [Part] = []
    var bytes = Array(pattern.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        parts.append(.literal(byte))
        continue
      }
      // `%-d` is a day without a zero before it, which is read in any case.
      if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
      guard let letter = bytes.popFirst() else { return nil }
      if let several = abbreviations[letter] {
        parts += Self.parts(several) ?? []
      } else if let part = letters[letter] {
        parts.append(part)
      } else {
        return nil
      }
    }
    return parts
  }

  /// A date format with the same meaning, which is read faster.
  ///
  /// `nil` where a time stands before the day, or there is none. A time after the day must be midnight.
  var dateFormat: DateFormat? {
    guard hasDay else { return nil }
    guard let parts else { return DateFormat(letters: "y-m-dt") }
    var result: [DateFormat.Part] = []
    for part in parts {
      switch part {
      case .date(let part): result.append(part)
      case .literal(let byte): result.append(.literal(byte))
      case .weekday: result.append(.weekday)
      case .blank, .zoneName: return nil
      case .hour, .hour12, .half, .minute, .second, .fraction, .zone:
        return Self.withMidnight(result, after: parts)
      }
    }
    return DateFormat(parts: result)
  }

  /// The parts of a day with midnight after them, if no part of a day comes later.
  private static func withMidnight(
    _ day: [DateFormat.Part], after parts: [Part]
  ) -> DateFormat? {
    let separators: [DateFormat.Part] = [.literal(UInt8(ascii: " ")), .literal(UInt8(ascii: "T"))]
    let rest = parts.dropFirst(day.count)
    let goesOn = rest.contains { if case .date = $0 { true } else { $0 == .weekday } }
    guard let last = day.last, separators.contains(last), !goesOn else { return nil }
    return DateFormat(parts: day.dropLast() + [.time])
  }

  /// The time that a text says.
  func read(_ bytes: CellText.Bytes) -> Timestamp? {
    var reader = TimestampReader(bytes)
    guard let parts else { return reader.readISO(hasDay: hasDay) }
    return reader.read(parts, hasDay: hasDay)
  }
}
