internal import Tables

/// Values that look like one value written in several ways: `Voluntary ` and `Voluntary`, `CP plan`
/// and `CP Plan`, `Womens` and `Women's`.
struct NearDuplicates {
  /// Values of which each pair differs in nothing that a reader would notice.
  struct Group {
    /// Their codes, in order of appearance.
    var codes: [Int]
    /// In what they differ.
    var difference: Difference
  }

  /// In what near duplicates differ, the least noticed first.
  enum Difference: String {
    case blanks = "blanks"
    case letterCase = "case"
    case blanksAndCase = "blanks or case"
    case signs = "apostrophes, dashes, blanks or case"
  }

  /// More different values than this are names or texts, and no list to choose from.
  private static let mostValues = 2000
  /// A longer value is prose.
  private static let longestValue = 200

  /// The groups among the values of a dictionary.
  ///
  /// - Parameter isValue: Whether a code is a value of the column.
  /// - Complexity: O(bytes of the values); nothing where there are very many.
  static func groups(in values: TextDictionary, where isValue: (Int) -> Bool) -> [Group] {
    guard values.count <= mostValues, values.count > 1 else { return [] }
    var firstOfKey: [String: Int] = [:]
    var othersOfFirst: [Int: [Int]] = [:]
    for code in values.indices
    where (1...longestValue).contains(values.length(at: code)) && isValue(code) {
      let key = values.withUTF8(at: code) { Self.key(ofASCII: $0) } ?? Self.key(of: values[code])
      guard !key.isEmpty else { continue }
      if let first = firstOfKey[key] {
        othersOfFirst[first, default: []].append(code)
      } else {
        firstOfKey[key] = code
      }
    }
    return othersOfFirst.keys.sorted().map { first in
      let codes = [first] + (othersOfFirst[first] ?? [])
      return Group(codes: codes, difference: difference(codes.map { values[$0] }))
    }
  }

  /// What near duplicates have in common: the text in small letters, without signs that are easily
  /// left out and with one blank for each run of them.
  static func key(of text: String) -> String { withoutSigns(joined(text.lowercased())) }

  /// The same of a text of ASCII characters, as most are, which takes a tenth of the time; `nil` of
  /// another.
  static func key(ofASCII text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    let plain = text.filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "`") }
    func isLetter(_ index: Int) -> Bool {
      plain.indices.contains(index) && (0x61...0x7a).contains(plain[index] | 0x20)
    }
    return String(unsafeUninitializedCapacity: plain.count) { out in
      var count = 0
      var isAfterBlank = false
      for (index, byte) in plain.enumerated() {
        let isDash = byte == UInt8(ascii: "-") && isLetter(index - 1) && isLetter(index + 1)
        if byte == 0x20 || (0x09...0x0d).contains(byte) || isDash {
          isAfterBlank = count > 0
          continue
        }
        if isAfterBlank {
          out[count] = 0x20
          count += 1
          isAfterBlank = false
        }
        out[count] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static func difference(_ texts: [String]) -> Difference {
    let joined = texts.map(joined)
    if Set(joined).count == 1 { return .blanks }
    if Set(texts.map { $0.lowercased() }).count == 1 { return .letterCase }
    return Set(joined.map { $0.lowercased() }).count == 1 ? .blanksAndCase : .signs
  }

  /// The text with one blank for each run of blanks, and none at its ends.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text without apostrophes, and with a blank for each dash between two letters.
  ///
  /// Other signs mean something: `-1` is not `1`, and `0-5` is not `05`.
  private static func withoutSigns(_ text: String) -> String {
    let plain = text.filter { !"'’‘`´".contains($0) }
    let characters = Array(plain)
    var out = ""
    for (index, character) in characters.enumerated() {
      let isBetweenLetters =
        index > 0 && index + 1 < characters.count && characters[index - 1].isLetter
        && characters[index + 1].isLetter
      out.append(isBetweenLetters && "-‐‑–—".contains(character) ? " " : character)
    }
    return joined(out)
  }
}

extension ColumnReading {
  /// Names values that may be one, with the rows of each.
  mutating func reportNearDuplicates(_ values: Column.Values) {
    guard reading.checksValues, !reading.schema.isPersonal else { return }
    let dictionary: TextDictionary
    let codes: Codes
    switch values {
    case .coded(let coded): (dictionary, codes) = (coded.dictionary, coded.codes)
    case .lists(let lists): (dictionary, codes) = (lists.dictionary, Codes(lists.codes))
    case .integers, .numbers, .dates, .flags: return
    }
    let groups = NearDuplicates.groups(in: dictionary) { !isMarker($0, of: dictionary) }
    guard !groups.isEmpty else { return }
    let declared = reading.checksCategories ? reading.schema.categories.count : 0
    let rows = codes.tally(below: dictionary.count).map { Int($0) }
    for group in groups {
      let held = group.codes.filter { rows[$0] > 0 || $0 < declared }
      // What the codebook lists twice it means twice.
      guard held.count > 1, held.contains(where: { $0 >= declared && rows[$0] > 0 }) else {
        continue
      }
      issues.append(
        issue(held.sorted { rows[$0] > rows[$1] }, group.difference, rows, dictionary, values))
    }
  }

  /// Whether a value of the dictionary stands for something missing.
  private func isMarker(_ code: Int, of dictionary: TextDictionary) -> Bool {
    let text = dictionary[code]
    return reading.schema.missingMarkers.contains { $0.value == text }
  }

  /// The issue of values that may be one, most rows first; it stands where the rarest is first met.
  private func issue(
    _ codes: [Int], _ difference: NearDuplicates.Difference, _ rows: [Int],
    _ dictionary: TextDictionary, _ values: Column.Values
  ) -> LoadIssue {
    let names = codes.map { code in
      let text = dictionary[code]
      let name = text.count > 40 ? "\"\(text.prefix(40))...\"" : "\"\(text)\""
      return "\(name) (\(rows[code]) \(rows[code] == 1 ? "row" : "rows"))"
    }
    let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let rarest = codes.last { rows[$0] > 0 }
    let row = rarest.flatMap { firstRow(of: UInt32($0), in: values) }
    let place = row.map { table.place(ofRow: $0) }
    return LoadIssue(
      .nearDuplicateValue, file: place?.file ?? table.file, record: place?.record,
      line: place?.line,
      field: reading.schema.name,
      message: "\(list) differ only in \(difference.rawValue); each is kept as a value of its own")
  }

  private func firstRow(of code: UInt32, in values: Column.Values) -> Int? {
    switch values {
    case .coded(let coded): return coded.codes.firstIndex(of: code)
    case .lists(let lists):
      guard let position = lists.codes.firstIndex(of: code) else { return nil }
      // The row whose codes begin last at or before the position; empty rows begin there too.
      return lists.offsets.lastIndex { Int($0) <= position }
    case .integers, .numbers, .dates, .flags: return nil
    }
  }
}
