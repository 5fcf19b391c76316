internal import Diagnostics
internal import Language
internal import Tables

/// Paths to many rows without a quantifier, and quantifiers that may speak of one row or of two.
extension Binder {
  /// `findings.themes has "neglect"` of a review: answers with the three things it may mean.
  ///
  /// - Returns: Whether it was such a condition.
  mutating func reportToManyReadings(_ expression: Expression, in scope: Scope) -> Bool {
    guard let path = expression.subjectPath, let many = splitAtMany(path, in: scope),
      !many.rest.isEmpty, let table = scope.table
    else { return false }
    let inner = expression.replacingSubject(with: Path(many.rest))
    let child = catalogue.data.relations[many.link.relation].childTable
    // Mistakes inside the brackets to come are told now, and the readings counted without them.
    var trial = quiet
    _ = trial.bindCondition(inner, in: Scope(table: child))
    let mended = trial.diagnostics.isEmpty ? inner : mended(inner, in: child) ?? inner
    let relation = Path(many.written.dropLast() + [singular(of: many)])
    let quantifiers: [Quantifier] = [.any, .every(ifAny: false), .no]
    let notes = quantifiers.map { quantifier in
      let reading = Expression(
        .quantified(quantifier, relation: relation, condition: mended), at: expression.span)
      return Formatter.format(reading) + count(of: reading, in: table)
    }
    let parent = catalogue.data.tables[table].schema
    let start = Span(path.span.start, many.rest[0].span.start)
    let end = Span(expression.span.end, expression.span.end)
    report(
      .needsQuantifier,
      "one \(parent.singular) has many \(catalogue.data.tables[child].schema.name), "
        + "so say which of them must fit",
      at: expression.span, notes: notes,
      edits: [
        Diagnostic.Edit(start, "any \(Wording.path(relation)) ("), Diagnostic.Edit(end, ")"),
      ])
    diagnostics += trial.diagnostics
    return true
  }

  /// A condition as the corrections of its mistakes would have it; `nil` when none is known.
  private func mended(_ condition: Expression, in table: Int) -> Expression? {
    let entity = Wording.name(catalogue.data.tables[table].schema.name)
    let source = SourceText("count \(entity) where \(Formatter.format(condition))")
    guard let parsed = Parser.parse(source).first else { return nil }
    let checked = Self.check(parsed, of: source, in: catalogue, parameters: parameters)
    guard case .query(let query)? = checked.corrected?.kind else { return nil }
    return query.set.condition
  }

  /// A path that would multiply rows, where no condition says what is asked of them.
  mutating func reportNeedsQuantifier(_ name: Name, relation: Int, rest: [Name], table: Int) {
    let parent = catalogue.data.tables[table].schema
    let child = catalogue.data.tables[catalogue.data.relations[relation].childTable].schema
    let many = ManyPath(hops: [], link: .children(relation), written: [name], rest: rest)
    let one = Wording.name(singular(of: many).text)
    let path = Wording.name(name.text) + rest.map { "." + $0.text }.joined()
    let inner = rest.isEmpty ? "..." : rest.map(\.text).joined(separator: ".")
    let span = rest.reduce(name.span) { $0.union($1.span) }
    report(
      .needsQuantifier,
      "one \(parent.singular) has many \(child.name), so say which of them are meant", at: span,
      notes: [
        "any \(one) (\(inner)): at least one fits; also every, no, at least 2",
        "count of \(Wording.name(name.text)): how many there are",
      ] + (rest.isEmpty ? [] : ["by each \(path): a group for each value among them"]),
      edits: rest.isEmpty ? [Diagnostic.Edit(span, "count of \(Wording.name(name.text))")] : [])
  }

  /// The name of one related row, where the schema has one.
  private func singular(of many: ManyPath) -> Name {
    let written = many.written[many.written.count - 1]
    guard case .children(let relation) = many.link else { return Name("sibling", at: written.span) }
    let child = catalogue.data.tables[catalogue.data.relations[relation].childTable].schema
    let isTable = catalogue.data.relations[relation].inverseName == child.name
    return Name(isTable ? child.singular : written.text, at: written.span)
  }

  /// `: 85 reviews`, when the reading is right and someone can count.
  private func count(of reading: Expression, in table: Int) -> String {
    var binder = quiet
    guard let counter, let condition = binder.bindCondition(reading, in: Scope(table: table)),
      let count = counter(BoundSet(table: table, condition: condition))
    else { return "" }
    return ": " + Wording.count(count, catalogue.data.tables[table].schema)
  }

