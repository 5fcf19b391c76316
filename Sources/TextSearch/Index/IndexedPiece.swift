/// The words of some texts that follow one another, and which of the texts hold each.
struct IndexedPiece: Sendable {
  /// The words, in order of appearance.
  private(set) var words = WordTable()
  private let start: Int
  private var gaps: [UInt8] = []
  /// Where in `gaps` those of each word begin, and an end.
  private var offsets: [Int] = []
  /// The last text that holds each word.
  private var lastTexts: [Int] = []

  /// Reads texts, unless `isCancelled` tells it to stop: then the piece is worth nothing.
  init(_ texts: Range<Int>, of source: TextSource, isCancelled: () -> Bool) {
    start = texts.lowerBound
    var pairs = WordPairs()
    var reader = TextWords()
    for text in texts {
      if text % TextSource.textsBetweenChecks == 0, isCancelled() { return }
      source.withText(text) { bytes in
        reader.forEach(in: bytes) { word in
          let number = words.number(of: word.folded, hash: word.hash)
          if number == lastTexts.count {
            lastTexts.append(text)
            pairs.addFirst(number)
          } else if lastTexts[number] != text {
            lastTexts[number] = text
            pairs.add(number)
          }
          return true
        }
      }
      pairs.endText()
    }
    encode(pairs)
  }

  /// The texts that hold a word.
  func run(of word: Int) -> PostingRun {
    PostingRun(
      start: start, gaps: gaps[offsets[word]..<offsets[word + 1]], last: lastTexts[word])
  }

  /// Sorts the pairs by word and writes the gaps between the texts of each.
  private mutating func encode(_ pairs: WordPairs) {
    let (texts, ends) = pairs.textsByWord
    gaps.reserveCapacity(texts.count)
    offsets.append(0)
    var position = 0
    for end in ends {
      var previous = -1
      while position < end {
        let text = Int(texts[position])
        Postings.append(gap: text - previous - 1, to: &gaps)
        previous = text
        position += 1
      }
      offsets.append(gaps.count)
    }
  }
}

/// Which words some texts hold, text after text.
private struct WordPairs {
  /// The distinct words of each text.
  private var words: [UInt32] = []
  /// Where in `words` those of each text end.
  private var textEnds: [Int] = []
  /// How many texts hold each word.
  private var counts: [Int] = []

  /// Adds a word that no text before had; such words come in order.
  @inline(never)
  mutating func addFirst(_ word: Int) {
    counts.append(0)
    add(word)
  }

  @inline(__always)
  mutating func add(_ word: Int) {
    words.append(UInt32(truncatingIfNeeded: word))
    counts[word] += 1
  }

  mutating func endText() { textEnds.append(words.count) }

  /// The texts that hold each word, from 0, one word after another, and where those of each end.
  var textsByWord: (texts: [UInt32], ends: [Int]) {
    var next: [Int] = []
    var total = 0
    for count in counts {
      next.append(total)
      total += count
    }
    var texts = [UInt32](repeating: 0, count: words.count)
    var position = 0
    for text in textEnds.indices {
      while position < textEnds[text] {
        let word = Int(words[position])
        texts[next[word]] = UInt32(truncatingIfNeeded: text)
        next[word] += 1
        position += 1
      }
    }
    return (texts, next)
  }
}
