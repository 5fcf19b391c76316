import Diagnostics
import Language
import Tables
import TestSupport
import Testing

@testable import Planning

/// Every slip of one key in every name and value of the bundled data: the one that was meant is
/// suggested first, and what has nothing in common with anything suggests nothing.
@Suite struct TypoTests {
  /// A name or a value, and what it is looked up among.
  private struct Word {
    var text: String
    var candidates: [String]
    /// Whether another text is also a name or value of this place.
    var exists: (String) -> Bool
  }

  /// How often the right suggestion came first, for each kind of slip.
  private struct Tally {
    var right: [Typo.Kind: Int] = [:]
    var all: [Typo.Kind: Int] = [:]
    /// Slips that make another name or value, so that no mistake can be seen.
    var others: Set<String> = []
    var wrong: [String] = []

    var share: Double {
      Double(right.values.reduce(0, +)) / Double(max(1, all.values.reduce(0, +)))
    }

    mutating func count(_ typo: Typo, of word: Word) {
      guard !word.exists(typo.text) else {
        others.insert("\(word.text) as \(typo.text)")
        return
      }
      all[typo.kind, default: 0] += 1
      let first = NearestName.nearest(to: typo.text, among: word.candidates).first
      if first == word.text {
        right[typo.kind, default: 0] += 1
      } else {
        wrong.append("\(typo.text) for \(word.text) gave \(first ?? "nothing")")
      }
    }

    func summary(_ name: String) -> String {
      let kinds = Typo.Kind.allCases.map { kind in
        let first = right[kind] ?? 0
        let typed = all[kind] ?? 0
        return "\(kind) \(first)/\(typed) (\(Self.percent(first, typed)))"
      }
      let first = right.values.reduce(0, +)
      let typed = all.values.reduce(0, +)
      return "\(name): right first \(first) of \(typed) (\(Self.percent(first, typed))); "
        + kinds.joined(separator: ", ")
        + "; other names made: \(others.count) (\(others.sorted().prefix(12).joined(separator: ", ")))"
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
      let tenths = part * 1000 / max(1, whole)
      return "\(tenths / 10).\(tenths % 10)%"
    }
  }

  @Test func `the right field comes first for a slip in any field`() throws {
    let catalogue = try bundledCatalogue.get()
    var tally = Tally()
    for table in catalogue.data.tables.indices {
      for word in Self.fields(of: table, in: catalogue) {
        for typo in Typo.all(of: word.text) { tally.count(typo, of: word) }
      }
    }
    print(tally.summary("fields"))
    #expect(tally.share >= 0.95, "\(tally.wrong.prefix(40).joined(separator: "\n"))")
  }

  @Test func `the right value comes first for a slip in any value`() throws {
    let catalogue = try bundledCatalogue.get()
    var tally = Tally()
    var seen: Set<[String]> = []
    for (table, field) in Self.categories(of: catalogue) {
      // Fields with the same values give the same answers.
      let words = Self.values(of: field, in: table, catalogue)
      guard seen.insert(words.first?.candidates ?? []).inserted else { continue }
      for word in words {
        for typo in Typo.all(of: word.text) { tally.count(typo, of: word) }
      }
    }
    print(tally.summary("values"))
    #expect(tally.share >= 0.95, "\(tally.wrong.prefix(40).joined(separator: "\n"))")
  }

