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
  let terms = zip(samples, signs).map { Truth.Term($0.truth, isNegated: $1) }
  let values = zip(samples, signs).map { sample, isNegated in
    sample.values.map { $0.map { $0 != isNegated } }
  }
  func folded(_ start: Bool, _ operation: (Value, Value) -> Value) -> [Value] {
    (0..<rowCount).map { row in values.reduce(start) { operation($0, $1[row]) } }
  }
  agrees(Truth.all(of: terms, rowCount: rowCount), folded(true, and), "\(context), all")
  agrees(Truth.any(of: terms, rowCount: rowCount), folded(false, or), "\(context), any")
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
