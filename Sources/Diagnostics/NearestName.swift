/// Finds the names that a mistyped word most likely meant.
public enum NearestName {
  /// The candidates near a word, nearest first.
  ///
  /// A candidate is near when its edit distance is at most a third of the longer word (a swap of
  /// neighbours counts as one edit), or when one begins with the other, or when the word is one of
  /// its words, or when both begin with most of the word, as "childs" and
  /// "children" do. Scaling by length keeps three-letter words from matching everything.
  ///
  /// - Parameters:
  ///   - word: What was typed; case is ignored.
  ///   - candidates: What exists.
  ///   - limit: The most names to return.
  /// - Complexity: O(candidates × length²).
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let typed = Array(word.lowercased().unicodeScalars)
    guard !typed.isEmpty, typed.count <= 200 else { return [] }
    var scored: [(name: String, score: Double, order: Int)] = []
    for (order, candidate) in candidates.enumerated() {
      let name = Array(candidate.lowercased().unicodeScalars)
      guard !name.isEmpty, name.count <= 200, let score = score(typed, name) else { continue }
      scored.append((candidate, score, order))
    }
    scored.sort { ($0.score, $0.order) < ($1.score, $1.order) }
    var seen: Set<String> = []
    return scored.map(\.name).filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  /// How far a candidate is from what was typed; `nil` when it is not near at all.
  private static func score(_ typed: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Double? {
    if typed == name { return 0 }
    let longer = max(typed.count, name.count)
    let distance = editDistance(typed, name)
    // Two words of up to three letters must agree in all but one.
    if distance * 3 <= longer || (longer <= 4 && distance <= 1 && longer > 1) {
      return Double(distance) / Double(longer)
    }
    if typed.count >= 2, name.starts(with: typed) { return 0.4 }
    if name.count >= 3, typed.starts(with: name) { return 0.45 }
    if typed.count >= 3, words(of: name).contains(where: { $0.starts(with: typed) }) { return 0.5 }
    let shared = zip(typed, name).prefix { $0 == $1 }.count
    if shared >= 4, shared * 4 >= typed.count * 3 { return 0.55 }
    return nil
  }

  private static func words(of name: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    name.split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "." }
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
