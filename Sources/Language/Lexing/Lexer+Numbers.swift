internal import Diagnostics

extension Lexer {
  private func digits(from offset: Int) -> Int {
    var count = 0
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(offset + count)) { count += 1 }
    return count
  }

  private func integer(at offset: Int, _ count: Int) -> Int? {
    Int(source.text(Span(position + offset, position + offset + count)))
  }

  /// Scans what begins with a digit: a number, a percentage, a date or a financial year.
  mutating func scanNumber() {
    if scanSlashedDate() || scanSlashedYear() || scanDashedDate() { return }
    let start = position
    var length = digits(from: 0)
    if byte(length) == UInt8(ascii: "."), digits(from: length + 1) > 0 {
      length += 1 + digits(from: length + 1)
    }
    let text = source.text(Span(start, start + length))
    position += length
    // Letters right after a number make it no number: 3rd, 12abc.
    if Self.beginsName(byte()), quotePair == nil {
      while !isAtEnd, Self.continuesName(byte()), quotePair == nil { position += 1 }
      let whole = source.text(Span(start, position))
      let unit = source.text(Span(start + length, position))
      if let form = Vocabulary.unitHabits[unit.lowercased()], let number = Double(text) {
        report(
          .habit, "\"\(whole)\" is written \(text) \(form)", from: start,
          edits: [Diagnostic.Edit(Span(start, position), "\(text) \(form)")])
        add(.number(number), from: start)
        return
      }
      report(
        .unexpectedCharacter, "\"\(whole)\" is neither a number nor a name", from: start,
        notes: ["write text in quotes: \"\(whole)\"", "a name that is not one word: `\(whole)`"],
        edits: [Diagnostic.Edit(Span(start, position), "\"\(whole)\"")])
      add(.string(whole), from: start)
      return
    }
    let number = Double(text) ?? .infinity
    guard number.isFinite, number < 1e15 else {
      report(.unexpectedCharacter, "the number is too large", from: start)
      add(.number(0), from: start)
      return
    }
    if byte() == UInt8(ascii: "%") {
      position += 1
      add(.percent(number), from: start)
    } else {
      add(.number(number), from: start)
    }
  }

  /// `2009-07-14`, or the financial year `2009-10`.
  private mutating func scanDashedDate() -> Bool {
    let dash = UInt8(ascii: "-")
    guard digits(from: 0) == 4, byte(4) == dash, let year = integer(at: 0, 4) else { return false }
    let second = digits(from: 5)
    let start = position
    if (1...2).contains(second), byte(5 + second) == dash {
      let third = digits(from: 6 + second)
      guard (1...2).contains(third), let month = integer(at: 5, second),
        let day = integer(at: 6 + second, third)
      else { return false }
      position += 6 + second + third
      addDate(year, month, day, from: start)
      return true
    }
    guard second == 2, let next = integer(at: 5, 2) else { return false }
    position += 7
    if next == (year + 1) % 100 {
      add(.financialYear(year), from: start)
      return true
    }
    let ending = (year + 1) % 100
    let financial = "\(year)-\(ending < 10 ? "0" : "")\(ending)"
    var notes = ["a financial year is written \(financial): April \(year) to March \(year + 1)"]
    if (1...12).contains(next) {
      notes.append("a month is written \(Self.months[next - 1]) \(year)")
    }
    report(
      .ambiguousDate, "\"\(source.text(Span(start, position)))\" is no financial year", from: start,
      notes: notes,
      edits: [
        Diagnostic.Edit(
          Span(start, position),
          (1...12).contains(next) ? "\(Self.months[next - 1]) \(year)" : financial)
      ])
    add(.financialYear(year), from: start)
    return true
  }

  /// `07/06/2009` has two readings, and 25/06/2009 one; neither is how dates are written here.
  private mutating func scanSlashedDate() -> Bool {
    let first = digits(from: 0)
    let sign = byte(first)
    let signs = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")]
    guard (1...2).contains(first), signs.contains(sign) else { return false }
    let second = digits(from: first + 1)
    guard (1...2).contains(second), byte(first + second + 1) == sign else { return false }
    let third = digits(from: first + second + 2)
    guard third == 4, let a = integer(at: 0, first), let b = integer(at: first + 1, second),
      let year = integer(at: first + second + 2, 4)
    else { return false }
    let start = position
    position += first + second + third + 2
    let readings = [(b, a), (a, b)].filter {
      DateLiteral(year: year, month: $0.0, day: $0.1).exists
    }
    let texts = readings.map { "\(year)-\(Self.two($0.0))-\(Self.two($0.1))" }
    let written = source.text(Span(start, position))
    switch Set(texts).count {
    case 0:
      report(.ambiguousDate, "there is no day \(written)", from: start)
    case 1:
      report(
        .ambiguousDate, "a date is written year-month-day", from: start,
        edits: [Diagnostic.Edit(Span(start, position), texts[0])])
    default:
      report(
        .ambiguousDate, "\(written) may be one of two days", from: start,
        notes: ["day first: \(texts[0])", "month first: \(texts[1])"],
        edits: [Diagnostic.Edit(Span(start, position), texts[0])])
    }
    let (month, day) = readings.first ?? (1, 1)
    add(.date(DateLiteral(year: max(1, year), month: month, day: day)), from: start)
    return true
  }

  /// `2009/10` and `2009/2010`: a financial year with another sign.
  private mutating func scanSlashedYear() -> Bool {
    let slash = UInt8(ascii: "/")
    guard digits(from: 0) == 4, byte(4) == slash, let year = integer(at: 0, 4) else { return false }
    let second = digits(from: 5)
    guard second == 2 || second == 4, byte(5 + second) != slash, let next = integer(at: 5, second),
      next == (second == 2 ? (year + 1) % 100 : year + 1)
    else { return false }
    let start = position
    position += 5 + second
    let ending = (year + 1) % 100
    let written = "\(year)-\(ending < 10 ? "0" : "")\(ending)"
    report(
      .habit, "a financial year is written \(written)", from: start,
      edits: [Diagnostic.Edit(Span(start, position), written)])
    add(.financialYear(year), from: start)
    return true
  }

  private mutating func addDate(_ year: Int, _ month: Int, _ day: Int, from start: Int) {
    let date = DateLiteral(year: year, month: month, day: day)
    guard date.exists else {
      report(
        .ambiguousDate, "there is no day \(source.text(Span(start, position)))", from: start,
        notes: ["a date is written year-month-day, such as 2009-07-14"])
      add(.date(DateLiteral(year: max(1, year), month: 1, day: 1)), from: start)
      return
    }
    add(.date(date), from: start)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The months, as `July 2009` writes them.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The number of a month by its name, or by at least three letters of it.
  static func month(named word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.lowercased().hasPrefix(word.lowercased()) }.map { $0 + 1 }
  }
}

extension DateLiteral {
  /// Whether the calendar has such a day (or, without a day, such a month).
  var exists: Bool {
    guard (1...9999).contains(year), (1...12).contains(month) else { return false }
    guard let day else { return true }
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
