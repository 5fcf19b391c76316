extension RegularExpression {
  /// A language of regular expressions that another program reads.
  public enum Flavour: Sendable {
    /// The `regexp` of the SQLite shell.
    case sqlite
    /// RE2, as in DuckDB.
    case re2
    /// The advanced expressions of PostgreSQL.
    case postgresql
  }

  /// The expression for another program that ignores case, with the same matches.
  ///
  /// Classes such as `\w` mean other letters elsewhere, so sets are written out.
  ///
  /// - Parameters:
  ///   - flavour: The language to write.
  ///   - characters: Every character beyond ASCII in the texts that will be looked at.
  /// - Throws: Why there is no such expression, as a sentence without a full stop.
  public func text(
    in flavour: Flavour, characters: [Unicode.Scalar]
  ) throws(RegularExpressionError) -> String {
    var reader = ExpressionReader(source)
    let writer = ExpressionWriter(flavour: flavour, characters: characters)
    return try writer.text(try reader.read())
  }
}

/// Writes the tree of an expression in another language.
private struct ExpressionWriter {
  let flavour: RegularExpression.Flavour
  let characters: [Unicode.Scalar]

  func text(_ tree: ExpressionTree) throws(RegularExpressionError) -> String {
    switch tree {
    case .empty: return ""
    case .character(let set): return text(set)
    case .assert(let assertion): return try text(assertion)
    case .sequence(let parts):
      var text = ""
      for part in parts { text += try self.text(part) }
      return text
    case .either(let parts):
      var texts: [String] = []
      for part in parts { texts.append(try self.text(part)) }
      return group(texts.joined(separator: "|"))
    case .repeated(let inner, let low, let high):
      let text = try self.text(inner)
      let isSingle =
        switch inner {
        case .character, .either: true
        case .empty, .assert, .sequence, .repeated: false
        }
      return (isSingle ? text : group(text)) + Self.repeats(low, high)
    }
  }

  private func group(_ text: String) -> String {
    flavour == .sqlite ? "(\(text))" : "(?:\(text))"
  }

  private static func repeats(_ low: Int, _ high: Int?) -> String {
    switch (low, high) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (_, nil): "{\(low),}"
    case (_, let high?): low == high ? "{\(low)}" : "{\(low),\(high)}"
    }
  }

  private func text(_ assertion: Assertion) throws(RegularExpressionError) -> String {
    switch assertion {
    case .start: return "^"
    case .end: return "$"
    case .boundary, .noBoundary:
      if let letter = characters.first(where: { CharacterClass.word.contains($0) }) {
        throw RegularExpressionError(
          message: "`\\b` does not take \"\(letter)\", which is in the texts, for a letter in SQL",
          offset: 0)
      }
      guard flavour != .sqlite || assertion == .boundary else {
        throw RegularExpressionError(message: "SQLite has no `\\B`", offset: 0)
      }
      if flavour == .postgresql { return assertion == .boundary ? "\\y" : "\\Y" }
      return assertion == .boundary ? "\\b" : "\\B"
    }
  }

  // MARK: Sets

  private func text(_ set: CharacterSet) -> String {
    if let only = set.onlyScalar {
      if only.isASCII { return escaped(only, inSet: false) }
      let cases = characters.filter { set.contains($0) }
      return cases.count < 2 ? String(only) : "[\(cases.map { String($0) }.joined())]"
    }
    // Case is ignored, so the capitals say nothing more.
    let ascii = (UInt8(1)..<128).map { Unicode.Scalar($0) }.filter { !("A"..."Z").contains($0) }
    // A set that holds a character that nobody writes is one of all but a few.
    let isOpen = set.contains(Unicode.Scalar(UInt8(1)))
    let named = (ascii + characters).filter { set.contains($0) != isOpen && $0.value != 1 }
    return "[\(isOpen ? "^" : "")\(ranges(of: named))]"
  }

  private func ranges(of scalars: [Unicode.Scalar]) -> String {
    var text = ""
    var index = 0
    while index < scalars.count {
      var end = index
      while end + 1 < scalars.count, scalars[end + 1].value == scalars[end].value + 1 { end += 1 }
      let first = escaped(scalars[index], inSet: true)
      switch end - index {
      case 0: text += first
      case 1: text += first + escaped(scalars[end], inSet: true)
      default: text += first + "-" + escaped(scalars[end], inSet: true)
      }
      index = end + 1
    }
    return text
  }

  private func escaped(_ scalar: Unicode.Scalar, inSet: Bool) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "-" where inSet: return flavour == .sqlite ? "\\x2d" : "\\-"
    case "\\", "[", "]", "^": return "\\\(scalar)"
    case ".", "*", "+", "?", "(", ")", "{", "}", "|", "$":
      return inSet ? "\(scalar)" : "\\\(scalar)"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 16)
        return flavour == .postgresql
          ? "\\u00" + (digits.count < 2 ? "0" : "") + digits
          : "\\x" + (digits.count < 2 ? "0" : "") + digits
      }
      return scalar.isASCII ? String(scalar).lowercased() : String(scalar)
    }
  }
}

extension CharacterSet {
  /// The only character of a set without classes.
  var onlyScalar: Unicode.Scalar? {
    guard !isNegated, classes.isEmpty, excludedClasses.isEmpty, ranges.count == 1,
      let range = ranges.first, range.count == 1
    else { return nil }
    return Unicode.Scalar(range.lowerBound)
  }
}
