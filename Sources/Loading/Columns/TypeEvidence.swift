internal import Tables

/// What the distinct texts of a column could be, found in one pass that ends as soon as they can
/// only be text.
///
/// A few texts that do not fit are allowed for: they may be markers for something missing.
struct TypeEvidence {
  /// More different texts than this that do not fit end a hypothesis.
  static let mostExceptions = 12

  /// The codes of texts that hold nothing but blanks.
  private(set) var blanks: [Int] = []
  /// How many distinct texts hold something, as far as the pass went.
  private(set) var count = 0

  /// How many texts are whole numbers.
  private(set) var integers = 0
  /// How many texts are numbers, whole or not.
  private(set) var numbers = 0
  /// How many numbers are written with their thousands divided by commas, or with a currency or a
  /// percent sign.
  private(set) var grouped = 0
  private(set) var withCurrency = 0
  private(set) var percentages = 0
  /// The first text that is a number in such a form.
  private(set) var firstDecorated: Int?
  /// The codes of texts that are no numbers; a few more than are allowed end the hypothesis.
  private(set) var noNumbers: [Int] = []
  /// Whether digits begin with a zero, as no number is written.
  private(set) var hasLeadingZero = false
  /// Whether there are more digits than a number holds exactly.
  private(set) var hasLongDigits = false
  /// The lengths of the whole numbers in bytes.
  private(set) var lengths: ClosedRange<Int>?
  /// The least and the greatest number, sentinels left out.
  private(set) var range: ClosedRange<Double>?
  /// Numbers made of nines, which often stand for something missing, with their codes.
  private(set) var sentinels: [(code: Int, value: Double)] = []

  /// The formats in which the texts are dates, but for those in `noDates`.
  private(set) var dateFormats: [DateFormat] = []
  /// How many texts are dates in one of the formats.
  private(set) var dates = 0
  /// The codes of texts that are dates in none of them.
  private(set) var noDates: [Int] = []

  /// Looks at texts until only text is left.
  ///
  /// - Parameters:
  ///   - texts: The distinct texts of a column.
  ///   - isMissing: Whether a text, by its code, is declared to stand for something missing.
  ///   - candidates: The formats that dates may have.
  /// - Complexity: O(bytes) for numbers and dates, O(1) for most text.
  init(_ texts: TextDictionary, isMissing: (Int) -> Bool, candidates: [DateFormat]) {
    texts.forEach { code, bytes in
      let text = CellText.trimmed(bytes)
      if text.isEmpty {
        blanks.append(code)
      } else if !isMissing(code) {
        count += 1
        if mayBeNumbers { takeAsNumber(text, code) }
        if mayBeDates { takeAsDate(text, code, candidates) }
      }
      return mayBeNumbers || mayBeDates
    }
  }

  /// Whether the texts may still be numbers.
  var mayBeNumbers: Bool { noNumbers.count <= Self.mostExceptions }
  /// How the numbers are written; `nil` where some are percentages and others are not.
  var numberFormat: NumberFormat? {
    guard percentages == 0 || percentages == numbers else { return nil }
    var format = NumberFormat()
    if grouped > 0 { format.group = [UInt8(ascii: ",")] }
    format.isBare = withCurrency == 0 && percentages == 0
    return format
  }
  /// Whether the texts may still be dates.
  var mayBeDates: Bool { noDates.count <= Self.mostExceptions }

  private mutating func takeAsNumber(_ text: CellText.Bytes, _ code: Int) {
    guard let value = number(text) ?? decorated(text, code) else {
      noNumbers.append(code)
      return
    }
    numbers += 1
    if Self.isSentinel(text), sentinels.count <= Self.mostExceptions {
      sentinels.append((code, value))
    } else {
      range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
  }

  private mutating func number(_ text: CellText.Bytes) -> Double? {
    guard let whole = CellText.integer(text) else {
      let isDigits = text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      if isDigits { hasLongDigits = true }
      return CellText.number(text)
    }
    integers += 1
    if text.count > 1, text[0] == UInt8(ascii: "0") { hasLeadingZero = true }
    if text.count > 16 { hasLongDigits = true }
    lengths =
      lengths.map { min($0.lowerBound, text.count)...max($0.upperBound, text.count) }
      ?? text.count...text.count
    return Double(whole)
  }

  /// The number in a text such as `1,234`, `£1,234.50` or `12%`.
  private mutating func decorated(_ text: CellText.Bytes, _ code: Int) -> Double? {
    guard let number = DecoratedNumber(text) else { return nil }
    if number.isGrouped { grouped += 1 }
    if number.hasCurrency { withCurrency += 1 }
    if number.isPercentage { percentages += 1 }
    if number.isWhole { integers += 1 }
    firstDecorated = firstDecorated ?? code
    return number.value
  }

  private mutating func takeAsDate(
    _ text: CellText.Bytes, _ code: Int, _ candidates: [DateFormat]
  ) {
    let known = dates == 0 ? candidates : dateFormats
    let fitting = known.filter { CellText.date(text, $0) != nil }
    if fitting.isEmpty {
      noDates.append(code)
    } else {
      dates += 1
      dateFormats = fitting
    }
  }

  /// Whether a number is nines alone: `-99` and below, or `9999` and above.
  private static func isSentinel(_ text: CellText.Bytes) -> Bool {
    let isNegative = text[0] == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative ? 1 : 0).prefix { $0 != UInt8(ascii: ".") }
    return digits.count >= (isNegative ? 2 : 4) && digits.allSatisfy { $0 == UInt8(ascii: "9") }
  }
}
