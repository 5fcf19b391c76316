import TestSupport
import Testing

@testable import Bitmaps

/// Three values of a row.
private typealias Value = Bool?

private func and(_ a: Value, _ b: Value) -> Value {
  a == false || b == false ? false : a == true && b == true ? true : nil
}

private func or(_ a: Value, _ b: Value) -> Value {
  a == true || b == true ? true : a == false && b == false ? false : nil
}

/// A condition as a value a row and as sets.
private struct Sample {
  var values: [Value]
  var truth: Truth

  init(_ rowCount: Int, _ random: inout SeededRandom) {
    let yes: Double = [0, 0.002, 0.4, 1].randomElement(using: &random) ?? 0
    let undecided: Double = [0, 0, 0.002, 0.4].randomElement(using: &random) ?? 0
    values = (0..<rowCount).map { _ -> Value in
      if Double.random(in: 0..<1, using: &random) < undecided { return nil }
      return Double.random(in: 0..<1, using: &random) < yes
    }
    let values = values
    truth = Truth(
      yes: Bitmap(capacity: rowCount) { values[$0] == true }.compacted(),
      undecided: Bitmap(capacity: rowCount) { values[$0] == nil }.compacted())
  }
}

private func agrees(_ truth: Truth, _ values: [Value], _ context: String) {
  #expect(Array(truth.yes) == values.indices.filter { values[$0] == true }, "\(context)")
  #expect(Array(truth.undecided) == values.indices.filter { values[$0] == nil }, "\(context)")
  #expect(truth.yes.count == values.count { $0 == true }, "\(context)")
  #expect(truth.undecided.count == values.count { $0 == nil }, "\(context)")
  #expect(truth.isNever == values.allSatisfy { $0 == false }, "\(context)")
  #expect(truth.isAlways == values.allSatisfy { $0 == true }, "\(context)")
}

@Test(arguments: [0, 1, 63, 64, 65, 1000, 40_000], 1...12 as ClosedRange<UInt64>)
func `conditions are joined as each row joins them`(rowCount: Int, seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let samples = (0..<Int.random(in: 0...5, using: &random)).map { _ in Sample(rowCount, &random) }
  let signs = samples.map { _ in Bool.random(using: &random) }
  let context = "\(rowCount) rows, seed \(seed)"
  let terms = zip(samples, signs).map { sample, isNegated in
    isNegated ? TruthTree.not(.leaf(sample.truth)) : .leaf(sample.truth)
  }
  let values = zip(samples, signs).map { sample, isNegated in
    sample.values.map { $0.map { $0 != isNegated } }
  }
  func folded(_ start: Bool, _ operation: (Value, Value) -> Value) -> [Value] {
    (0..<rowCount).map { row in values.reduce(start) { operation($0, $1[row]) } }
  }
  agrees(.all(terms), folded(true, and), "\(context), all")
  agrees(.any(terms), folded(false, or), "\(context), any")
  for sample in samples {
    agrees(sample.truth, sample.values, context)
    agrees(sample.truth.negated, sample.values.map { $0.map { !$0 } }, "\(context), not")
    for other in samples {
      agrees(
        sample.truth.and(other.truth), zip(sample.values, other.values).map(and), "\(context), and")
      agrees(
        sample.truth.or(other.truth), zip(sample.values, other.values).map(or), "\(context), or")
    }
  }
}

/// A tree whose truth is that of its rows, and agrees with its counts.
private func agrees(_ tree: TruthTree, _ values: [Value], _ context: String) {
  agrees(tree.truth(rowCount: values.count), values, context)
  let counts = tree.counts(rowCount: values.count)
  #expect(counts.yes == values.count { $0 == true }, "\(context), counted")
  #expect(counts.undecided == values.count { $0 == nil }, "\(context), counted")
  // In every form that a set can have.
  let sets = [1, 3, 700, Int.max].map { step in
    Bitmap(capacity: values.count) { $0 % step == step / 2 }.compacted()
  }
  let among = tree.counts(rowCount: values.count, undecidedIn: sets)
  #expect((among.yes, among.undecided) == counts, "\(context), counted with sets")
  #expect(
    among.inSets == sets.map { set in set.count { values[$0] == nil } }, "\(context), in sets")
  #expect(!tree.isNever || values.allSatisfy { $0 == false }, "\(context)")
  #expect(!tree.isAlways || values.allSatisfy { $0 == true }, "\(context)")
}

/// A condition made of others at random, and its value for each row.
private func randomTree(
  _ rowCount: Int, depth: Int, _ random: inout SeededRandom
) -> (tree: TruthTree, values: [Value]) {
  switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
  case 0:
    let sample = Sample(rowCount, &random)
    return (.leaf(sample.truth), sample.values)
  case 1:
    let inner = randomTree(rowCount, depth: depth - 1, &random)
    return (.not(inner.tree), inner.values.map { $0.map { !$0 } })
  case let kind:
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      randomTree(rowCount, depth: depth - 1, &random)
    }
    let isAll = kind % 2 == 0
    let values = (0..<rowCount).map { row in
      parts.reduce(isAll as Value) { isAll ? and($0, $1.values[row]) : or($0, $1.values[row]) }
    }
    return (isAll ? .all(parts.map(\.tree)) : .any(parts.map(\.tree)), values)
  }
}

@Test(arguments: [1, 64, 1000, 33_000], 1...15 as ClosedRange<UInt64>)
func `a condition made of others is what it is for each row`(rowCount: Int, seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let (tree, values) = randomTree(rowCount, depth: rowCount > 10_000 ? 3 : 5, &random)
  agrees(tree, values, "\(rowCount) rows, seed \(seed)")
}

@Test func `conditions lie in one another as deep as anyone likes`() {
  var random = SeededRandom(seed: 5)
  let sample = Sample(300, &random)
  var (tree, values) = (TruthTree.leaf(sample.truth), sample.values)
  for level in 0..<40 {
    let other = Sample(300, &random)
    let isAll = level % 2 == 0
    tree = isAll ? .all([.not(tree), .leaf(other.truth)]) : .any([.leaf(other.truth), tree])
    values = zip(values, other.values).map { isAll ? and($0.map { !$0 }, $1) : or($0, $1) }
    agrees(tree, values, "level \(level)")
  }
}

@Test(arguments: 1...20 as ClosedRange<UInt64>)
func `a condition shared by threads is the same as on one`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let rowCount = Int.random(in: 1...90_000, using: &random)
  let samples = (0..<3).map { _ in Sample(rowCount, &random) }
  let tree = TruthTree.any([
    .all([.leaf(samples[0].truth), .not(.leaf(samples[1].truth))]), .leaf(samples[2].truth),
  ])
  let sets = samples.map(\.truth.yes)
  func found(threads: Int) -> (words: [UInt64], counts: [Int]) {
    let yes = Words(rowCount / 64 + 1, repeating: 0), open = Words(rowCount / 64 + 1, repeating: 0)
    let counts = TruthProgram(tree, rowCount).run(
      yes, open, undecidedIn: sets, threads: threads, leastBytes: 1)
    let words = [yes, open].flatMap { Array(UnsafeBufferPointer(start: $0.base, count: $0.length)) }
    return (words, [counts.yes, counts.undecided] + counts.inSets)
  }
  let alone = found(threads: 1)
  for threads in [2, 3, 7] {
    let shared = found(threads: threads)
    #expect(shared.words == alone.words, "\(rowCount) rows, seed \(seed), \(threads) threads")
    #expect(shared.counts == alone.counts, "\(rowCount) rows, seed \(seed), \(threads) threads")
  }
}
