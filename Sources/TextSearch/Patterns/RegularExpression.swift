/// Why a regular expression cannot be read.
public struct RegularExpressionError: Error, Sendable, Hashable {
  /// What is wrong, in lower case, without a full stop.
  public let message: String
  /// Where, as a UTF-8 offset.
  public let offset: Int
}

/// A regular expression that takes time in proportion to the text, whatever the expression.
///
/// All ways to match are followed at once, after Thompson (Regular Expression Search Algorithm,
/// Communications of the ACM 11, 1968) and Pike, so that no expression can make a search hang. Letters
/// match in any case unless asked otherwise; `^` and `$` are the ends of the text.
public struct RegularExpression: TextPattern, Hashable {
  /// The expression as it was written.
  public let source: String
  private let program: [Instruction]

  /// Reads an expression.
  ///
  /// - Parameter matchesCase: Whether letters match only in the case in which they are written.
  public init(
    _ source: String, matchesCase: Bool = false
  ) throws(RegularExpressionError) {
    self.source = source
    var reader = ExpressionReader(source, matchesCase: matchesCase)
    let tree = try reader.read()
    var compiler = ExpressionCompiler()
    try compiler.add(tree)
    compiler.program.append(.match)
    program = compiler.program
  }

  /// Whether the expression matches anywhere in the text.
  ///
  /// - Complexity: O(text × expression).
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var current = ThreadList(capacity: program.count)
    var next = ThreadList(capacity: program.count)
    for position in 0...scalars.count {
      // A match may begin at every place.
      if follow(0, position, scalars, &current) { return true }
      guard position < scalars.count else { return false }
      let scalar = scalars[position]
      for index in 0..<current.count {
        let counter = current[index]
        guard case .character(let set) = program[counter], set.contains(scalar) else { continue }
        if follow(counter + 1, position + 1, scalars, &next) { return true }
      }
      swap(&current, &next)
      next.removeAll()
    }
    return false
  }

  /// Adds every place of the program that can be reached without reading a letter.
  ///
  /// - Returns: Whether the end is among them.
  private func follow(
    _ start: Int, _ position: Int, _ scalars: [Unicode.Scalar], _ threads: inout ThreadList
  ) -> Bool {
    var open = [start]
    while let counter = open.popLast() {
      guard threads.insert(counter) else { continue }
      switch program[counter] {
      case .match: return true
      case .character: break
      case .jump(let target): open.append(target)
      case .split(let first, let second):
        open.append(second)
        open.append(first)
      case .assert(let assertion):
        if assertion.holds(at: position, in: scalars) { open.append(counter + 1) }
      }
    }
    return false
  }
}

/// The places of a program that a search has reached, each once.
private struct ThreadList {
  private var list: [Int] = []
  private var isMember: [Bool]

  init(capacity: Int) { isMember = Array(repeating: false, count: capacity) }

  var count: Int { list.count }
  subscript(index: Int) -> Int { list[index] }

  mutating func insert(_ counter: Int) -> Bool {
    guard !isMember[counter] else { return false }
    isMember[counter] = true
    list.append(counter)
    return true
  }

  mutating func removeAll() {
    for counter in list { isMember[counter] = false }
    list.removeAll(keepingCapacity: true)
  }
}
