/// A place in a sentence that the case fills.
enum Slot: Int, CaseIterable, Sendable {
  /// An agency, as in "the police"; `Agency` begins a sentence.
  case agency, Agency
  /// A second agency.
  case other
  /// The index child, as in "the baby"; `Child` begins a sentence.
  case child, Child
  /// The index child with age and gender, as in "a four-month-old boy".
  case introduction, Introduction
  /// A parent, as in "the mother".
  case carer, Carer
  /// "one brother or sister", "two brothers and sisters".
  case siblings
  /// A small number in words.
  case number
  /// A number of months in figures.
  case months
  /// A part of the year.
  case season

  private static let names = allCases.map { "\($0)" }

  /// The slot that a template names.
  init?(named name: String) {
    guard let position = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: position)
  }
}

/// What stands in each slot for one case.
struct SlotWords: Sendable {
  private var words = [String](repeating: "", count: Slot.allCases.count)

  subscript(slot: Slot) -> String {
    get { words[slot.rawValue] }
    set { words[slot.rawValue] = newValue }
  }

  /// Sets a slot and the one that begins a sentence with the same words.
  mutating func set(_ slot: Slot, capital: Slot, to text: String) {
    self[slot] = text
    self[capital] = text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// A sentence with slots, such as `{Agency} did not see {child} alone`.
///
/// It is taken apart when it is filled, not before: of the many sentences that a case could have,
/// most are never used.
struct Template: Sendable, ExpressibleByStringLiteral {
  private let source: StaticString

  init(stringLiteral source: StaticString) { self.source = source }

  /// The sentence for a case.
  func filled(_ words: SlotWords) -> String {
    var text = ""
    source.withUTF8Buffer { bytes in
      var rest = bytes[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        text += String(decoding: rest[..<open], as: UTF8.self)
        let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
        guard let slot = Slot(named: name) else { preconditionFailure("no slot {\(name)}") }
        text += words[slot]
        rest = rest[(close + 1)...]
      }
      text += String(decoding: rest, as: UTF8.self)
    }
    return text
  }
}

/// Small numbers in words.
enum NumberWords {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "twenty-one", "twenty-two", "twenty-three",
  ]

  /// The number in words up to 23, beyond that in figures.
  static func cardinal(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : String(number)
  }
}
