internal import Bitmaps
internal import Tables

/// The key of each row of one column as a code into a dictionary of texts.
///
/// Keys are compared as texts, since a number in one table may be a text in the other; but each
/// distinct text only once.
struct KeyCodes {
  /// A code a row; `CodedValues.none` where the row has no value.
  let codes: Codes
  let texts: TextDictionary
  /// The rows that have a value.
  let recorded: Bitmap

  init(_ column: Column) {
    recorded = column.recorded
    switch column.values {
    case .coded(let coded): (codes, texts) = (coded.codes, coded.dictionary)
    case .integers(let values): (codes, texts) = Self.coded(values, recorded, String.init)
    case .numbers(let values): (codes, texts) = Self.coded(values, recorded) { String($0) }
    case .dates(let values):
      (codes, texts) = Self.coded(values, recorded) { CalendarDate(dayNumber: $0).description }
    case .flags(let yes):
      codes = Codes(.bytes(Storage(count: recorded.capacity) { yes.contains($0) ? 1 : 0 }))
      texts = ["false", "true"]
    case .lists:
      codes = Codes(.bytes(Storage(count: recorded.capacity) { _ in .max }))
      texts = []
    }
  }

  /// The code of a row; `nil` where it has no value.
  @inline(__always)
  func code(_ row: Int) -> Int? {
    guard recorded.contains(row) else { return nil }
    let code = codes[row]
    return code == CodedValues.none ? nil : Int(code)
  }

  private static func coded<Value: Hashable & BitwiseCopyable & Sendable>(
    _ values: Storage<Value>, _ recorded: Bitmap, _ text: (Value) -> String
  ) -> (Codes, TextDictionary) {
    var codeOfValue: [Value: UInt32] = [:]
    var texts: [String] = []
    let codes = Storage(count: values.count) { row -> UInt32 in
      guard recorded.contains(row) else { return CodedValues.none }
      let value = values[row]
      if let known = codeOfValue[value] { return known }
      codeOfValue[value] = UInt32(texts.count)
      texts.append(text(value))
      return UInt32(texts.count - 1)
    }
    return (Codes(codes), TextDictionary(texts))
  }
}

/// The codes that the texts of one dictionary have in another.
struct CodeTranslation {
  /// A code of the other dictionary for each of this one; -1 for a text that it lacks.
  let codes: [Int32]

  /// Translates a dictionary.
  ///
  /// Tables that were exported together mostly name keys in one order, so the text after the last
  /// one that was found is tried before a hash table is made at all.
  ///
  /// - Complexity: O(texts of both).
  init(from own: TextDictionary, to other: TextDictionary) {
    var table: TextCodes?
    var next = 0
    var codes: [Int32] = []
    codes.reserveCapacity(own.count)
    own.forEach { _, text in
      var found = Self.holds(other, next, text) ? next : -1
      if found < 0 {
        let known = table ?? Self.table(other)
        table = known
        let code = known.find(text)
        found = code == TextInterner.none ? -1 : Int(code)
      }
      codes.append(Int32(truncatingIfNeeded: found))
      if found >= 0 { next = found + 1 }
      return true
    }
    self.codes = codes
  }

  private static func holds(
    _ dictionary: TextDictionary, _ code: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    code < dictionary.count && dictionary.length(at: code) == text.count
      && dictionary.withUTF8(at: code) { $0.elementsEqual(text) }
  }

  /// The codes of a dictionary's texts, by text.
  private static func table(_ dictionary: TextDictionary) -> TextCodes {
    let codes = TextCodes()
    dictionary.forEach { _, text in
      _ = codes.code(text)
      return true
    }
    return codes
  }
}
