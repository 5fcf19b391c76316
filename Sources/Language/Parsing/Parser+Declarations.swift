internal import Diagnostics

extension Parser {
  /// Whether the word after `define` says what is declared, and is no name.
  func declares(_ word: String) -> Bool {
    token.word == word && peek().word != "as" && !peek().isSymbol(".") && !peek().isSymbol("=")
  }

  /// `missing "c", "x" in ENTITY.FIELD because "suppressed"`.
  mutating func parseMissingDefinition() -> Statement.Kind? {
    advance()
    var markers: [MissingDefinition.Marker] = []
    repeat {
      guard let marker = parseMarker() else { return nil }
      markers.append(marker)
    } while consume(symbol: ",")
    if reportOtherWord(["for", "of", "from", "on"], "a marker stands in a field", write: "in") {
      return nil
    }
    guard expect("in") else { return nil }
    expectHere(.entity)
    guard let path = parsePath(expecting: .anyField) else { return nil }
    var reason: String?
    if reportOtherWord(["as", "reason", "meaning"], "the reason follows because", write: "because")
    {
      return nil
    }
    if consume("because") {
      guard case .string(let text) = token.kind else {
        reportUnexpected("a reason in quotes, such as \"suppressed\",")
        return nil
      }
      advance()
      reason = text
    }
    return .defineMissing(MissingDefinition(markers: markers, path: path, reason: reason))
  }

  /// A value as the data write it: in quotes, or a number, a date or a word.
  private mutating func parseMarker() -> MissingDefinition.Marker? {
    let start = token.span.start
    switch token.kind {
    case .string(let text):
      return MissingDefinition.Marker(text, at: advance().span)
    case .symbol("-"):
      if case .number = peek().kind, peek().span.start == token.span.end {
        advance()
        advance()
        return MissingDefinition.Marker(source.text(span(from: start)), at: span(from: start))
      }
    case .number, .date, .financialYear:
      advance()
      return MissingDefinition.Marker(source.text(span(from: start)), at: span(from: start))
    case .word(let text):
      if !Vocabulary.reserved.contains(text.lowercased()) {
        return MissingDefinition.Marker(text, at: advance().span)
      }
    default: break
    }
    reportUnexpected("a marker in quotes, such as \"c\",")
    return nil
  }

  /// `relation NAME as ENTITY.FIELD to ENTITY.FIELD [called NAME]`.
  mutating func parseRelationDefinition() -> Statement.Kind? {
    advance()
    guard let name = parseName("the relation's name", expecting: nil) else { return nil }
    if reportNameOfSeveralWords(from: name.span) || reportEqualsInDefinition() { return nil }
    if reportOtherWord(["from", "by"], "a name and its meaning are joined by as", write: "as") {
      return nil
    }
    guard expect("as"), let child = parseKey() else { return nil }
    if reportOtherWord(
      ["references", "with", "on", "in"], "a relation leads to a key", write: "to")
    {
      return nil
    }
    if token.isSymbol("=") || token.isSymbol("==") {
      answerHabit("a relation leads to a key", at: token.span, write: spaced("to", at: token.span))
      return nil
    }
    guard expect("to"), let parent = parseKey() else {
      return nil
    }
    var inverse: Name?
    if consume("called") {
      guard let name = parseName("a name for the way back", expecting: nil) else { return nil }
      inverse = name
    }
    return .defineRelation(
      RelationDefinition(name: name, child: child, parent: parent, inverse: inverse))
  }

  /// Words that people use for the one of the language.
  private mutating func reportOtherWord(
    _ others: Set<String>, _ message: String, write right: String
  ) -> Bool {
    guard let word = token.word, others.contains(word) else { return false }
    answerHabit("\(message): \(right)", at: token.span, write: right)
    return true
  }

  /// `ENTITY.FIELD` or `ENTITY.(FIELD, FIELD)`.
  private mutating func parseKey() -> RelationDefinition.Key? {
    guard let entity = parseName("an entity", expecting: .entity) else { return nil }
    guard consume(symbol: ".") else {
      reportUnexpected(
        "\".\" and a field", notes: ["as in: children.review, or moves.(child, move)"])
      return nil
    }
    expectHere(.anyField, after: [entity.text])
    guard consume(symbol: "(") else {
      return parseName("a field", expecting: nil).map {
        RelationDefinition.Key(entity: entity, fields: [$0])
      }
    }
    var fields: [Name] = []
    repeat {
      expectHere(.anyField, after: [entity.text])
      guard let field = parseName("a field", expecting: nil) else { return nil }
      fields.append(field)
    } while consume(symbol: ",")
    guard closeBracket() else { return nil }
    return RelationDefinition.Key(entity: entity, fields: fields)
  }

  /// `package PATH [with data] [replace]`.
  mutating func parsePackageSaving() -> Statement.Kind? {
    advance()
    guard let file = parseFile("a folder for the package") else { return nil }
    var saving = PackageSaving(
      path: file.name, span: file.span, includesData: false, replaces: false)
    if consume("with") {
      guard expect("data") else { return nil }
      saving.includesData = true
    }
    saving.replaces = consume("replace")
    return .savePackage(saving)
  }
}
