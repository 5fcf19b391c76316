internal import Language
internal import LineEditing
internal import Planning
internal import Tables

/// The values of a field that fit what has been typed, each with its code and count.
///
/// Looks at bytes, and makes strings only of those that are offered: a column may have a hundred
/// thousand values. The rows themselves are counted once.
struct ValueCandidates {
  /// More than anyone reads in a menu.
  static let most = 500
  /// A column with more values than this identifies rows, and its values would be searched too long.
  private static let mostDistinct = 1_000_000
  /// Longer values, in bytes and on average, are sentences.
  private static let longest = 80

  private let field: FieldInfo
  private let dictionary: TextDictionary
  private let counts: [UInt32]

  /// Fails for a field whose values are personal, sentences, or no texts at all.
  init?(_ field: FieldInfo, in catalogue: Catalogue) {
    guard !field.schema.isPersonal else { return nil }
    let dictionary = field.dictionary
    guard !dictionary.isEmpty, dictionary.count <= Self.mostDistinct,
      dictionary.bytes.count / dictionary.count <= Self.longest
    else { return nil }
    self.field = field
    self.dictionary = dictionary
    if case .stored(let column) = field.reference.key {
      counts = catalogue.data.tables[field.reference.table].valueCounts(column: column)
    } else {
      counts = []
    }
  }

  /// The values that begin with what was typed, or else those with a word that does.
  ///
  /// In the codebook's order where there is one, or else the most frequent first.
  ///
  /// - Complexity: O(bytes of all values).
  func candidates(typed: String) -> [Candidate] {
    let typed = FoldedPrefix(typed)
    var beginning: [Int] = []
    var within: [Int] = []
    dictionary.forEach { code, text in
      let place =
        code < field.schema.categories.count
        ? typed.place(in: field.schema.categories[code].label) : typed.place(in: text)
      switch place {
      case .start: beginning.append(code)
      case .word: within.append(code)
      case nil: break
      }
      return true
    }
    return mostFrequent(beginning.isEmpty ? within : beginning).map { code in
      Candidate(QueryText.quoted(field.label(ofCode: code)), note: note(code))
    }
  }

  private func mostFrequent(_ codes: [Int]) -> [Int] {
    guard field.schema.categories.isEmpty, !counts.isEmpty else {
      return Array(codes.prefix(Self.most))
    }
    // Sorted in parts, each of which keeps the best so far: a column's values need not be sorted whole.
    var best: [Int] = []
    var least: UInt32 = 0
    for code in codes where best.count < Self.most || counts[code] > least {
      best.append(code)
      guard best.count == 4 * Self.most else { continue }
      best = sorted(best)
      least = best.last.map { counts[$0] } ?? 0
    }
    return sorted(best)
  }

  private func sorted(_ codes: [Int]) -> [Int] {
    let ordered = codes.sorted {
      counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1]
    }
    return Array(ordered.prefix(Self.most))
  }

  /// The code, where the label differs from it, and how many rows hold it.
  private func note(_ code: Int) -> String {
    let value = dictionary[code]
    let own = value == field.label(ofCode: code) ? "" : value
    let count = counts.isEmpty ? "" : String(counts[code])
    return [own, count].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

/// What has been typed of a value, compared without regard to case.
struct FoldedPrefix {
  /// Where a value has it.
  enum Place {
    case start, word
  }

  private let text: String
  private let bytes: [UInt8]
  private let isASCII: Bool

  init(_ typed: String) {
    text = typed.lowercased()
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Where a text has it.
  func place(in label: String) -> Place? {
    guard isASCII else { return placeInString(label) }
    var label = label
    return label.withUTF8 { place(in: $0) }
  }

  /// Where the text of some UTF-8 has it.
  func place(in label: UnsafeBufferPointer<UInt8>) -> Place? {
    guard isASCII else {
      // Only such a text can match, and it must be folded as a whole.
      return label.contains { $0 >= 0x80 }
        ? placeInString(String(decoding: label, as: UTF8.self)) : nil
    }
    if begins(label, at: 0) { return .start }
    var index = 1
    while index + bytes.count <= label.count {
      if Self.separates(label[index - 1]), begins(label, at: index) { return .word }
      index += 1
    }
    return nil
  }

  private func begins(_ label: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + bytes.count <= label.count else { return false }
    for index in bytes.indices {
      let byte = label[start + index]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard bytes[index] == (isCapital ? byte | 0x20 : byte) else { return false }
    }
    return true
  }

  private func placeInString(_ label: String) -> Place? {
    let label = label.lowercased()
    if label.hasPrefix(text) { return .start }
    let words = label.split { $0.isASCII && $0.utf8.allSatisfy(Self.separates) }
    return words.contains { $0.hasPrefix(text) } ? .word : nil
  }

  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "("), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
