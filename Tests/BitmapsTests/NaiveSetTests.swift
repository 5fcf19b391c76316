import TestSupport
import Testing

@testable import Bitmaps

private let capacities = [0, 1, 2, 63, 64, 65, 127, 128, 129, 200]

/// Sets that are empty, sparse, half full, dense and full.
private func sets(_ capacity: Int, seed: UInt64) -> [Set<Int>] {
  var random = SeededRandom(seed: seed)
  return [0, 0.004, 0.03, 0.5, 0.97, 1].map { density in
    Set((0..<capacity).filter { _ in Double.random(in: 0..<1, using: &random) < density })
  }
}

/// A set in each form that can hold it.
private func forms(_ capacity: Int, _ set: Set<Int>) -> [Bitmap] {
  let plain = Bitmap(capacity: capacity) { set.contains($0) }
  let few = Bitmap(capacity: capacity, form: .few(set.sorted().map { UInt32($0) }))
  return [plain, few]
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
  let found = (-2...bitmap.capacity + 2).filter { bitmap.contains($0) }
  #expect(found == rows, "\(context)")
  let words = bitmap.withWords { Array($0) }
  #expect(Array(Bitmap(capacity: bitmap.capacity, words: words)) == rows, "\(context)")
  #expect(words.reduce(0) { $0 + $1.nonzeroBitCount } == rows.count, "\(context): a stray bit")
  #expect(bitmap == Bitmap(capacity: bitmap.capacity, rows: rows), "\(context): a stray bit")
}

@Test(arguments: capacities, 1...2 as ClosedRange<UInt64>)
func `every operation agrees with a set of numbers, in every form`(capacity: Int, seed: UInt64) {
  let all = Set(0..<capacity)
  let sets = sets(capacity, seed: seed)
  for (i, a) in sets.enumerated() {
    for (form, first) in forms(capacity, a).enumerated() {
      let context = "capacity \(capacity), seed \(seed), set \(i), form \(form)"
      agrees(first, a, context)
      agrees(first.complement, all.subtracting(a), "\(context) complement")
      for (j, b) in sets.enumerated() {
        for (other, second) in forms(capacity, b).enumerated() {
          agree(first, a, second, b, "\(context) with \(j), form \(other)")
        }
      }
    }
  }
}

/// Whether what is made of two bitmaps is what is made of two sets.
private func agree(_ a: Bitmap, _ setA: Set<Int>, _ b: Bitmap, _ setB: Set<Int>, _ context: String)
{
  func same(_ bitmap: Bitmap, _ set: Set<Int>, _ name: String) {
    #expect(Array(bitmap) == set.sorted(), "\(context) \(name)")
    #expect(bitmap.count == set.count, "\(context) \(name)")
  }
  let (both, either) = (setA.intersection(setB), setA.union(setB))
  same(a.intersection(b), both, "intersection")
  same(a.union(b), either, "union")
  same(a.subtracting(b), setA.subtracting(setB), "subtracting")
  #expect(a.intersectionCount(with: b) == both.count, "\(context)")
  #expect(a.isDisjoint(with: b) == both.isEmpty, "\(context)")
  #expect((a == b) == (setA == setB), "\(context)")
  #expect(Set([a, b]).count == Set([setA, setB]).count, "\(context)")
  // In place: with words of its own, and with words that another set shares.
  for isShared in [false, true] {
    var (x, y, z) = (a, a, a)
    if !isShared, a.capacity > 0 {
      for row in [0, a.capacity - 1] where !setA.contains(row) {
        for index in 0..<3 {
          func touch(_ set: inout Bitmap) {
            set.insert(row)
            set.remove(row)
          }
          if index == 0 { touch(&x) } else if index == 1 { touch(&y) } else { touch(&z) }
        }
      }
    }
    x.formIntersection(b)
    y.formUnion(b)
    z.subtract(b)
    same(x, both, "intersection in place")
    same(y, either, "union in place")
    same(z, setA.subtracting(setB), "subtraction in place")
  }
  same(a, setA, "unchanged")
  same(b, setB, "unchanged")
}

@Test(arguments: [0, 1, 65, 100_000, 5_000_000])
func `a column is scanned as by hand, by any number of threads`(capacity: Int) {
  let codes = (0..<capacity).map { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761 % 20) }
  let found = codes.withUnsafeBufferPointer { Bitmap(of: $0, equalTo: 7) }
  #expect(found == Bitmap(capacity: capacity) { codes[$0] == 7 })
  let places = codes.map { Int32($0) - 1 }
  let gathered = places.withUnsafeBufferPointer {
    Bitmap(capacity: 19, rows: [3, 4]).gathered(by: $0)
  }
  #expect(gathered == Bitmap(capacity: capacity) { codes[$0] == 4 || codes[$0] == 5 })
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
