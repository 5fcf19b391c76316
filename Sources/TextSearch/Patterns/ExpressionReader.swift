/// Reads a regular expression.
struct ExpressionReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private let matchesCase: Bool

  private static let deepest = 50
  private static let mostRepeats = 100

  init(_ source: String, matchesCase: Bool = false) {
    scalars = Array(source.unicodeScalars)
    self.matchesCase = matchesCase
  }

  /// The whole expression as a tree.
  mutating func read() throws(RegularExpressionError) -> ExpressionTree {
    guard !scalars.isEmpty else { throw error("it is empty") }
    let tree = try readEither()
    guard position == scalars.count else { throw error("a closing bracket has no opening one") }
    return tree
  }

  private func error(_ message: String, at place: Int? = nil) -> RegularExpressionError {
    let offset = scalars.prefix(place ?? position).reduce(0) { $0 + UTF8.width($1) }
    return RegularExpressionError(message: message, offset: offset)
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func readEither() throws(RegularExpressionError) -> ExpressionTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error("brackets are nested too deep") }
    var parts = [try readSequence()]
    while take("|") { parts.append(try readSequence()) }
    return parts.count == 1 ? parts[0] : .either(parts)
  }

  private mutating func readSequence() throws(RegularExpressionError) -> ExpressionTree {
    var parts: [ExpressionTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let atom = try readAtom()
      parts.append(try readRepeats(of: atom))
    }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func readAtom() throws(RegularExpressionError) -> ExpressionTree {
    let start = position
    guard let scalar = next else { return .empty }
    position += 1
    switch scalar {
    case "(": return try readGroup(from: start)
    case "[": return .character(try readSet(from: start))
    case "\\": return try readEscape()
    case ".": return .character(.any)
    case "^": return .assert(.start)
    case "$": return .assert(.end)
    case "*", "+", "?": throw error("there is nothing before the sign to repeat", at: start)
    default:
      return .character(
        CharacterSet(ranges: [scalar.value...scalar.value], matchesCase: matchesCase))
    }
  }

  private mutating func readGroup(
    from start: Int
  ) throws(RegularExpressionError) -> ExpressionTree {
    if take("?"), !take(":") {
      throw error("looking ahead or behind and named groups are not supported", at: start)
    }
    let inner = try readEither()
    guard take(")") else { throw error("a bracket is not closed", at: start) }
    return inner
  }

  private mutating func readRepeats(
    of atom: ExpressionTree
  ) throws(RegularExpressionError) -> ExpressionTree {
    var tree = atom
    var repeats = 0
    while let (low, high) = try readRepeat() {
      // Whether as many or as few as possible are taken makes no difference to whether it matches.
      _ = take("?")
      tree = .repeated(tree, atLeast: low, atMost: high)
      repeats += 1
      guard repeats <= 3 else { throw error("too many repeats follow one another") }
    }
    return tree
  }

  private mutating func readRepeat() throws(RegularExpressionError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard next == "{", position + 1 < scalars.count, Self.digit(scalars[position + 1]) != nil else {
      return nil
    }
    let start = position
    position += 1
    let low = readNumber() ?? 0
    var high: Int? = low
    if take(",") { high = readNumber() }
    guard take("}") else { throw error("the repeat is not closed", at: start) }
    guard low <= Self.mostRepeats, high ?? 0 <= Self.mostRepeats else {
      throw error("more than \(Self.mostRepeats) repeats are not supported", at: start)
    }
    if let high, high < low { throw error("the repeat ends below where it begins", at: start) }
    return (low, high)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
  }

  private mutating func readNumber() -> Int? {
    var number: Int?
    while let scalar = next, let digit = Self.digit(scalar) {
      position += 1
      number = min(1_000_000, (number ?? 0) * 10 + digit)
    }
    return number
  }

  // MARK: Escapes and sets

  private mutating func readEscape() throws(RegularExpressionError) -> ExpressionTree {
    let start = position - 1
    guard let scalar = next else { throw error("nothing follows the backslash", at: start) }
    if scalar == "b" || scalar == "B" {
      position += 1
      return .assert(scalar == "b" ? .boundary : .noBoundary)
    }
    var set = CharacterSet(matchesCase: matchesCase)
    try readEscape(into: &set, from: start)
    return .character(set)
  }

  /// What follows a backslash, as letters of a set.
  ///
  /// - Returns: The letter, unless it is a whole class.
  @discardableResult
  private mutating func readEscape(
    into set: inout CharacterSet, from start: Int
  ) throws(RegularExpressionError) -> UInt32? {
    guard let scalar = next else { throw error("nothing follows the backslash", at: start) }
    position += 1
    let value: UInt32
    switch scalar {
    case "d": set.classes.append(.digit)
    case "D": set.excludedClasses.append(.digit)
    case "w": set.classes.append(.word)
    case "W": set.excludedClasses.append(.word)
    case "s": set.classes.append(.blank)
    case "S": set.excludedClasses.append(.blank)
    case "n", "t", "r":
      value = scalar == "n" ? 10 : scalar == "t" ? 9 : 13
      set.ranges.append(value...value)
      return value
    case "1"..."9": throw error("backreferences are not supported", at: start)
    default:
      guard !(scalar.isASCII && scalar.properties.isAlphabetic), scalar != "0" else {
        throw error("\"\\\(scalar)\" is no escape that is known", at: start)
      }
      set.ranges.append(scalar.value...scalar.value)
      return scalar.value
    }
    return nil
  }

  private mutating func readSet(from start: Int) throws(RegularExpressionError) -> CharacterSet {
    var set = CharacterSet(matchesCase: matchesCase)
    let isNegated = take("^")
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      let place = position
      guard let low = try readMember(into: &set) else { continue }
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        continue
      }
      position += 1
      var ignored = CharacterSet()
      guard let high = try readMember(into: &ignored), low <= high else {
        throw error("the range of letters ends before it begins", at: place)
      }
      set.ranges.append(low...high)
    }
    guard take("]") else { throw error("the set of letters is not closed", at: start) }
    set.isNegated = isNegated
    return set
  }

  /// One letter of a set; `nil` for a whole class.
  private mutating func readMember(
    into set: inout CharacterSet
  ) throws(RegularExpressionError) -> UInt32? {
    let start = position
    guard let scalar = next else { throw error("the set of letters is not closed", at: start) }
    position += 1
    guard scalar == "\\" else {
      set.ranges.append(scalar.value...scalar.value)
      return scalar.value
    }
    return try readEscape(into: &set, from: start)
  }
}
