import TestSupport
import Testing

@testable import Bitmaps

private let capacities = [0, 1, 2, 63, 64, 65, 127, 128, 129, 1000]

/// Sets that are empty, sparse, half full, dense and full.
private func sets(_ capacity: Int, seed: UInt64) -> [Set<Int>] {
  var random = SeededRandom(seed: seed)
  return [0, 0.03, 0.5, 0.97, 1].map { density in
    Set((0..<capacity).filter { _ in Double.random(in: 0..<1, using: &random) < density })
  }
}

/// Whether a bitmap holds what the set holds, by every way of reading it, and no stray bit.
private func agrees(_ bitmap: Bitmap, _ set: Set<Int>, _ context: String) {
  let rows = set.sorted()
  #expect(Array(bitmap) == rows, "\(context)")
  #expect(bitmap.count == set.count, "\(context)")
  #expect(bitmap.isEmpty == set.isEmpty, "\(context)")
  var walked: [Int] = []
  bitmap.forEachRow { walked.append($0) }
  #expect(walked == rows, "\(context)")
  for limit in [-1, 0, 1, 3, rows.count, rows.count + 1] {
    #expect(bitmap.firstRows(limit) == Array(rows.prefix(max(0, limit))), "\(context)")
  }
  for row in -2...bitmap.capacity + 2 {
    #expect(bitmap.contains(row) == set.contains(row), "\(context), row \(row)")
  }
  #expect(bitmap == Bitmap(capacity: bitmap.capacity, rows: rows), "\(context): a stray bit")
}

@Test(arguments: capacities, 1...5 as ClosedRange<UInt64>)
func `every operation agrees with a set of numbers`(capacity: Int, seed: UInt64) {
  let all = Set(0..<capacity)
  let sets = sets(capacity, seed: seed)
  for (i, a) in sets.enumerated() {
    let bitmapA = Bitmap(capacity: capacity, rows: a)
    let context = "capacity \(capacity), seed \(seed), set \(i)"
    agrees(bitmapA, a, context)
    agrees(Bitmap(capacity: capacity) { a.contains($0) }, a, "\(context) by test")
    agrees(bitmapA.complement, all.subtracting(a), "\(context) complement")
    for (j, b) in sets.enumerated() {
      let bitmapB = Bitmap(capacity: capacity, rows: b)
      let context = "\(context) with \(j)"
      agrees(bitmapA.intersection(bitmapB), a.intersection(b), "\(context) intersection")
      agrees(bitmapA.union(bitmapB), a.union(b), "\(context) union")
      agrees(bitmapA.subtracting(bitmapB), a.subtracting(b), "\(context) subtracting")
      #expect(bitmapA.intersectionCount(with: bitmapB) == a.intersection(b).count, "\(context)")
      #expect(bitmapA.isDisjoint(with: bitmapB) == a.isDisjoint(with: b), "\(context)")
      #expect((bitmapA == bitmapB) == (a == b), "\(context)")
      #expect(Set([bitmapA, bitmapB]).count == Set([a, b]).count, "\(context)")
      var changed = bitmapA
      changed.formIntersection(bitmapB)
      #expect(changed == bitmapA.intersection(bitmapB), "\(context)")
      changed = bitmapA
      changed.formUnion(bitmapB)
      #expect(changed == bitmapA.union(bitmapB), "\(context)")
      changed = bitmapA
      changed.subtract(bitmapB)
      #expect(changed == bitmapA.subtracting(bitmapB), "\(context)")
    }
  }
}

@Test(arguments: capacities)
func `the sets of no row and of all rows`(capacity: Int) {
  agrees(Bitmap(capacity: capacity), [], "none of \(capacity)")
  agrees(Bitmap(allOf: capacity), Set(0..<capacity), "all of \(capacity)")
  #expect(Bitmap(allOf: capacity).complement == Bitmap(capacity: capacity))
  #expect(
    Bitmap(capacity: capacity, words: Array(repeating: ~0, count: (capacity + 63) / 64))
      == Bitmap(allOf: capacity))
}

@Test(arguments: capacities.filter { $0 > 0 })
func `adding and removing rows`(capacity: Int) {
  let seed = UInt64(capacity)
  var random = SeededRandom(seed: seed)
  var bitmap = Bitmap(capacity: capacity)
  var set: Set<Int> = []
  for _ in 0..<500 {
    let row = Int.random(in: 0..<capacity, using: &random)
    if Bool.random(using: &random) {
      bitmap.insert(row)
      set.insert(row)
    } else {
      bitmap.remove(row)
      set.remove(row)
    }
  }
  agrees(bitmap, set, "capacity \(capacity), seed \(seed)")
}

@Test func `a row outside the table, or another table's set, stops the program`() async {
  await #expect(processExitsWith: .failure) {
    var bitmap = Bitmap(capacity: 10)
    bitmap.insert(10)
  }
  await #expect(processExitsWith: .failure) {
    _ = Bitmap(capacity: 10).union(Bitmap(capacity: 11))
  }
  await #expect(processExitsWith: .failure) { _ = Bitmap(capacity: -1) }
}
