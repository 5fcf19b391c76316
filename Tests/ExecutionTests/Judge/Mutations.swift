import TestSupport

/// Damages the text of a statement: characters and words dropped, doubled, swapped and put in.
struct Mutations {
  var random: SeededRandom

  private static let insertions = [
    "\"", "'", "“", "(", ")", "`", "\u{0}", "\n", "\n  ", ";", "#", "$", "%", ".", ",", "é", "👩‍👧",
    "\u{202E}", "\u{A0}", "==", "&&", " and ", " or ", " not ", " is ", " in ", "07/06/2009",
    "2009-13", "9999999999999999999", "1e5", "-", " 0 ", " every ", " any ", " of ", " by ", "/",
    "*",
    " where ", " having ", " each ", " missing ", " count ", " year of ", " 99999999999 years ",
  ]

  mutating func damaged(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...random.below(2) {
      let place = random.below(words.count)
      let other = random.below(words.count)
      switch random.below(7) {
      case 0: words.remove(at: place)
      case 1: words.insert(words[place], at: place)
      case 2: words.swapAt(place, other)
      case 3: words.insert(random.element(Self.insertions), at: place)
      case 4: words[place] = words[other]
      case 5: words[place] += random.element(Self.insertions)
      default:
        if !words[place].isEmpty {
          let letters = Array(words[place])
          let drop = random.below(letters.count)
          words[place] = String(letters[..<drop] + letters[(drop + 1)...])
        }
      }
      if words.isEmpty { words = [""] }
    }
    return words.joined(separator: " ")
  }
}
