import Testing

@testable import enquire_generate

@Suite("Chance")
struct ChanceTests {
  @Test("an emptied urn gives what was put in, however it was favoured", arguments: 0..<20)
  func urn(_ seed: UInt64) {
    var random = RandomSource(seed: seed, stream: 0)
    var urn = Urn([("a", 5), ("b", 0), ("c", 17)], puttingBack: false)
    var counts: [String: Int] = [:]
    for _ in 0..<22 { counts[urn.draw(&random) { $0 == "a" ? 3 : 0 }, default: 0] += 1 }
    #expect(counts == ["a": 5, "c": 17])
  }

  @Test("weights are kept to")
  func weighted() {
    var random = RandomSource(seed: 1, stream: 2)
    let table = Weighted([("rare", 1), ("never", 0), ("often", 9)])
    var counts: [String: Int] = [:]
    for _ in 0..<10_000 { counts[table.draw(&random), default: 0] += 1 }
    #expect(counts["never"] == nil)
    #expect((850...1150).contains(counts["rare"] ?? 0))
  }

  @Test("streams of one seed differ, and a stream repeats")
  func streams() {
    func start(_ seed: UInt64, _ stream: UInt64) -> [UInt64] {
      var random = RandomSource(seed: seed, stream: stream)
      return (0..<4).map { _ in random.next() }
    }
    #expect(start(7, 1) == start(7, 1))
    #expect(Set((0..<100).map { start(7, $0) }).count == 100)
    #expect(start(7, 1) != start(8, 1))
  }

  @Test("a shuffle keeps what it was given")
  func shuffle() {
    var random = RandomSource(seed: 5, stream: 5)
    let shuffled = random.shuffled(Array(0..<50))
    #expect(shuffled != Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
  }
}
