/// A number as people write it: with its thousands divided by commas, a currency or a percent sign.
///
/// Commas count only where groups of three digits follow, so that `1,5` is no number here.
struct DecoratedNumber {
  private(set) var value = 0.0
  private(set) var isGrouped = false
  private(set) var hasCurrency = false
  private(set) var isPercentage = false
  private(set) var isWhole = true

  /// The signs of currencies in UTF-8: pound, dollar, euro.
  private static let currencies: [[UInt8]] = [[0xC2, 0xA3], [0x24], [0xE2, 0x82, 0xAC]]

  /// Reads a text without blanks around it; `nil` for one that is no number, or a plain one.
  init?(_ text: CellText.Bytes) {
    // Most texts that are no numbers begin with a letter.
    guard text.count <= 32, let first = text.first,
      !(0x61...0x7A).contains(first | 0x20), text.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    var rest = text[...]
    var plain: [UInt8] = []
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      plain.append(rest.removeFirst())
    }
    for currency in Self.currencies where rest.starts(with: currency) {
      rest = rest.dropFirst(currency.count)
      hasCurrency = true
    }
    if rest.last == UInt8(ascii: "%") {
      rest.removeLast()
      isPercentage = true
    }
    guard let digits = ungrouped(rest) else { return nil }
    plain += digits
    guard isGrouped || hasCurrency || isPercentage,
      let number = plain.withUnsafeBufferPointer(CellText.number)
    else { return nil }
    value = number
    isWhole = !plain.contains(UInt8(ascii: "."))
  }

  /// The digits without commas; `nil` where commas do not divide thousands.
  private mutating func ungrouped(_ text: Slice<CellText.Bytes>) -> [UInt8]? {
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      isGrouped = true
    }
    return groups.flatMap { Array($0) } + text.dropFirst(whole.count)
  }
}
