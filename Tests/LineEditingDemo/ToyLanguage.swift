import LineEditing
import TextLayout

/// A language just large enough to try every hook: words, quoted values, brackets that must close.
@MainActor struct ToyLanguage {
  let words: KeyValuePairs = [
    "count": "how many", "children": "194 rows", "status": "what the council knew",
    "stays": "where the child lived", "where": "begins a condition", "wide": "日本語",
  ]
  let values = ["\"CP plan\"", "\"CP register\"", "\"Łódź\""]

  func isComplete(_ text: String) -> Bool {
    // A plain loop over bytes: asked again with each line, of a statement that may be long.
    var open = 0
    for byte in Array(text.utf8) {
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") { open -= 1 }
    }
    return open <= 0 && !text.hasSuffix(",")
  }

  func complete(_ text: String, _ cursor: Int) -> Completion {
    let bytes = Array(text.utf8.prefix(cursor))
    let before = String(decoding: bytes, as: UTF8.self)
    let separators: [Character] = before.contains("\"") ? ["="] : [" ", "\n", "="]
    let part = before.reversed().prefix { !separators.contains($0) }.reversed()
    let word = String(part.drop { $0 == " " })
    let start = bytes.count - word.utf8.count
    let candidates: [Candidate] =
      if before.hasPrefix("many ") {
        (0..<237).map { Candidate("value_\($0)") }
      } else if before.contains("=") {
        values.map { Candidate($0, note: "value") }
      } else {
        words.map { Candidate($0.key, note: $0.value) }
      }
    return Completion(
      replaceFrom: start,
      candidates: candidates.filter { $0.text.lowercased().hasPrefix(word.lowercased()) })
  }

  func suggest(_ text: String) -> String? {
    "run who-died".hasPrefix(text) && text.count > 4 ? "run who-died" : nil
  }

  func highlight(_ text: String) -> [(Range<Int>, Style)] {
    var result: [(Range<Int>, Style)] = []
    var offset = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let range = offset..<(offset + word.utf8.count)
      offset = range.upperBound + 1
      if word == "count" || word == "where" { result.append((range, .keyword)) }
      if word == "dide" { result.append((range, .mark)) }
      if word.hasPrefix("\"") { result.append((range, .value)) }
    }
    return result
  }
}
