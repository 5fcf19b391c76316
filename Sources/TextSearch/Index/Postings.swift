internal import Bitmaps

/// The texts that hold each word of a vocabulary, in the form that takes the least memory.
///
/// Of a word in more than an eighth of the texts, as a rule, a bit for each text. Of another the gaps
/// between its texts, each in as few bytes as it needs: seven bits a byte, the low ones first, and
/// the high bit on every byte but the last.
struct Postings: Sendable {
  private let textCount: Int
  /// The gaps of all words, one word after another.
  private var gaps: [UInt8] = []
  /// Where in `gaps` those of each word begin, and an end.
  private var offsets: [Int] = [0]
  /// The words of which a bit for each text is held.
  private var bits: [Int: [UInt64]] = [:]

  init(textCount: Int) { self.textCount = textCount }

  private var wordCount: Int { offsets.count - 1 }

  /// The memory that the postings take, in bytes.
  var byteCount: Int {
    let bitmapLength = (textCount + 63) / 64 * MemoryLayout<UInt64>.stride
    return gaps.count + offsets.count * MemoryLayout<Int>.stride + bits.count * bitmapLength
  }

  /// Adds the next word: its texts, piece after piece.
  mutating func append(_ runs: [PostingRun]) {
    if runs.reduce(0, { $0 + $1.gaps.count }) > textCount / 8 {
      var words = [UInt64](repeating: 0, count: (textCount + 63) / 64)
      for run in runs { Self.insert(run.gaps, after: run.start - 1, into: &words) }
      bits[wordCount] = words
    } else {
      appendGaps(runs)
    }
    offsets.append(gaps.count)
  }

  /// Joins the runs, which changes only the first gap of each.
  private mutating func appendGaps(_ runs: [PostingRun]) {
    var previous = -1
    for run in runs {
      var rest = run.gaps
      let first = run.start + Self.popGap(&rest)
      Self.append(gap: first - previous - 1, to: &gaps)
      gaps.append(contentsOf: rest)
      previous = run.last
    }
  }

  /// The texts that hold at least one of the words.
  ///
  /// - Complexity: O(texts / 64) for each word that most texts hold, O(its texts) for any other.
  func texts(withAnyOf words: [Int]) -> Bitmap {
    var found = [UInt64](repeating: 0, count: (textCount + 63) / 64)
    for word in words {
      if let bits = bits[word] {
        for index in found.indices { found[index] |= bits[index] }
      } else {
        Self.insert(gaps[offsets[word]..<offsets[word + 1]], after: -1, into: &found)
      }
    }
    return Bitmap(capacity: textCount, words: found)
  }
}

/// The texts of one piece that hold a word.
struct PostingRun {
  /// The first text of the piece.
  let start: Int
  /// The gaps between the texts, the first one from the beginning of the piece.
  let gaps: ArraySlice<UInt8>
  /// The last text.
  let last: Int
}

// MARK: Gaps

extension Postings {
  /// Writes how many texts without the word lie between two with it.
  @inline(__always)
  static func append(gap: Int, to bytes: inout [UInt8]) {
    var rest = gap
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func popGap(_ bytes: inout ArraySlice<UInt8>) -> Int {
    var gap = 0
    var shift = 0
    while let byte = bytes.popFirst() {
      gap |= Int(byte & 0x7F) &<< shift
      if byte < 0x80 { break }
      shift += 7
    }
    return gap
  }

  /// Sets the bit of each text.
  private static func insert(
    _ gaps: ArraySlice<UInt8>, after previous: Int, into words: inout [UInt64]
  ) {
    gaps.withUnsafeBufferPointer { gaps in
      words.withUnsafeMutableBufferPointer { words in
        var text = previous
        var gap = 0
        var shift = 0
        for byte in gaps {
          gap |= Int(byte & 0x7F) &<< shift
          if byte >= 0x80 {
            shift &+= 7
            continue
          }
          text &+= gap &+ 1
          words[text &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: text & 63)
          gap = 0
          shift = 0
        }
      }
    }
  }
}
