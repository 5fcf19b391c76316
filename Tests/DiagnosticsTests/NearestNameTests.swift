import TestSupport
import Testing

@testable import Diagnostics

/// The definition of optimal string alignment, by trying everything.
private func naiveDistance(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int
{
  guard let lastA = a.last else { return b.count }
  guard let lastB = b.last else { return a.count }
  var best = naiveDistance(a.dropLast(), b.dropLast()) + (lastA == lastB ? 0 : 1)
  best = min(best, naiveDistance(a.dropLast(), b) + 1, naiveDistance(a, b.dropLast()) + 1)
  if a.count > 1, b.count > 1, lastA == b[b.endIndex - 2], lastB == a[a.endIndex - 2] {
    best = min(best, naiveDistance(a.dropLast(2), b.dropLast(2)) + 1)
  }
  return best
}

@Test(arguments: 1...150 as ClosedRange<UInt64>)
func `edit distance agrees with its definition`(seed: UInt64) {
  var random = SeededRandom(seed: seed)
  // Few letters, so that matches and swaps are common.
  let letters = Array("abc".unicodeScalars)
  func word() -> [Unicode.Scalar] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }
  }
  let a = word()
  let b = word()
  #expect(NearestName.editDistance(a, b) == naiveDistance(a[...], b[...]), "seed \(seed)")
  #expect(NearestName.editDistance(a, b) == NearestName.editDistance(b, a), "seed \(seed)")
  #expect(NearestName.editDistance(a, a) == 0, "seed \(seed)")
}

private let fields = [
  "status", "age", "died", "known", "cin", "cp_plan", "gender", "review.grade", "start_date",
  "months_to_complete",
]

@Test(arguments: [
  ("statsu", "status"), ("STATUS", "status"), ("dide", "died"), ("agee", "age"),
  ("grade", "review.grade"), ("months", "months_to_complete"), ("cp", "cp_plan"),
  ("knwon", "known"), ("statuses", "status"), ("plan", "cp_plan"),
])
func `a mistyped name finds the one that was meant`(typed: String, meant: String) {
  #expect(NearestName.nearest(to: typed, among: fields).first == meant)
}

@Test(arguments: ["", "x", "zzz", "qwertyuiop", "ethnicity", String(repeating: "a", count: 300)])
func `a word near nothing finds nothing`(typed: String) {
  #expect(NearestName.nearest(to: typed, among: fields) == [])
}

@Test func `names come nearest first, each once, and no more than asked`() {
  let names = ["CP plans", "CP plan", "CP plan", "CP plane", "CP pln", ""]
  #expect(
    NearestName.nearest(to: "CP paln", among: names, limit: 2) == ["CP plan", "CP pln"])
  #expect(NearestName.nearest(to: "cp plan", among: names).first == "CP plan")
  #expect(NearestName.nearest(to: "CP plan", among: names, limit: 0) == [])
}
