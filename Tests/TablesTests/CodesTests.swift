import Bitmaps
import TestSupport
import Testing

@testable import Tables

/// Codes in each width, beside an array of numbers.
@Suite struct CodesTests {
  /// Codes below a limit, some of them `none`, in the least width.
  private func sample(_ limit: Int, _ random: inout SeededRandom, hasNone: Bool) -> [UInt32] {
    (0..<700).map { _ in
      hasNone && random.int(below: 9) == 0 ? Codes.none : UInt32(random.int(below: limit))
    }
  }

  @Test(arguments: [
    (1, Codes.Width.byte), (255, .byte), (256, .short), (65535, .short), (65536, .word),
  ])
  func `the least width is that which holds all codes and none`(limit: Int, width: Codes.Width) {
    #expect(Codes.Width(holding: limit) == width)
    let codes: [UInt32] = [0, UInt32(limit - 1), Codes.none]
    let narrow = Codes(narrowing: Storage(codes), below: limit)
    #expect(narrow.width == width && Array(narrow) == codes)
    #expect(narrow.areCodes(below: limit) && (limit == 1 || !narrow.areCodes(below: limit - 1)))
  }

  @Test(arguments: [1, 2, 200, 255, 256, 3000, 65535, 65536, 100_000])
  func `codes of any width give the same rows and counts`(limit: Int) {
    var random = SeededRandom(seed: UInt64(limit))
    let codes = sample(limit, &random, hasNone: true)
    let narrow = Codes(narrowing: Storage(codes), below: limit)
    #expect(narrow == Codes(Storage(codes)))
    for code in Set(codes.prefix(20)).subtracting([Codes.none]).union([255, 65535]) {
      let expected = codes.indices.filter { codes[$0] == code }
      #expect(Array(narrow.rows(equalTo: code)) == expected, "code \(code)")
    }
    var counts = [UInt32](repeating: 0, count: limit)
    for code in codes where code != Codes.none { counts[Int(code)] += 1 }
    #expect(narrow.tally(below: limit) == counts)
  }

  @Test(arguments: [1, 200, 255, 256, 65536])
  func `codes become values and other codes`(limit: Int) {
    var random = SeededRandom(seed: UInt64(limit) + 100)
    let codes = sample(limit, &random, hasNone: false)
    let numbers = (0..<limit).map { _ in random.int(below: 1 << 40) }
    let narrow = Codes(narrowing: Storage(codes), below: limit)
    #expect(Array(narrow.mapped(numbers)) == codes.map { numbers[Int($0)] })
    let isMarked = numbers.map { $0 % 3 == 0 }
    let marked = codes.indices.filter { isMarked[Int(codes[$0])] }
    #expect(Array(narrow.rows(where: isMarked)) == marked)
    for newLimit in [1, 255, 256, 70_000] {
      let others = (0..<limit).map { _ in
        random.int(below: 5) == 0 ? Codes.none : UInt32(random.int(below: newLimit))
      }
      let mapped = narrow.mapped(others, below: newLimit)
      #expect(Array(mapped) == codes.map { others[Int($0)] }, "to \(newLimit)")
      #expect(mapped.width >= Codes.Width(holding: newLimit))
    }
  }
}
