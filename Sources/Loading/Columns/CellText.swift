internal import Tables

/// Readings of one cell's text as a value; `nil` when it is none.
enum CellText {
  /// A whole number, without group separators.
  static func integer(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }

  /// A number, which is finite.
  static func number(_ text: String) -> Double? {
    guard
      let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
      first >= 0x30 && first <= 0x39 || first == UInt8(ascii: "."),
      !text.utf8.contains(UInt8(ascii: "x")), !text.utf8.contains(UInt8(ascii: "X")),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// A boolean in one of the given spellings.
  static func boolean(_ text: String, yes: [String], no: [String]) -> Bool? {
    if yes.contains(text) { return true }
    return no.contains(text) ? false : nil
  }

  /// A date in a format.
  static func date(_ text: String, _ format: DateFormat) -> CalendarDate? {
    var year = 0
    var month = 1
    var day = 1
    var bytes = Array(text.utf8)[...]
    for part in format.parts {
      switch part {
      case .literal(let byte):
        guard bytes.first == byte else { return nil }
        bytes.removeFirst()
      case .year: guard let value = take(&bytes, 4...4) else { return nil }; year = value
      case .month: guard let value = take(&bytes, 1...2) else { return nil }; month = value
      case .day: guard let value = take(&bytes, 1...2) else { return nil }; day = value
      }
    }
    return bytes.isEmpty ? CalendarDate(year: year, month: month, day: day) : nil
  }

  private static func take(_ bytes: inout ArraySlice<UInt8>, _ lengths: ClosedRange<Int>) -> Int? {
    let digits = bytes.prefix(lengths.upperBound).prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard lengths.contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// The order of day, month and year in a file.
struct DateFormat: Hashable {
  enum Part: Hashable {
    case year, month, day
    case literal(UInt8)
  }

  var parts: [Part]

  /// `2009-07-14`.
  static let iso = DateFormat(parts: parts("y-m-d"))
  /// `14/07/2009`.
  static let dayFirst = DateFormat(parts: parts("d/m/y"))
  /// `07/14/2009`.
  static let monthFirst = DateFormat(parts: parts("m/d/y"))

  private static func parts(_ letters: String) -> [Part] {
    letters.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "y"): .year
      case UInt8(ascii: "m"): .month
      case UInt8(ascii: "d"): .day
      default: .literal(byte)
      }
    }
  }

  /// A format as Table Schema writes it: `default`, `any`, or a pattern such as `%d/%m/%Y`.
  init?(tableSchema format: String?) {
    switch format {
    case nil, "default", "any", "": self = .iso
    case let pattern?:
      var parts: [Part] = []
      var bytes = Array(pattern.utf8)[...]
      while let byte = bytes.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          parts.append(.literal(byte))
          continue
        }
        switch bytes.popFirst() {
        case UInt8(ascii: "Y"): parts.append(.year)
        case UInt8(ascii: "m"): parts.append(.month)
        case UInt8(ascii: "d"): parts.append(.day)
        default: return nil
        }
      }
      self.init(parts: parts)
    }
  }

  private init(parts: [Part]) { self.parts = parts }
}
