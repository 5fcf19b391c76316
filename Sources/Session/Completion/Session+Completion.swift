internal import Diagnostics
internal import Language
internal import LineEditing
internal import Planning
internal import Tables

extension Session {
  /// What could be typed at a place of a statement: the parser's expectations, filled in with the
  /// names and values of the data that the binder takes there.
  func completion(of text: String, atByte cursor: Int) -> Completion {
    if let correction, text.allSatisfy(\.isWhitespace) {
      return Completion(
        replaceFrom: 0, candidates: [Candidate(correction, note: "the corrected statement")])
    }
    let context = CompletionContext.at(cursor: cursor, in: text)
    guard !Self.isInNumber(text, cursor, context) else {
      return Completion(replaceFrom: cursor, candidates: [])
    }
    let values = valueCandidates(context)
    let files = fileCandidates(context)
    var names: [Candidate] = []
    if !context.isInQuotes {
      // Where a value is wanted and nothing is typed yet, fields and functions would only bury it.
      let wantsValue = !values.isEmpty && context.typed.isEmpty
      if !wantsValue { names = nameCandidates(context) }
      names += keywordCandidates(context)
    }
    return Completion(
      replaceFrom: context.replaced.start,
      candidates: values + files
        + CandidateRanking.ranked(names, typed: context.typed).filter { name in
          !values.contains { $0.text == name.text }
        })
  }

  /// Whether the cursor touches a number, which no word can go on with.
  private static func isInNumber(
    _ text: String, _ cursor: Int, _ context: CompletionContext
  ) -> Bool {
    guard !context.isInQuotes, context.replaced.start == cursor else { return false }
    let before = text.utf8.prefix(cursor).last
    return before.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// The words of the language, without those that do not fit what stands before them.
  private func keywordCandidates(_ context: CompletionContext) -> [Candidate] {
    fittingKeywords(context).map { word in
      Candidate(word == "cell" ? "cell (" : word, note: HelpTopic.note(on: word))
    }
  }

  private func fittingKeywords(_ context: CompletionContext) -> [String] {
    var keywords = context.keywords.filter { canMeasure($0, context) }
    let answered = workspace?.catalogue.answered
    if answered == nil { keywords.removeAll { $0 == "those" } }
    if answered?.dimensions.isEmpty ?? true { keywords.removeAll { $0 == "cell" } }
    guard Continuation.marks.contains(where: keywords.contains),
      let continuation = continuation(context)
    else { return keywords }
    let entity = subjectEntity(context)
    // A condition that lacks its comparison cannot be followed by what ends it.
    let isWhole = !keywords.contains("=") || continuation.isWhole(of: entity)
    return keywords.filter { word in
      continuation.canHold(keyword: word, of: entity) ?? isWhole
    }
  }

  /// What tries whether a candidate means something; `nil` without data.
  func continuation(_ context: CompletionContext) -> Continuation? {
    guard let catalogue = workspace?.catalogue else { return nil }
    let subject = CompletionPlace.subject(of: context.scope, in: catalogue)
    let value = subject.flatMap { field in
      field.dictionary.isEmpty ? nil : QueryText.quoted(field.label(ofCode: 0))
    }
    return Continuation(
      catalogue, parameters: parameters, before: context.before, value: value)
  }

  /// The entity of the field before the cursor, which `of` names where nothing has yet.
  private func subjectEntity(_ context: CompletionContext) -> String? {
    guard let catalogue = workspace?.catalogue,
      let field = CompletionPlace.subject(of: context.scope, in: catalogue)
    else { return nil }
    return QueryText.name(catalogue.data.tables[field.reference.table].schema.name)
  }

  /// Values of the field that is compared, each with its label and count.
  private func valueCandidates(_ context: CompletionContext) -> [Candidate] {
    guard let catalogue = workspace?.catalogue,
      let scope = context.expected.first(where: { $0.thing == .value })?.scope,
      let field = CompletionPlace.subject(of: scope, in: catalogue)
    else { return [] }
    if field.schema.type == .boolean, !context.isInQuotes {
      return ["yes", "no"].filter { $0.hasPrefix(context.typed.lowercased()) }.map {
        Candidate($0)
      }
    }
    return ValueCandidates(field, in: catalogue)?.candidates(typed: context.typed) ?? []
  }
}
