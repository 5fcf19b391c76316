/// The characters that pictures are drawn with: bars, marks, rules and branches.
///
/// A terminal that shows no more than ASCII, because its locale is another than UTF-8 or because it is
/// dumb, gets the same pictures from plain characters. Files and pipes always get the others, so that
/// what a script answers does not depend on who runs it.
public enum Glyphs: Sendable, Hashable {
  /// Blocks, lines and dots of Unicode.
  case unicode
  /// Letters, digits and signs that every terminal shows.
  case ascii

  /// A bar as long as a number is part of the most; more than nothing is never drawn as nothing.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - width: The columns of the longest bar.
  public func bar(_ share: Double, width: Int) -> String {
    guard share > 0, width > 0 else { return "" }
    switch self {
    case .unicode:
      let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
      let length = max(1, Int((min(1, share) * Double(width * 8)).rounded()))
      return String(repeating: "█", count: length / 8) + eighths[length % 8]
    case .ascii:
      return String(
        repeating: "#", count: max(1, Int((min(1, share) * Double(width)).rounded())))
    }
  }

  /// Marks of growing height or weight; only nothing has the first.
  public var levels: [Character] {
    switch self {
    case .unicode: Array("▁▂▃▄▅▆▇█")
    case .ascii: Array("_.:-=+*#")
    }
  }

  /// A line from the first place to the last; of five places the second and the fourth are the ends of a
  /// box, and the third is marked in it.
  ///
  /// - Parameters:
  ///   - places: Two or five columns in order, from 0; none for no picture.
  ///   - width: The columns of the picture; what lies beyond is left out.
  public func spread(_ places: [Int], width: Int) -> String {
    guard let first = places.first, let last = places.last, last < width else { return "" }
    let signs: [Character] = Array(self == .unicode ? "├─┤▒█" : "|-|=#")
    var marks = [Character](repeating: " ", count: last + 1)
    for place in first...last { marks[place] = signs[1] }
    if first < last { (marks[first], marks[last]) = (signs[0], signs[2]) }
    if places.count == 5 {
      for place in places[1]...places[3] { marks[place] = signs[3] }
      marks[places[2]] = signs[4]
    }
    return String(marks)
  }

  /// A rule under a title.
  public func rule(width: Int) -> String {
    String(repeating: self == .unicode ? "─" : "-", count: max(0, width))
  }

  /// What stands where the rest of a text does not.
  public var ellipsis: String { self == .unicode ? "…" : "..." }

  /// What stands between short remarks in one line.
  public var separator: String { self == .unicode ? " · " : " | " }

  /// A text in which signs that answers use are spelled with the characters there are: `85 us`.
  ///
  /// Letters of the data stay what they are.
  public func spelled(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.reduce(into: "") { out, character in
      switch character {
      case "µ": out += "u"
      case "…": out += ellipsis
      case "↵": out += "/"
      default: out.append(character)
      }
    }
  }

  /// The branch to a child that others follow, and to the last one.
  public func branch(isLast: Bool) -> String {
    switch self {
    case .unicode: isLast ? "└ " : "├ "
    case .ascii: isLast ? "`-" : "|-"
    }
  }

  /// What stands before the children of a child that others follow, or of the last one.
  public func trunk(isLast: Bool) -> String {
    if isLast { return "  " }
    return self == .unicode ? "│ " : "| "
  }
}
