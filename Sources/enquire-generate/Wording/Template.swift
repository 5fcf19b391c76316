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
  /// A month of the year.
  case season
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
struct Template: Sendable, ExpressibleByStringLiteral {
  private enum Piece: Sendable {
    case text(String)
    case slot(Slot)
  }
  private let pieces: [Piece]

  init(stringLiteral source: String) {
    pieces = source.split(separator: "{", omittingEmptySubsequences: false).enumerated().flatMap {
      position, part -> [Piece] in
      guard position > 0, let end = part.firstIndex(of: "}") else { return [.text(String(part))] }
      let name = part[..<end]
      guard let slot = Slot.allCases.first(where: { "\($0)" == name }) else {
        preconditionFailure("no slot {\(name)}")
      }
      return [.slot(slot), .text(String(part[part.index(after: end)...]))]
    }
  }

  /// The sentence for a case.
  func filled(_ words: SlotWords) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .slot(let slot): text += words[slot]
      }
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
