import Language
import TestSupport

extension RandomQueries {
  /// A condition on the rows of a table, with brackets or without where precedence allows.
  mutating func condition(_ table: Int, _ depth: Int) -> Expression {
    guard depth > 0, !random.oneIn(3) else { return leaf(table, depth) }
    switch random.below(8) {
    case 0, 1: return make(.not(operand(table, depth)))
    case 2: return make(.not(make(.not(operand(table, depth)))))
    case 3:
      // Mixed without brackets: `and` is joined first.
      let (a, b, c) = (operand(table, depth), operand(table, 0), operand(table, 0))
      return random.bool()
        ? make(.logical(.or, make(.logical(.and, a, b)), c))
        : make(.logical(.or, a, make(.logical(.and, b, c))))
    case 4:
      let sign = random.element([LogicalOperator.and, .or])
      let first = make(.logical(sign, operand(table, 0), operand(table, depth)))
      return make(.logical(sign, first, operand(table, 0)))
    default:
      return make(
        .logical(
          random.element([.and, .or]), operand(table, depth), operand(table, depth)))
    }
  }

  /// A condition that `not`, `and` and `or` may stand beside.
  private mutating func operand(_ table: Int, _ depth: Int) -> Expression {
    if depth > 0, random.bool() { return group(condition(table, depth - 1)) }
    let leaf = leaf(table, max(0, depth - 1))
    switch leaf.kind {
    // A bare word after a comparison and `or` could be one more of its values.
    case .path, .literal: return group(leaf)
    default: return leaf
    }
  }

  /// A condition that holds no other, but in the brackets of a quantifier.
  mutating func leaf(_ table: Int, _ depth: Int) -> Expression {
    let makers: [(inout RandomQueries) -> Expression?] = [
      { $0.flagCondition(table, depth) }, { $0.flagCondition(table, depth) },
      { $0.codedCondition(table) }, { $0.codedCondition(table) }, { $0.codedCondition(table) },
      { $0.fieldComparison(table) },
      { $0.numberCondition(table, depth) }, { $0.numberCondition(table, depth) },
      { $0.numberCondition(table, depth) }, { $0.dateCondition(table) },
      { $0.dateCondition(table) }, { $0.listCondition(table) }, { $0.listCondition(table) },
      { $0.missingCondition(table) }, { $0.missingCondition(table) },
      { $0.textCondition(table) }, { $0.quantified(table, depth) }, { $0.quantified(table, depth) },
      { $0.quantified(table, depth) },
    ]
    return oneOf(makers) ?? make(.test(make(path(["id"])), isNegated: false, .recorded))
  }

  // MARK: Yes and no

  private mutating func flagCondition(_ table: Int, _ depth: Int) -> Expression? {
    if random.oneIn(25) { return make(.literal(.boolean(random.bool()))) }
    let flag = field(table) { field -> Path? in
      switch field.kind {
      case .flag, .condition: field.path
      default: nil
      }
    }
    guard let subject = flag.map({ make($0) }) else { return nil }
    let answer = make(.literal(.boolean(random.bool())))
    switch random.below(6) {
    case 0: return make(.test(subject, isNegated: random.bool(), random.bool() ? .yes : .no))
    case 1: return equal(subject, answer)
    case 2: return equal(subject, group(condition(table, 0)))
    case 3: return equal(group(make(.not(group(condition(table, depth - 1))))), answer)
    default: return subject
    }
  }

  private mutating func equal(_ left: Expression, _ right: Expression) -> Expression {
    make(
      .comparison(random.bool() ? .equal : .notEqual, left, right, operatorSpan: nowhere))
  }

  // MARK: Categories

  /// A value as people write it: in quotes, as its label, in another case, as a bare word.
  mutating func value(_ book: Codebook, _ table: Int) -> Expression {
    let position = random.below(book.values.count)
    var text = random.bool() ? book.values[position] : book.labels[position]
    switch random.below(6) {
    case 0: text = text.uppercased()
    case 1: text = " " + text.replacing(" ", with: "  ").replacing("–", with: "-")
    default: break
    }
    // Another value may be nearer to what was made of this one.
    if book.position(of: text) != position { text = book.values[position] }
    if book.position(of: text) != position { return self.text(book.values[0]) }
    let isWord = text.allSatisfy(\.isLetter) && text.count > 1
    let isTaken =
      fields[table].contains { $0.path.text == text } || ["yes", "no"].contains(text.lowercased())
    if isWord, !isTaken, random.oneIn(3) { return make(path([text])) }
    if let number = Double(text), random.bool() { return self.number(number) }
    return self.text(text)
  }

  private mutating func coded(
    _ table: Int, _ fits: (Codebook) -> Bool = { _ in true }
  ) -> (subject: Expression, book: Codebook)? {
    field(table) { field in
      guard case .coded(let book, _) = field.kind, !book.values.isEmpty, fits(book) else {
        return nil
      }
      return (make(field.path), book)
    }
  }

  private mutating func codedCondition(_ table: Int) -> Expression? {
    if random.bool(), let ordered = levelCondition(table) { return ordered }
    guard let (subject, book) = coded(table) else { return nil }
    switch random.below(5) {
    case 0: return make(.test(subject, isNegated: random.bool(), .value(value(book, table))))
    case 1:
      let values = (0...random.below(3)).map { _ in value(book, table) }
      return make(.membership(subject, isNegated: random.bool(), values))
    case 2:
      let value = text(book.values[random.below(book.values.count)])
      return equal(value, subject)
    default: return equal(subject, value(book, table))
    }
  }

