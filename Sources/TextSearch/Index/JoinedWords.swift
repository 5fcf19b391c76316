/// The words of all pieces of an index, and in which pieces each is.
struct JoinedWords {
  /// The words, each once.
  private(set) var words = WordTable()
  /// The words in the order of their bytes.
  private(set) var order: [Int] = []
  private var places: [Place] = []
  /// Where in `places` those of each word begin, and an end.
  private var offsets: [Int] = [0]

  /// A word's number in a piece.
  struct Place {
    let piece: UInt32
    let word: UInt32
  }

  /// - Complexity: O(words of all pieces + distinct words × log distinct words).
  init(_ pieces: [IndexedPiece]) {
    let numbers = pieces.map { piece in
      (0..<piece.words.count).map { number in
        piece.words.withWord(number) { words.number(of: $0, hash: WordHash.value(of: $0)) }
      }
    }
    order = sorted()
    var counts = [Int](repeating: 0, count: words.count)
    for number in numbers.joined() { counts[number] += 1 }
    for count in counts { offsets.append(offsets[offsets.count - 1] + count) }
    var next = offsets
    places = Array(repeating: Place(piece: 0, word: 0), count: offsets[words.count])
    for (piece, numbers) in numbers.enumerated() {
      for (word, number) in numbers.enumerated() {
        places[next[number]] = Place(
          piece: UInt32(truncatingIfNeeded: piece), word: UInt32(truncatingIfNeeded: word))
        next[number] += 1
      }
    }
  }

  /// The pieces that hold a word, in their order.
  func places(of word: Int) -> ArraySlice<Place> { places[offsets[word]..<offsets[word + 1]] }

  private func sorted() -> [Int] {
    (0..<words.count).sorted { a, b in
      words.withWord(a) { a in words.withWord(b) { b in a.lexicographicallyPrecedes(b) } }
    }
  }
}
