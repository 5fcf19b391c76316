import TestSupport
import Testing

@testable import Bitmaps

/// Lengths of runs: mostly short, some empty, some longer than a word or several.
private func lengths(_ seed: UInt64) -> [Int] {
  var random = SeededRandom(seed: seed)
  let longest = [1, 3, 20, 200][Int(seed % 4)]
  let shortest = seed % 3 == 0 ? 1 : 0
  return (0..<Int.random(in: 0...400, using: &random)).map { _ in
    Int.random(in: shortest...longest, using: &random)
  }
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `runs and places lead to one another`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  let lengths = lengths(seed)
  let offsets = lengths.reduce(into: [Int32(0)]) { $0.append(($0.last ?? 0) + Int32($1)) }
  let runs = offsets.withUnsafeBufferPointer { Runs(offsets: $0) }
  let ranges = lengths.indices.map { Int(offsets[$0])..<Int(offsets[$0 + 1]) }
  let placeCount = Int(offsets[lengths.count])
  #expect(runs.runCount == lengths.count)
  #expect(runs.placeCount == placeCount)
  #expect(Array(runs.occupied) == lengths.indices.filter { lengths[$0] > 0 }, "seed \(seed)")

  for density in [0, 0.01, 0.3, 0.5, 0.9, 1] {
    let chosen = lengths.indices.filter { _ in Double.random(in: 0..<1, using: &random) < density }
    let places = runs.places(of: Bitmap(capacity: lengths.count, rows: chosen).compacted())
    #expect(Array(places) == chosen.flatMap { Array(ranges[$0]) }, "seed \(seed), \(density)")
    #expect(places.count == chosen.reduce(0) { $0 + lengths[$1] }, "seed \(seed), \(density)")

    let some = Set(
      (0..<placeCount).filter { _ in Double.random(in: 0..<1, using: &random) < density })
    let found = runs.runs(withAnyOf: Bitmap(capacity: placeCount, rows: some).compacted())
    let wanted = lengths.indices.filter { ranges[$0].contains { some.contains($0) } }
    #expect(Array(found) == wanted, "seed \(seed), \(density)")
    #expect(found.count == wanted.count, "seed \(seed), \(density)")
  }
}