  /// Two `any` on one relation joined by `and` may each find another row; the note shows the count
  /// when one row must do both.
  mutating func checkSameRow(_ expression: Expression) {
    guard !isStrict || quantifierDepth == 0, let parts = expression.conjunction else { return }
    let found = parts.indices.filter { parts[$0].anyRelation != nil }
    guard
      let first = found.first(where: { index in
        found.contains { $0 > index && parts[$0].anyRelation == parts[index].anyRelation }
      })
    else { return }
    let same = found.filter { parts[$0].anyRelation == parts[first].anyRelation }
    guard let merged = Self.merged(same.map { parts[$0] }) else { return }
    let rest = parts.indices.filter { !same.dropFirst().contains($0) }
    let others = rest.map { $0 == first ? merged : parts[$0] }
    guard
      let other = others.dropFirst().reduce(
        others.first,
        { joined, next in
          joined.map { Expression(.logical(.and, $0, next), at: expression.span) }
        })
    else { return }
    let name = parts[first].anyRelation ?? ""
    readings.append(
      Reading(
        replacement: Diagnostic.Edit(expression.span, Formatter.format(other)), expression: other,
        explanation: "each `any \(name)` may be met by a different \(name)"))
  }

  /// `any R (A)` and `any R (B)` as `any R (A and B)`.
  private static func merged(_ parts: [Expression]) -> Expression? {
    var conditions: [Expression] = []
    var relation: Path?
    for part in parts {
      guard case .quantified(.any, let path, let condition) = part.kind else { return nil }
      relation = relation ?? path
      guard let condition else { continue }
      if case .logical(.or, _, _) = condition.kind {
        conditions.append(Expression(.group(condition), at: condition.span))
      } else {
        conditions.append(condition)
      }
    }
    guard let relation, let first = conditions.first, let span = parts.first?.span else {
      return nil
    }
    let all = conditions.dropFirst().reduce(first) {
      Expression(.logical(.and, $0, $1), at: $0.span.union($1.span))
    }
    return Expression(.quantified(.any, relation: relation, condition: all), at: span)
  }
}

extension Expression {
  /// The path that a comparison or test is about.
  fileprivate var subjectPath: Path? {
    switch kind {
    case .path(let path): path
    case .comparison(_, let subject, _, _), .test(let subject, _, _),
      .membership(let subject, _, _), .between(let subject, _, _, _), .has(let subject, _, _),
      .inPeriod(let subject, _, _), .ordering(let subject, _, _), .textTest(let subject, _, _, _):
      if case .path(let path) = subject.kind { path } else { nil }
    default: nil
    }
  }

  /// The same question about another path.
  fileprivate func replacingSubject(with path: Path) -> Expression {
    let subject = Expression(.path(path), at: path.span)
    let other: Kind =
      switch kind {
      case .path: .path(path)
      case .comparison(let sign, _, let right, let signSpan):
        .comparison(sign, subject, right, operatorSpan: signSpan)
      case .test(_, let isNegated, let test): .test(subject, isNegated: isNegated, test)
      case .membership(_, let isNegated, let values):
        .membership(subject, isNegated: isNegated, values)
      case .between(_, let isNegated, let low, let high):
        .between(subject, isNegated: isNegated, low: low, high: high)
      case .has(_, let mode, let values): .has(subject, mode, values)
      case .inPeriod(_, let isNegated, let period):
        .inPeriod(subject, isNegated: isNegated, period)
      case .ordering(_, let order, let limit): .ordering(subject, order, limit)
      case .textTest(_, let test, let mode, let patterns):
        .textTest(subject, test, mode, patterns)
      default: kind
      }
    return Expression(other, at: span)
  }

  /// The parts that `and` alone joins; `nil` where another word joins them too.
  fileprivate var conjunction: [Expression]? {
    guard case .logical(.and, let left, let right) = kind else {
      if case .logical = kind { return nil }
      return [self]
    }
    guard let first = left.conjunction, let second = right.conjunction else { return nil }
    return first + second
  }

  /// The relation of an `any`, as it was written.
  fileprivate var anyRelation: String? {
    if case .quantified(.any, let relation, .some) = kind { relation.text } else { nil }
  }
}
