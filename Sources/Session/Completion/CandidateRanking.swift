internal import Diagnostics
internal import Language
internal import LineEditing

/// Which candidates fit what has been typed, the best first.
enum CandidateRanking {
  /// The candidates that begin with what was typed, or have a word that does, without regard to
  /// case; each once, in the order they came within a rank.
  static func ranked(_ candidates: [Candidate], typed: String) -> [Candidate] {
    let typed = typed.lowercased()
    var seen: Set<String> = []
    var ranks: [[Candidate]] = [[], []]
    for candidate in candidates where seen.insert(candidate.text).inserted {
      let bare = bare(candidate.text).lowercased()
      if typed.isEmpty || bare.hasPrefix(typed) {
        ranks[0].append(candidate)
      } else if bare.split(whereSeparator: { " _-.".contains($0) }).contains(where: {
        $0.hasPrefix(typed)
      }) {
        ranks[1].append(candidate)
      }
    }
    return ranks[0].isEmpty ? ranks[1] : ranks[0]
  }

  /// A candidate without its quotes or backticks.
  private static func bare(_ text: String) -> String {
    guard let first = text.first, first == "\"" || first == "`" else { return text }
    return String(text.dropFirst())
  }
}

/// Names and values as a query writes them.
enum QueryText {
  static func name(_ name: String) -> String {
    Formatter.format(
      Expression(.path(Path([Name(name, at: .init(0, 0))])), at: .init(0, 0)))
  }

  static func quoted(_ text: String) -> String {
    Formatter.format(Expression(.literal(.text(text)), at: .init(0, 0)))
  }
}
