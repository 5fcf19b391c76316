import Tables
import TestSupport
import Testing

/// The order of names by bytes against the order by words and numbers.
@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["A2", "A10", "b1"], ["1", "02", "2", "a"], ["a", "a1", "a1b", "ab"], ["x", "x y", "x-1"],
    ["Band", "band", "bands"], ["9", "99999999999999999999", "a"], ["", "0", "e", "f", "é"],
  ])
  func `names are in the order of a person`(names: [String]) {
    for (first, name) in names.enumerated() {
      #expect(!NaturalOrder.precedes(name, name))
      for other in names.dropFirst(first + 1) {
        #expect(NaturalOrder.precedes(name, other), "\(name) before \(other)")
        #expect(!NaturalOrder.precedes(other, name), "\(other) not before \(name)")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `random names are ordered as their words and numbers are`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "A", "b", "0", "1", "9", "10", "01", "-", " ", "é", "e\u{301}", "\u{301}"]
    let names = (0..<120).map { _ in
      (0..<random.int(below: 5)).map { _ in random.element(of: pieces) }.joined()
    }
    for a in names {
      for b in names {
        #expect(
          NaturalOrder.precedes(a, b) == Self.precedes(a, b), "seed \(seed), \(a) and \(b)")
      }
    }
    let texts = TextDictionary(names)
    let order = NaturalOrder.sorted(Array(names.indices), in: texts)
    for (before, after) in zip(order, order.dropFirst()) {
      #expect(!Self.precedes(names[after], names[before]), "seed \(seed)")
    }
    #expect(!NaturalOrder.isSorted(texts))
    #expect(NaturalOrder.isSorted(TextDictionary(order.map { names[$0] })))
  }

  /// A name in words and numbers; a number with its digits.
  private static func parts(_ name: String) -> [(word: String, number: UInt64?)] {
    var parts: [(word: String, isNumber: Bool)] = []
    for character in name.lowercased() {
      let isDigit = character >= "0" && character <= "9"
      if parts.last?.isNumber == isDigit {
        parts[parts.count - 1].word.append(character)
      } else {
        parts.append((String(character), isDigit))
      }
    }
    return parts.map { ($0.word, $0.isNumber ? UInt64($0.word) ?? .max : nil) }
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    let (first, second) = (parts(a), parts(b))
    for (left, right) in zip(first, second) {
      switch (left.number, right.number) {
      case (let x?, let y?): if x != y { return x < y }
      case (nil, nil): if left.word != right.word { return left.word < right.word }
      case (_?, nil): return true
      case (nil, _?): return false
      }
    }
    return first.count != second.count ? first.count < second.count : a < b
  }
}
