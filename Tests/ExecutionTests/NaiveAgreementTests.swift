import Diagnostics
import Execution
import Language
import Planning
import Testing

/// The engine against a row-by-row evaluator on random conditions over random data.
@Suite struct NaiveAgreementTests {
  @Test(arguments: 0..<40)
  func `random conditions agree on true and undecided rows`(batch: Int) throws {
    let seed = UInt64(batch) &* 7919 &+ 1
    var random = SeededRandom(seed: seed)
    // Sizes on both sides of a word, and nothing at all.
    let data = NaiveData(
      using: &random, parentCount: [0, 1, 20, 64, 65][batch % 5],
      childCount: [0, 3, 63, 64, 130][batch % 4])
    let catalogue = Catalogue(data.dataSet)
    let naive = NaiveEvaluator(data: data)
    var conditions = RandomConditions(random: random)
    for _ in 0..<50 {
      let ofParents = conditions.random.bool()
      let condition = conditions.condition(ofParents: ofParents, depth: 3)
      let count = ofParents ? data.parents.count : data.children.count
      let rows = (0..<count).map { naive.truth(condition, ofParents ? .parent($0) : .child($0)) }
      let expected = (rows.filter { $0 == true }.count, rows.filter { $0 == nil }.count)

      let entity = ofParents ? "parents" : "children"
      let set = SetExpression(
        entity: Name(entity, at: Span(0, 0)), condition: condition, span: Span(0, 0))
      let statement = Statement(
        .query(Query(verb: .count, set: set, span: Span(0, 0))), at: Span(0, 0))
      let text = Formatter.format(statement)
      let bound = Binder.bind(statement, in: catalogue)
      guard case .query(let query, _)? = bound.statement else {
        Issue.record("seed \(seed): not bound: \(text): \(bound.diagnostics)")
        continue
      }
      let answer = try Executor(catalogue, cache: Executor.Cache()).answer(query)
      let base = try #require(answer.base)
      #expect(base.counted == expected.0, "seed \(seed): \(text)")
      #expect(base.undecided == expected.1, "seed \(seed): \(text)")
      if base.undecided > 0 {
        #expect(!base.undecidedFields.isEmpty, "seed \(seed): no field named: \(text)")
      }
    }
  }

  @Test func `where and except where split a set in two`() throws {
    var random = SeededRandom(seed: 5)
    let data = NaiveData(using: &random, parentCount: 20, childCount: 100)
    let catalogue = Catalogue(data.dataSet)
    var conditions = RandomConditions(random: random)
    for _ in 0..<100 {
      let condition = conditions.condition(ofParents: false, depth: 2)
      func count(_ set: SetExpression) throws -> Int? {
        let statement = Statement(
          .query(Query(verb: .count, set: set, span: Span(0, 0))), at: Span(0, 0))
        guard case .query(let query, _)? = Binder.bind(statement, in: catalogue).statement else {
          return nil
        }
        return try Executor(catalogue, cache: Executor.Cache()).answer(query).base?.counted
      }
      let name = Name("children", at: Span(0, 0))
      let kept = try count(SetExpression(entity: name, condition: condition, span: Span(0, 0)))
      let rest = try count(SetExpression(entity: name, exception: condition, span: Span(0, 0)))
      #expect(try #require(kept) + #require(rest) == 100, "\(Formatter.format(condition))")
    }
  }
}
