import Diagnostics
import Language
import TestSupport

/// Makes random conditions that are right for `TreeData`.
struct TreeConditions {
  var random: SeededRandom

  private func make(_ kind: Expression.Kind) -> Expression { Expression(kind, at: Span(0, 0)) }
  private func path(_ names: String...) -> Expression {
    make(.path(Path(names.map { Name($0, at: Span(0, 0)) })))
  }
  private func text(_ text: String) -> Expression { make(.literal(.text(text))) }
  private func number(_ number: Double) -> Expression { make(.literal(.number(number))) }

  private mutating func sign() -> ComparisonOperator {
    random.element(of: ComparisonOperator.allCases)
  }

  /// A condition over the rows of parents or of children.
  mutating func condition(ofParents: Bool, depth: Int) -> Expression {
    if depth > 0, random.int(below: 3) > 0 {
      switch random.int(below: 5) {
      case 0: return make(.not(group(ofParents, depth)))
      case 1, 2: return make(.logical(.and, group(ofParents, depth), group(ofParents, depth)))
      default: return make(.logical(.or, group(ofParents, depth), group(ofParents, depth)))
      }
    }
    return ofParents ? parentLeaf(depth) : childLeaf()
  }

  private mutating func group(_ ofParents: Bool, _ depth: Int) -> Expression {
    make(.group(condition(ofParents: ofParents, depth: depth - 1)))
  }

  private mutating func childLeaf() -> Expression {
    switch random.int(below: 12) {
    case 0: return path("died")
    case 1: return coded(path("kind"), TreeData.kinds, isOrdered: false)
    case 2: return coded(path("level"), TreeData.levels, isOrdered: true)
    case 3: return coded(path("parent", "level"), TreeData.levels, isOrdered: true)
    case 4: return coded(path("parent", "kind"), TreeData.kinds, isOrdered: false)
    case 5: return path("parent", "open")
    case 6: return age()
    case 7: return has()
    case 8: return missing(path(random.element(of: ["age", "died", "kind", "marks"])))
    case 9: return missing(path("parent", random.element(of: ["size", "open", "kind", "begun"])))
    case 10:
      return make(
        .comparison(
          sign(), path("age"), make(.literal(.quantity(Double(random.int(below: 40)), .months))),
          operatorSpan: Span(0, 0)))
    default: return compared(path("parent", "size"), number(Double(random.int(below: 12))))
    }
  }

  private mutating func parentLeaf(_ depth: Int) -> Expression {
    switch random.int(below: 8) {
    case 0: return path("open")
    case 1: return coded(path("level"), TreeData.levels, isOrdered: true)
    case 2: return compared(path("size"), number(Double(random.int(below: 12))))
    case 3:
      let date = DateLiteral(year: 2008, month: 1 + random.int(below: 12), day: 15)
      return compared(path("begun"), make(.literal(.date(date))))
    case 4: return missing(path(random.element(of: ["size", "open", "kind", "begun"])))
    case 5:
      let count = make(
        .countOf(
          relation: children,
          condition: random.bool() ? condition(ofParents: false, depth: 1) : nil))
      return compared(count, random.bool() ? number(Double(random.int(below: 4))) : path("size"))
    default:
      return make(
        .quantified(
          quantifier(), relation: children,
          condition: random.int(below: 5) == 0
            ? nil : condition(ofParents: false, depth: min(depth, 1))))
    }
  }

  private var children: Path { Path([Name("children", at: Span(0, 0))]) }

  private mutating func quantifier() -> Quantifier {
    switch random.int(below: 7) {
    case 0: .any
    case 1: .every(ifAny: false)
    case 2: .every(ifAny: true)
    case 3: .no
    case 4: .atLeast(random.int(below: 4))
    case 5: .atMost(random.int(below: 4))
    default: .exactly(random.int(below: 4))
    }
  }

  private mutating func compared(_ left: Expression, _ right: Expression) -> Expression {
    make(.comparison(sign(), left, right, operatorSpan: Span(0, 0)))
  }

  private mutating func coded(
    _ subject: Expression, _ values: [String], isOrdered: Bool
  ) -> Expression {
    switch random.int(below: isOrdered ? 4 : 3) {
    case 0:
      return make(
        .comparison(
          random.bool() ? .equal : .notEqual, subject, text(random.element(of: values)),
          operatorSpan: Span(0, 0)))
    case 1:
      return make(
        .membership(
          subject, isNegated: random.bool(),
          [text(random.element(of: values)), text(random.element(of: values))]))
    case 2:
      return make(
        .test(subject, isNegated: random.bool(), .value(text(random.element(of: values)))))
    default:
      return make(
        .test(
          subject, isNegated: random.bool(),
          .level(random.element(of: LevelComparison.allCases), text(random.element(of: values)))))
    }
  }

  private mutating func age() -> Expression {
    if random.bool() {
      return make(
        .between(
          path("age"), isNegated: random.bool(), low: number(Double(random.int(below: 9))),
          high: number(Double(random.int(below: 18)))))
    }
    return compared(path("age"), number(Double(random.int(below: 18))))
  }

  private mutating func has() -> Expression {
    if random.int(below: 4) == 0 {
      return make(.test(path("marks"), isNegated: random.bool(), .empty))
    }
    let mode = random.element(of: HasMode.allCases)
    let count = mode == .one ? 1 : 1 + random.int(below: 2)
    let values = (0..<count).map { _ in text(random.element(of: TreeData.marks)) }
    return make(.has(path("marks"), mode, values))
  }

  private mutating func missing(_ subject: Expression) -> Expression {
    make(
      .test(
        subject, isNegated: random.bool(), random.bool() ? .missing(reason: nil) : .recorded))
  }
}
