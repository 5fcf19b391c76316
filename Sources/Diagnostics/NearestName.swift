/// Finds the names that a mistyped word most likely meant.
public enum NearestName {
  /// The candidates near a word, nearest first.
  ///
  /// A candidate is near when its edit distance is at most a third of the longer word (a swap of
  /// neighbours counts as one edit); or when one begins with the other; or when the word is one of
  /// its words, or a slip from it; or when the word is made of its initials, as `cin` is of "Child
  /// in need"; or when both begin with most of the word, as `childs` and `children` do. Scaling by
  /// length keeps three-letter words from matching everything.
  ///
  /// - Parameters:
  ///   - word: What was typed; case is ignored, and so are the kinds of sign between words.
  ///   - candidates: What exists.
  ///   - limit: The most names to return.
  /// - Complexity: O(candidates × length²).
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let typed = letters(of: word)
    guard !typed.isEmpty, typed.count <= longest else { return [] }
    var near: [(name: String, rank: Rank, order: Int)] = []
    for (order, candidate) in candidates.enumerated() {
      let name = letters(of: candidate)
      guard !name.isEmpty, name.count <= longest, let rank = rank(typed, name) else { continue }
      near.append((candidate, rank, order))
    }
    if typed.count == 1, near.isEmpty { return initial(typed[0], among: candidates, limit) }
    near.sort { $0.rank == $1.rank ? $0.order < $1.order : $0.rank < $1.rank }
    var seen: Set<String> = []
    return near.map(\.name).filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  /// The one name that begins with a letter, such as `m` for "male".
  private static func initial(
    _ letter: Unicode.Scalar, among candidates: some Sequence<String>, _ limit: Int
  ) -> [String] {
    let names = Set(candidates.filter { letters(of: $0).first == letter })
    return names.count == 1 ? Array(names.prefix(limit)) : []
  }

  /// No name is longer, and a longer text is no slip in one.
  private static let longest = 200

  /// How far a candidate is from what was typed.
  private struct Rank: Comparable {
    /// From 0 for the same word; the edits for each letter, or what another likeness is worth.
    var distance: Double
    /// Letters that both begin and end with: of two names as far away, the one with more is meant.
    var shared: Int
    /// How many letters one has more: a wrong key is likelier than one too many.
    var lengthening: Int

    static func < (a: Rank, b: Rank) -> Bool {
      (a.distance, a.lengthening, -a.shared) < (b.distance, b.lengthening, -b.shared)
    }
  }

  /// A word in small letters, whatever sign stands between its parts.
  private static func letters(of word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map { $0 == "_" || $0 == "-" || $0 == "." ? " " : $0 }
  }

  /// How far a candidate is from what was typed; `nil` when it is not near at all.
  private static func rank(_ typed: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Rank? {
    let start = zip(typed, name).prefix { $0 == $1 }.count
    let end = zip(typed.reversed(), name.reversed()).prefix { $0 == $1 }.count
    return distance(typed, name, start: start).map {
      Rank(distance: $0, shared: start + end, lengthening: abs(typed.count - name.count))
    }
  }

  /// - Parameter start: How many letters both begin with.
  private static func distance(
    _ typed: [Unicode.Scalar], _ name: [Unicode.Scalar], start: Int
  ) -> Double? {
    if typed == name { return 0 }
    if let edits = scaledEdits(typed, name) { return edits }
    if typed.count >= 2, start == typed.count { return 0.4 }
    if name.count >= 3, start == name.count { return 0.45 }
    let words = name.split(separator: " ")
    if typed.count >= 2, words.count >= 2, words.compactMap(\.first) == typed { return 0.42 }
    if typed.count >= 3, words.contains(where: { $0.starts(with: typed) }) { return 0.5 }
    if start >= 4, start * 4 >= typed.count * 3 { return 0.55 }
    if typed.count >= 4, words.count >= 2 {
      return words.filter { $0.count >= 4 }.compactMap { scaledEdits(typed, Array($0)) }.min()
        .map { 0.6 + $0 / 10 }
    }
    return nil
  }

  /// The edits for each letter of the longer word, when they are few enough for a slip.
  private static func scaledEdits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double? {
    let longer = max(a.count, b.count)
    // Two words of up to four letters must agree in all but one.
    let most = longer <= 1 ? 0 : max(1, longer / 3)
    // Each letter that one has more is an edit.
    guard abs(a.count - b.count) <= most else { return nil }
    let edits = editDistance(a, b)
    return edits <= most ? Double(edits) / Double(longer) : nil
  }

  /// Edits of one letter, or swaps of neighbours, that turn one word into the other
  /// (optimal string alignment).
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(substitution, last[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
