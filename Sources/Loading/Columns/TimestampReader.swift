internal import Tables

/// Reads one text as a time.
struct TimestampReader {
  private let bytes: CellText.Bytes
  private var position = 0

  private var year = 1970
  private var month = 1
  private var day = 1
  private var dayOfYear: Int?
  private var hour = 0
  private var isAfternoon: Bool?
  private var minute = 0
  private var second = 0
  private var fraction = 0.0
  private var zone = 0.0

  init(_ bytes: CellText.Bytes) { self.bytes = bytes }

  /// A time by the parts of a pattern.
  mutating func read(_ parts: [TimestampFormat.Part], hasDay: Bool) -> Timestamp? {
    for part in parts {
      guard take(part) else { return nil }
    }
    return finished(hasDay: hasDay)
  }

  /// A time by ISO 8601, without a zone or with one.
  mutating func readISO(hasDay: Bool) -> Timestamp? {
    if hasDay {
      guard let year = number(4...4), literal("-"), let month = number(2...2), literal("-"),
        let day = number(2...2), literal("T") || literal("t") || literal(" ")
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }
    guard let hour = number(2...2), literal(":"), let minute = number(2...2) else { return nil }
    (self.hour, self.minute) = (hour, minute)
    if literal(":") {
      guard let second = number(2...2) else { return nil }
      self.second = second
      if literal(".") || literal(",") {
        guard takeFraction() else { return nil }
      }
    }
    if position < bytes.count, !takeZone() { return nil }
    return finished(hasDay: hasDay)
  }

  private mutating func take(_ part: TimestampFormat.Part) -> Bool {
    switch part {
    case .date(let part): return take(part)
    case .literal(let byte): return literal(byte)
    case .hour: return set(\.hour, 1...2)
    case .hour12:
      guard set(\.hour, 1...2), (1...12).contains(hour) else { return false }
      hour %= 12
      return true
    case .minute: return set(\.minute, 1...2)
    case .second: return set(\.second, 1...2)
    case .fraction: return takeFraction()
    case .zone: return takeZone()
    case .half: return takeHalf()
    case .zoneName:
      let name = bytes[position...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      position += name.count
      return !name.isEmpty
    case .weekday:
      guard let length = WeekdayName.length(bytes, from: position) else { return false }
      position += length
      return true
    case .blank:
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
        position += 1
      }
      return true
    }
  }

  private mutating func take(_ part: DateFormat.Part) -> Bool {
    switch part {
    case .year: return set(\.year, 4...4)
    case .shortYear:
      guard let value = number(2...2) else { return false }
      year = value < 69 ? 2000 + value : 1900 + value
      return true
    case .month: return set(\.month, 1...2)
    case .day: return set(\.day, 1...2)
    case .dayOfYear:
      dayOfYear = number(1...3)
      return dayOfYear != nil
    case .monthName:
      guard let (month, length) = MonthName.read(bytes, from: position) else { return false }
      self.month = month
      position += length
      return true
    case .literal(let byte): return literal(byte)
    case .time, .weekday: return false
    }
  }

  private mutating func finished(hasDay: Bool) -> Timestamp? {
    if let isAfternoon, isAfternoon { hour += 12 }
    // 24:00 is the end of a day, and 60 a leap second.
    guard position == bytes.count, hour < 24, minute < 60, second <= 60 else { return nil }
    let seconds = Double(hour * 3600 + minute * 60 + second) + fraction
    guard hasDay else { return Timestamp(seconds: seconds, zone: zone) }
    var date = CalendarDate(year: year, month: month, day: day)
    if let dayOfYear { date = CalendarDate(year: year, dayOfYear: dayOfYear) }
    return date.map { Timestamp(day: $0.dayNumber, seconds: seconds, zone: zone) }
  }

  // MARK: Pieces

  private mutating func literal(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func literal(_ scalar: Unicode.Scalar) -> Bool {
    literal(UInt8(ascii: scalar))
  }

  private mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
    var (value, count) = (0, 0)
    while count < lengths.upperBound, position < bytes.count,
      (0x30...0x39).contains(bytes[position])
    {
      value = value * 10 + Int(bytes[position]) - 0x30
      position += 1
      count += 1
    }
    return lengths.contains(count) ? value : nil
  }

  private mutating func set(
    _ path: WritableKeyPath<TimestampReader, Int>, _ lengths: ClosedRange<Int>
  ) -> Bool {
    guard let value = number(lengths) else { return false }
    self[keyPath: path] = value
    return true
  }

  private mutating func takeFraction() -> Bool {
    let start = position
    var scale = 0.1
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
      fraction += Double(bytes[position] - 0x30) * scale
      scale /= 10
      position += 1
    }
    return position > start
  }

  /// `Z`, `+01:00`, `+0100` or `+01`.
  private mutating func takeZone() -> Bool {
    if literal("Z") || literal("z") { return true }
    let isBehind = literal("-")
    guard isBehind || literal("+"), let hours = number(2...2) else { return false }
    _ = literal(":")
    let minutes = position < bytes.count ? number(2...2) : 0
    guard let minutes, hours < 24, minutes < 60 else { return false }
    zone = Double(hours * 3600 + minutes * 60) * (isBehind ? -1 : 1)
    return true
  }

  /// `AM` or `PM`.
  private mutating func takeHalf() -> Bool {
    guard position + 1 < bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else {
      return false
    }
    switch bytes[position] | 0x20 {
    case UInt8(ascii: "a"): isAfternoon = false
    case UInt8(ascii: "p"): isAfternoon = true
    default: return false
    }
    position += 2
    return true
  }
}

/// The names of the days of the week in English, whole or their first three letters.
enum WeekdayName {
  private static let names = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }

  /// The length of a name at a position.
  static func length(_ bytes: CellText.Bytes, from start: Int) -> Int? {
    guard start <= bytes.count else { return nil }
    let letters = bytes[start...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      .map { $0 | 0x20 }
    let isName = names.contains { $0 == letters || $0.prefix(3).elementsEqual(letters) }
    return isName ? letters.count : nil
  }
}

extension CalendarDate {
  /// A date by its number in the year, from 1; `nil` when the year has no such day.
  init?(year: Int, dayOfYear: Int) {
    guard let first = CalendarDate(year: year, month: 1, day: 1), (1...366).contains(dayOfYear)
    else { return nil }
    let date = CalendarDate(dayNumber: first.dayNumber + Int32(dayOfYear - 1))
    guard date.components.year == year else { return nil }
    self = date
  }
}
