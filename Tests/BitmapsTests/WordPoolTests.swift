import TestSupport
import Testing

@testable import Bitmaps

/// Memory of large sets: what one has, no other has at the same time.
@Suite struct WordPoolTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `what is taken is nobody else's until it is given back`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let lengths = [100, 16_384, 16_385, 40_001, 262_144, 1_500_000]
    var held: [(base: UnsafeMutablePointer<UInt64>, length: Int, mark: UInt64)] = []
    var next: UInt64 = 1
    func check(_ place: Int) {
      let (base, length, mark) = held[place]
      let places = [0, length / 2, length - 1]
      #expect(places.allSatisfy { base[$0] == mark ^ UInt64($0) }, "seed \(seed), \(length) words")
    }
    for _ in 0..<400 {
      // More than is kept is out at times, so that some is given back to the system.
      if held.count < 24, held.isEmpty || random.int(below: 100) < 55 {
        let length = random.element(of: lengths)
        let base = WordPool.take(length)
        for place in [0, length / 2, length - 1] { base[place] = next ^ UInt64(place) }
        held.append((base, length, next))
        next += 1
      } else {
        let place = random.int(below: held.count)
        check(place)
        let (base, length, _) = held.remove(at: place)
        WordPool.give(base, length)
      }
    }
    for place in held.indices { check(place) }
    for (base, length, _) in held { WordPool.give(base, length) }
  }
}
