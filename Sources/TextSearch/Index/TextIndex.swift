public import Bitmaps
public import Threading

/// Which words some texts hold, so that a search looks at few texts or none.
///
/// An inverted index: the distinct words, folded as a ``WordPattern`` folds them, and the texts of
/// each. Where a word stands in a text is not kept: it would double the memory, and for the few
/// patterns that ask for it the texts that hold all the words are looked at.
public struct TextIndex: Sendable {
  /// The number of texts.
  public let textCount: Int
  private let vocabulary: Vocabulary
  private let postings: Postings

  /// Reads all texts once.
  ///
  /// - Parameters:
  ///   - source: The texts.
  ///   - threads: How many threads may work; the index is the same for any number.
  ///   - isCancelled: Called often, on any thread, to ask whether the index is still wanted.
  /// - Returns: `nil` once it is not.
  /// - Complexity: O(bytes of all texts + distinct words × log distinct words).
  public init?(
    _ source: TextSource, threads: Int = Threads.available,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let ranges = source.pieces
    let pieces = Threads.map(ranges.count, threads: threads) { piece in
      IndexedPiece(ranges[piece], of: source, isCancelled: isCancelled)
    }
    if isCancelled() { return nil }
    let joined = JoinedWords(pieces)
    textCount = source.count
    vocabulary = Vocabulary(joined.words, order: joined.order)
    var postings = Postings(textCount: source.count)
    for word in joined.order {
      if isCancelled() { return nil }
      postings.append(joined.places(of: word).map { pieces[Int($0.piece)].run(of: Int($0.word)) })
    }
    self.postings = postings
  }

  /// The number of distinct words.
  public var wordCount: Int { vocabulary.count }

  /// The memory that the index takes, in bytes.
  public var byteCount: Int { vocabulary.byteCount + postings.byteCount }

  /// The texts that match a pattern.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - source: The texts that were indexed.
  ///   - threads: How many threads may look at texts.
  ///   - isCancelled: Called often, on any thread, to ask whether the answer is still wanted.
  /// - Returns: `nil` once it is not.
  /// - Complexity: O(distinct words + texts of the words that fit); and the texts that hold the words
  ///   of a pattern that is about more than one word are looked at.
  public func texts(
    matching pattern: some TextPattern, in source: TextSource, threads: Int = Threads.available,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Bitmap? {
    let requirement = pattern.requirement
    let candidates = texts(requirement.words)
    if requirement.isSufficient, let candidates { return candidates }
    return source.texts(
      of: candidates ?? Bitmap(allOf: textCount), matching: pattern, threads: threads,
      isCancelled: isCancelled)
  }

  /// The texts whose words fulfil a condition; `nil` when all may do so.
  private func texts(_ condition: TextRequirement.Words) -> Bitmap? {
    switch condition {
    case .anything: return nil
    case .word(let part): return postings.texts(withAnyOf: vocabulary.words(fitting: part))
    case .piece(let piece): return postings.texts(withAnyOf: vocabulary.words(with: piece))
    case .all(let conditions):
      return conditions.lazy.compactMap { texts($0) }.reduce(nil) { (known: Bitmap?, next) in
        known.map { $0.intersection(next) } ?? next
      }
    case .any(let conditions):
      var found = Bitmap(capacity: textCount)
      for condition in conditions {
        guard let texts = texts(condition) else { return nil }
        found.formUnion(texts)
      }
      return found
    }
  }
}

extension TextSource {
  /// Those texts of a set that match a pattern; each is looked at.
  ///
  /// - Returns: `nil` once the answer is not wanted any more.
  func texts(
    of set: Bitmap, matching pattern: some TextPattern, threads: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> Bitmap? {
    let texts = set.firstRows(count)
    let number = max(1, texts.count / Self.textsBetweenChecks)
    let found = Threads.map(number, threads: threads) { piece in
      if isCancelled() { return [Int]() }
      let range = texts.count * piece / number..<texts.count * (piece + 1) / number
      return texts[range].filter { text in
        var isMatch = false
        withText(text) { isMatch = pattern.matches($0) }
        return isMatch
      }
    }
    return isCancelled() ? nil : Bitmap(capacity: count, rows: found.joined())
  }
}
