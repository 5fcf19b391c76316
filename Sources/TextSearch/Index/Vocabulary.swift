/// The distinct words of some texts in lower case, in the order of their bytes.
struct Vocabulary: Sendable {
  /// The words, one after another.
  private var bytes: [UInt8] = []
  /// `count + 1` offsets into the bytes.
  private var offsets: [Int] = [0]
  /// The words that are not of ASCII.
  private var notASCII: [Int] = []

  /// Takes the words of a table in another order.
  init(_ words: WordTable, order: [Int]) {
    for number in order {
      words.withWord(number) { word in
        if !Folding.isASCII(word) { notASCII.append(count) }
        bytes.append(contentsOf: word)
      }
      offsets.append(bytes.count)
    }
  }

  /// The number of words.
  var count: Int { offsets.count - 1 }

  /// The memory that the words take, in bytes.
  var byteCount: Int { bytes.count + (offsets.count + notASCII.count) * MemoryLayout<Int>.stride }

  /// The words that fit a part of a pattern, upwards.
  ///
  /// - Complexity: O(log words + words that fit + words that are not of ASCII); O(words) for a part
  ///   that is not of ASCII itself.
  func words(fitting part: WordPattern.Part) -> [Int] {
    guard part.isASCII else { return (0..<count).filter { part.matches(text($0)) } }
    let first = firstWord(notBefore: part.folded)
    let fitting = (first..<count).prefix { word in
      withWord(word) {
        part.isPrefix ? $0.starts(with: part.folded) : $0.elementsEqual(part.folded)
      }
    }
    // Signs on top of a letter can make it another one, so that a word begins otherwise than its
    // bytes do.
    let plain = fitting.filter { withWord($0, Folding.isASCII) }
    return (plain + notASCII.filter { part.matches(text($0)) }).sorted()
  }

  /// The words that have a piece, upwards.
  ///
  /// - Complexity: O(bytes of all words).
  func words(with piece: WordPiece) -> [Int] {
    (0..<count).filter { withWord($0, piece.isIn) }
  }

  private func firstWord(notBefore wanted: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if withWord(middle, { $0.lexicographicallyPrecedes(wanted) }) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func text(_ word: Int) -> String {
    withWord(word) { String(decoding: $0, as: UTF8.self) }
  }

  private func withWord<Result>(
    _ word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[offsets[word]..<offsets[word + 1]]))
    }
  }
}