  @Test func `the binder suggests the very same`() throws {
    let catalogue = try bundledCatalogue.get()
    let seed: UInt64 = 20_091
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let table = Int.random(in: catalogue.data.tables.indices, using: &random)
      let entity = catalogue.data.tables[table].schema.name
      let word = try #require(Self.fields(of: table, in: catalogue).randomElement(using: &random))
      let typo = try #require(Typo.all(of: word.text).randomElement(using: &random))
      guard !word.exists(typo.text), !typo.text.isEmpty else { continue }
      let query = "count \(entity) where \(Wording.name(typo.text)) is recorded"
      let suggested = NearestName.nearest(to: typo.text, among: word.candidates).first
      let edits = try Self.edits(of: query, in: catalogue)
      #expect(edits == (suggested.map { [Wording.name($0)] } ?? []), "\(query), seed \(seed)")
    }
    for _ in 0..<200 {
      let (table, field) = try #require(
        Self.categories(of: catalogue).randomElement(using: &random))
      let values = Self.values(of: field, in: table, catalogue)
      guard let word = values.randomElement(using: &random),
        let typo = Typo.all(of: word.text).randomElement(using: &random),
        !word.exists(typo.text)
      else { continue }
      let entity = catalogue.data.tables[table].schema.name
      let sign = field.schema.type == .list ? "has" : "="
      let name = Wording.name(field.name)
      let query = "count \(entity) where \(name) \(sign) \(Wording.quoted(typo.text))"
      let suggested = NearestName.nearest(to: typo.text, among: word.candidates).first
      let edits = try Self.edits(of: query, in: catalogue)
      #expect(edits == (suggested.map { [Wording.quoted($0)] } ?? []), "\(query), seed \(seed)")
    }
  }

  @Test(arguments: ["xyzzy", "qwertz", "zzz", "bbbb", "1234567", "kjhgf", "vvvvvvvv"])
  func `a word with nothing in common suggests nothing`(word: String) throws {
    let catalogue = try bundledCatalogue.get()
    for table in catalogue.data.tables.indices {
      let names = catalogue.fields(ofTable: table).map(\.name)
      #expect(NearestName.nearest(to: word, among: names) == [])
    }
    for (table, field) in Self.categories(of: catalogue) {
      let candidates = Self.values(of: field, in: table, catalogue).first?.candidates ?? []
      #expect(NearestName.nearest(to: word, among: candidates) == [], "\(field.name)")
    }
  }

  private static func edits(of query: String, in catalogue: Catalogue) throws -> [String] {
    let parsed = try #require(Parser.parse(SourceText(query)).first)
    let statement = try #require(parsed.statement, "\(query)")
    // One mistake may be told twice of the same words; it is shown once.
    let edits = Set(Binder.bind(statement, in: catalogue).diagnostics.flatMap(\.edits))
    return edits.map(\.replacement)
  }

  private static func fields(of table: Int, in catalogue: Catalogue) -> [Word] {
    let names = catalogue.fields(ofTable: table).map(\.name)
    return names.map { name in
      Word(text: name, candidates: names) {
        catalogue.field(named: $0, inTable: table) != nil
          || catalogue.toManyRelation(named: $0, fromTable: table) != nil
          || isReachable($0, from: table, in: catalogue)
      }
    }
  }

  /// Whether a row that a row belongs to has the field: its path is suggested then.
  private static func isReachable(_ name: String, from table: Int, in catalogue: Catalogue) -> Bool
  {
    catalogue.data.relations.contains { relation in
      relation.childTable == table
        && (catalogue.field(named: name, inTable: relation.parentTable) != nil
          || isReachable(name, from: relation.parentTable, in: catalogue))
    }
  }

  private static func categories(of catalogue: Catalogue) -> [(table: Int, field: FieldInfo)] {
    catalogue.data.tables.indices.flatMap { table in
      catalogue.fields(ofTable: table).filter {
        ($0.schema.type == .category || $0.schema.type == .list) && !$0.schema.isPersonal
      }.map { (table, $0) }
    }
  }

  private static func values(of field: FieldInfo, in table: Int, _ catalogue: Catalogue) -> [Word] {
    let labels = field.dictionary.indices.map { field.label(ofCode: $0) }
    return labels.map { label in
      Word(text: label, candidates: labels) { ValueMatch.code(of: $0, in: field) != nil }
    }
  }
}

/// A word with one key pressed wrongly.
struct Typo: Hashable {
  enum Kind: CaseIterable { case deletion, transposition, substitution, insertion }

  var kind: Kind
  var text: String

  /// The keys around each key, which a finger hits instead or as well.
  private static let neighbours: [Character: [Character]] = {
    let rows = [Array("1234567890-"), Array("qwertyuiop"), Array("asdfghjkl"), Array("zxcvbnm")]
    var result: [Character: [Character]] = [:]
    for (number, row) in rows.enumerated() {
      for (column, key) in row.enumerated() {
        let around =
          [(number, column - 1), (number, column + 1)]
          + [(number - 1, column), (number - 1, column + 1), (number + 1, column - 1)]
          + [(number + 1, column)]
        result[key] = around.filter { rows.indices.contains($0.0) }
          .filter { rows[$0.0].indices.contains($0.1) }.map { rows[$0.0][$0.1] }
      }
    }
    result["_"] = ["-", "0"]
    result[" "] = ["b", "n", "v"]
    return result
  }()

  /// Every slip: a letter left out, two exchanged, one for its neighbour on the keyboard, one typed
  /// twice or with its neighbour.
  static func all(of word: String) -> [Typo] {
    let letters = Array(word)
    var typos: Set<Typo> = []
    func add(_ kind: Kind, _ changed: [Character]) {
      if changed != letters, !changed.isEmpty {
        typos.insert(Typo(kind: kind, text: String(changed)))
      }
    }
    for index in letters.indices {
      var changed = letters
      changed.remove(at: index)
      add(.deletion, changed)
      if index + 1 < letters.count {
        changed = letters
        changed.swapAt(index, index + 1)
        add(.transposition, changed)
      }
      let near = neighbours[Character(letters[index].lowercased())] ?? []
      for key in near {
        changed = letters
        changed[index] = key
        add(.substitution, changed)
      }
      for key in near + [letters[index]] {
        changed = letters
        changed.insert(key, at: index)
        add(.insertion, changed)
        changed = letters
        changed.insert(key, at: index + 1)
        add(.insertion, changed)
      }
    }
    return typos.sorted { ($0.text, "\($0.kind)") < ($1.text, "\($1.kind)") }
  }
}