  private mutating func levelCondition(_ table: Int) -> Expression? {
    guard let (subject, book) = coded(table, \.isOrdered) else { return nil }
    var levels = book
    levels.values = Array(book.values.prefix(book.listed))
    levels.labels = Array(book.labels.prefix(book.listed))
    switch random.below(4) {
    case 0:
      return make(
        .comparison(
          random.element(ComparisonOperator.allCases), subject, value(levels, table),
          operatorSpan: nowhere))
    case 1:
      return make(
        .between(
          subject, isNegated: random.bool(), low: value(levels, table), high: value(levels, table)))
    default:
      return make(
        .test(
          subject, isNegated: random.bool(),
          .level(random.element(LevelComparison.allCases), value(levels, table))))
    }
  }

  /// Two fields of text compared; above and below where both are on one scale.
  private mutating func fieldComparison(_ table: Int) -> Expression? {
    guard let (left, book) = coded(table), let (right, other) = coded(table) else { return nil }
    let isScale =
      book.isOrdered && other.isOrdered && book.listed == other.listed
      && book.values[..<book.listed] == other.values[..<book.listed]
      && book.labels[..<book.listed] == other.labels[..<book.listed]
    return make(
      .comparison(
        isScale
          ? random.element(ComparisonOperator.allCases) : random.element([.equal, .notEqual]),
        left, right, operatorSpan: nowhere))
  }

  // MARK: Lists, texts, missing

  private mutating func listCondition(_ table: Int) -> Expression? {
    let list = field(table) { field -> (Expression, Codebook)? in
      guard case .list(let book) = field.kind, !book.values.isEmpty else { return nil }
      return (make(field.path), book)
    }
    guard let (subject, book) = list else { return nil }
    if random.oneIn(5) { return make(.test(subject, isNegated: random.bool(), .empty)) }
    let mode = random.element(HasMode.allCases)
    let count = mode == .one ? 1 : 1 + random.below(3)
    return make(.has(subject, mode, (0..<count).map { _ in value(book, table) }))
  }

  private static let texts = [
    "seen", "bruis*", "GP", "not seen", "child’s plan", "child's pl*", "2009", "naïve", "a", "see",
    "ash", "cp plan", "grade 1", "in need", "x",
  ]
  private static let patterns = [
    "seen|burns", "^the", "file [0-9]+", "b.*s", "s$", "[aeiou]{2}", "(not )?seen", "a/b", "\\d",
  ]

  private mutating func textCondition(_ table: Int) -> Expression? {
    guard let (subject, _) = coded(table) else { return nil }
    let test = random.element(TextTest.allCases)
    let mode = test == .matches ? .one : random.element([HasMode.one, .one, .any, .all, .none])
    let patterns = (0..<(mode == .one ? 1 : 1 + random.below(3))).map { _ in
      test == .matches
        ? make(.literal(.pattern(random.element(Self.patterns))))
        : text(random.element(Self.texts))
    }
    return make(.textTest(subject, test, mode, patterns))
  }

  private mutating func missingCondition(_ table: Int) -> Expression? {
    if random.oneIn(6), let (number, _) = number(table, 1) {
      let subject: Expression = if case .path = number.kind { number } else { group(number) }
      return make(
        .test(subject, isNegated: random.bool(), random.bool() ? .missing(reason: nil) : .recorded))
    }
    guard let chosen = field(table, { $0 }) else { return nil }
    let test: Test =
      switch random.below(3) {
      case 0: .recorded
      case 1 where !chosen.reasons.isEmpty: .missing(reason: text(random.element(chosen.reasons)))
      default: .missing(reason: nil)
      }
    return make(.test(make(chosen.path), isNegated: random.oneIn(3), test))
  }

  // MARK: Related rows

  private mutating func quantified(_ table: Int, _ depth: Int) -> Expression? {
    let relations = relations(table)
    guard !relations.isEmpty, depth >= 0 else { return nil }
    let relation = random.element(relations)
    let inner =
      random.oneIn(5)
      ? nil : depth > 0 ? condition(relation.table, depth - 1) : plain(relation.table)
    return make(.quantified(quantifier(), relation: relation.path, condition: inner))
  }

  /// A condition without quantifiers, so that brackets come to an end.
  private mutating func plain(_ table: Int) -> Expression {
    let makers: [(inout RandomQueries) -> Expression?] = [
      { $0.flagCondition(table, 0) }, { $0.codedCondition(table) },
      { $0.numberCondition(table, 0) }, { $0.missingCondition(table) },
    ]
    return oneOf(makers) ?? make(.test(make(path(["id"])), isNegated: false, .recorded))
  }

  mutating func quantifier() -> Quantifier {
    switch random.below(7) {
    case 0: .any
    case 1: .every(ifAny: false)
    case 2: .every(ifAny: true)
    case 3: .no
    case 4: .atLeast(random.below(4))
    case 5: .atMost(random.below(4))
    default: .exactly(random.below(4))
    }
  }
}
