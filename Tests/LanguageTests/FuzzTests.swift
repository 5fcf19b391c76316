import Diagnostics
import Language
import Testing

/// Broken texts of every kind: nothing traps, nothing hangs, every span lies in its text.
@Suite struct FuzzTests {
  @Test func `mutated statements are survived`() {
    let seed: UInt64 = 77
    var mutations = Mutations(seed: seed)
    for number in 0..<8000 {
      let text = mutations.text()
      examine(text, "seed \(seed), text \(number)")
    }
  }

  @Test func `deep nesting is answered`() {
    for piece in ["(", "not ", "- ", "explain ", "any child (", "!", "(count children where "] {
      let text = "count children where " + String(repeating: piece, count: 5000) + "died"
      examine(text, piece)
      examine(String(repeating: piece, count: 3000), piece)
    }
  }

  @Test func `long chains are answered`() throws {
    for word in [" and ", " or ", " + "] {
      let text =
        "count children where " + Array(repeating: "x", count: 3000).joined(separator: word)
      examine(text, word)
    }
  }

  private func examine(_ text: String, _ label: String) {
    let source = SourceText(text)
    let length = source.bytes.count
    var last = 0
    for parsed in Parser.parse(source) {
      #expect(parsed.span.start >= last && parsed.span.end <= length, "\(label): \(text)")
      last = parsed.span.start
      for diagnostic in parsed.diagnostics {
        #expect(diagnostic.span.end <= length, "\(label): \(text)")
        for edit in diagnostic.edits { #expect(edit.span.end <= length, "\(label): \(text)") }
      }
      #expect(parsed.statement != nil || !parsed.diagnostics.isEmpty, "\(label): \(text)")
      let edits = parsed.diagnostics.flatMap(\.edits)
      if let corrected = Diagnostic.corrected(source, edits: edits) {
        _ = Parser.parse(SourceText(corrected))
      }
      if let statement = parsed.statement { _ = Formatter.format(statement) }
    }
    _ = Completeness.of(text)
    var end = 0
    for (span, _) in Highlighting.spans(of: text) {
      #expect(span.start >= end && span.end <= length, "\(label): \(text)")
      end = span.end
    }
    if length < 300 {
      for cursor in stride(from: 0, through: length, by: 7) {
        let context = CompletionContext.at(cursor: cursor, in: text)
        #expect(context.replaced.end <= length, "\(label): \(text)")
      }
    }
  }
}

/// Texts made from the corpus by damage.
private struct Mutations {
  private var random: SystemlessRandom

  init(seed: UInt64) { random = SystemlessRandom(state: seed) }

  private static let insertions = [
    "\"", "'", "“", "(", ")", "`", "\u{0}", "\n", "\n  ", ";", "#", "$", "%", ".", ",", "é", "👩‍👧",
    "\u{202E}", "\u{A0}", "==", "&&", " and ", " or ", " not ", " is ", " in ", "07/06/2009",
    "2009-13", "9999999999999999999", "1e5", "\t", " where ", " by ", "like '%x%'", "null",
  ]

  mutating func text() -> String {
    var bytes = Array(random.element(Corpus.statements).utf8)
    if random.below(4) == 0 { bytes += [10] + Array(random.element(Corpus.statements).utf8) }
    for _ in 0...random.below(4) {
      let place = random.below(bytes.count + 1)
      switch random.below(5) {
      case 0: bytes.insert(contentsOf: random.element(Self.insertions).utf8, at: place)
      case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(6)))
      case 3: bytes.removeSubrange(place...)
      default:
        let end = min(bytes.count, place + random.below(12))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count + 1))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// SplitMix64 again, so that the same texts are made everywhere.
private struct SystemlessRandom {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, limit)))
  }

  mutating func element<T>(_ values: [T]) -> T { values[below(values.count)] }
}
