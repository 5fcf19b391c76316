/// One step of a compiled expression.
enum Instruction: Sendable, Hashable {
  case character(CharacterSet)
  case assert(Assertion)
  case jump(Int)
  case split(Int, Int)
  case match
}

/// What must hold between two letters.
enum Assertion: Sendable, Hashable {
  case start, end, boundary, noBoundary

  func holds(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch self {
    case .start: return position == 0
    case .end: return position == scalars.count
    case .boundary, .noBoundary:
      let before = position > 0 && CharacterClass.word.contains(scalars[position - 1])
      let after = position < scalars.count && CharacterClass.word.contains(scalars[position])
      return (before != after) == (self == .boundary)
    }
  }
}

/// `\d`, `\w`, `\s`.
enum CharacterClass: Sendable, Hashable {
  case digit, word, blank

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .digit: scalar.properties.numericType == .decimal
    case .word:
      scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    case .blank: scalar.properties.isWhitespace
    }
  }
}

/// Letters that may stand at a place, in any case unless `matchesCase`.
struct CharacterSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>] = []
  var classes: [CharacterClass] = []
  var excludedClasses: [CharacterClass] = []
  var isNegated = false
  var matchesCase = false

  /// `.`: anything but the end of a line.
  static let any = CharacterSet(ranges: [10...10, 13...13], isNegated: true)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if holds(scalar) != isNegated { return true }
    // A negated set must not hold the letter in either case.
    guard !isNegated, !matchesCase, scalar.properties.isCased else { return false }
    return Self.otherCases(of: scalar).contains { holds($0) }
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    if ranges.contains(where: { $0.contains(scalar.value) }) { return true }
    if classes.contains(where: { $0.contains(scalar) }) { return true }
    if excludedClasses.contains(where: { !$0.contains(scalar) }) { return true }
    guard isNegated, !matchesCase, scalar.properties.isCased else { return false }
    return Self.otherCases(of: scalar).contains { other in
      ranges.contains { $0.contains(other.value) }
    }
  }

  private static func otherCases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap { text in
      text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
  }
}

/// An expression as a tree.
indirect enum ExpressionTree {
  case empty
  case character(CharacterSet)
  case assert(Assertion)
  case sequence([ExpressionTree])
  case either([ExpressionTree])
  case repeated(ExpressionTree, atLeast: Int, atMost: Int?)
}

/// Turns a tree into a program.
struct ExpressionCompiler {
  var program: [Instruction] = []

  /// Longer programs than anyone means, such as `((a{100}){100}){100}`, are refused.
  private static let longest = 5000

  mutating func add(_ tree: ExpressionTree) throws(RegularExpressionError) {
    guard program.count < Self.longest else {
      throw RegularExpressionError(message: "it is too long when it is written out", offset: 0)
    }
    switch tree {
    case .empty: break
    case .character(let set): program.append(.character(set))
    case .assert(let assertion): program.append(.assert(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .either(let parts): try addEither(parts[...])
    case .repeated(let inner, let low, let high):
      for _ in 0..<low { try add(inner) }
      guard let high else { return try addLoop(inner) }
      for _ in low..<max(low, high) { try addOptional(inner) }
    }
  }

  private mutating func addEither(
    _ parts: ArraySlice<ExpressionTree>
  ) throws(RegularExpressionError) {
    guard let first = parts.first else { return }
    guard parts.count > 1 else { return try add(first) }
    let split = program.count
    program.append(.match)
    try add(first)
    let jump = program.count
    program.append(.match)
    program[split] = .split(split + 1, program.count)
    try addEither(parts.dropFirst())
    program[jump] = .jump(program.count)
  }

  private mutating func addLoop(_ inner: ExpressionTree) throws(RegularExpressionError) {
    let split = program.count
    program.append(.match)
    try add(inner)
    program.append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }

  private mutating func addOptional(_ inner: ExpressionTree) throws(RegularExpressionError) {
    let split = program.count
    program.append(.match)
    try add(inner)
    program[split] = .split(split + 1, program.count)
  }
}
