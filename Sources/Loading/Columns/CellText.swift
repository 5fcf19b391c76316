internal import Tables

/// Readings of one cell's text as a value; `nil` when it is none.
///
/// They work on bytes, because a column may have ten million different texts.
enum CellText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// A text without blanks around it.
  static func trimmed(_ bytes: Bytes) -> Bytes {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    if first > 0x20, last > 0x20, first < 0x80, last < 0x80 { return bytes }
    var (low, high) = (0, bytes.count)
    while low < high, let length = blank(bytes[low..<high]) { low += length }
    while high > low, let length = blankEnd(bytes[low..<high]) { high -= length }
    return Bytes(rebasing: bytes[low..<high])
  }

  /// The length of a blank character at the beginning.
  private static func blank(_ bytes: Slice<Bytes>) -> Int? {
    if bytes[bytes.startIndex] <= 0x20 { return isBlank(bytes[bytes.startIndex]) ? 1 : nil }
    guard bytes[bytes.startIndex] >= 0x80 else { return nil }
    let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    guard let scalar, scalar.properties.isWhitespace else { return nil }
    return UTF8.width(scalar)
  }

  /// The length of a blank character at the end.
  private static func blankEnd(_ bytes: Slice<Bytes>) -> Int? {
    let last = bytes[bytes.endIndex - 1]
    if last <= 0x20 { return isBlank(last) ? 1 : nil }
    guard last >= 0x80 else { return nil }
    let scalar = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
    guard let scalar, scalar.properties.isWhitespace else { return nil }
    return UTF8.width(scalar)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// A text without blanks around it.
  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: trimmed($0), as: UTF8.self) }
  }

  /// A whole number, without group separators.
  static func integer(_ bytes: Bytes) -> Int? {
    guard let first = bytes.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var position = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    guard position < bytes.count else { return nil }
    var value = 0
    while position < bytes.count {
      let digit = Int(bytes[position]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, overflow2) = tens.subtractingReportingOverflow(digit)
      if overflow || overflow2 { return nil }
      value = next
      position += 1
    }
    // Gathered below zero, where there is one number more.
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// A number, which is finite.
  static func number(_ bytes: Bytes) -> Double? {
    var sign = 0
    while sign < bytes.count, bytes[sign] == UInt8(ascii: "-") || bytes[sign] == UInt8(ascii: "+") {
      sign += 1
    }
    guard sign < bytes.count, sign <= 1, isDigit(bytes[sign]) || bytes[sign] == UInt8(ascii: ".")
    else { return nil }
    if let simple = shortNumber(bytes, from: sign) {
      return bytes[0] == UInt8(ascii: "-") ? -simple : simple
    }
    guard !bytes.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }),
      let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Up to 15 digits and a point: both the digits and the power of ten are exact, so their quotient
  /// is the nearest number there is.
  private static func shortNumber(_ bytes: Bytes, from start: Int) -> Double? {
    guard bytes.count - start <= 16 else { return nil }
    var digits = 0
    var decimals: Int?
    var count = 0
    for position in start..<bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if isDigit(byte) {
        digits = digits * 10 + Int(byte) - 0x30
        count += 1
        decimals = decimals.map { $0 + 1 }
      } else {
        return nil
      }
    }
    guard (1...15).contains(count) else { return nil }
    return Double(digits) / powersOfTen[decimals ?? 0]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A boolean in one of the given spellings.
  static func boolean(_ text: String, yes: [String], no: [String]) -> Bool? {
    if yes.contains(text) { return true }
    return no.contains(text) ? false : nil
  }

  /// A date in a format.
  static func date(_ bytes: Bytes, _ format: DateFormat) -> CalendarDate? {
    guard let (year, month, day) = dateParts(bytes, format) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The numbers of a date that has the form of a format, whether or not there is such a day.
  static func dateParts(
    _ bytes: Bytes, _ format: DateFormat
  ) -> (year: Int, month: Int, day: Int)? {
    var (year, month, day) = (0, 1, 1)
    var dayOfYear: Int?
    var position = 0
    func take(_ lengths: ClosedRange<Int>) -> Int? {
      var (value, count) = (0, 0)
      while count < lengths.upperBound, position < bytes.count, isDigit(bytes[position]) {
        value = value * 10 + Int(bytes[position]) - 0x30
        position += 1
        count += 1
      }
      return lengths.contains(count) ? value : nil
    }
    for part in format.parts {
      switch part {
      case .literal(let byte):
        guard position < bytes.count, bytes[position] == byte else { return nil }
        position += 1
      case .year: guard let value = take(4...4) else { return nil }; year = value
      case .shortYear:
        guard let value = take(2...2) else { return nil }
        // The pivot of POSIX `strptime`: 69 to 99 are 1969 to 1999.
        year = value < 69 ? 2000 + value : 1900 + value
      case .month: guard let value = take(1...2) else { return nil }; month = value
      case .day: guard let value = take(1...2) else { return nil }; day = value
      case .monthName:
        guard let (value, length) = MonthName.read(bytes, from: position) else { return nil }
        month = value
        position += length
      case .dayOfYear:
        guard let value = take(1...3) else { return nil }
        dayOfYear = value
      case .weekday:
        guard let length = WeekdayName.length(bytes, from: position) else { return nil }
        position += length
      case .time:
        guard let length = midnight(bytes, from: position) else { return nil }
        position += length
      }
    }
    guard position == bytes.count else { return nil }
    if let dayOfYear { return CalendarDate(year: year, dayOfYear: dayOfYear)?.components }
    return (year, month, day)
  }

  /// The length of a time of day that says midnight, as exports add it to dates: ` 00:00:00`.
  private static func midnight(_ bytes: Bytes, from start: Int) -> Int? {
    let rest = bytes[start...]
    guard let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "T") else {
      return nil
    }
    let time = rest.dropFirst()
    let form = time.prefix { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    let tail = time.dropFirst(form.count)
    guard form.count >= 4, form.allSatisfy({ !isDigit($0) || $0 == UInt8(ascii: "0") }),
      form.contains(UInt8(ascii: ":")), tail.isEmpty || tail.elementsEqual("Z".utf8)
    else { return nil }
    return rest.count
  }
}

/// The names of the months in English, whole or their first three letters.
enum MonthName {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// The month whose name stands at a position, and the name's length.
  static func read(_ bytes: CellText.Bytes, from start: Int) -> (month: Int, length: Int)? {
    let letters = bytes[start...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      .map { $0 | 0x20 }
    guard letters.count >= 3 else { return nil }
    let month = names.firstIndex { $0 == letters || $0.prefix(3).elementsEqual(letters) }
    return month.map { ($0 + 1, letters.count) }
  }
}

extension CellText {
  /// A whole number, from a string.
  static func integer(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { integer($0) }
  }

  /// A number, from a string.
  static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { number($0) }
  }

  /// A date, from a string.
  static func date(_ text: String, _ format: DateFormat) -> CalendarDate? {
    var text = text
    return text.withUTF8 { date($0, format) }
  }
}
