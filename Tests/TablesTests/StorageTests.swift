import Tables
import TestSupport
import Testing

/// Memory that tells when it is let go.
private final class WatchedMemory: @unchecked Sendable {
  let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 3)
  let whenFreed: @Sendable () -> Void

  init(whenFreed: @escaping @Sendable () -> Void) {
    self.whenFreed = whenFreed
    _ = memory.initialize(fromContentsOf: [7, 8, 9])
  }

  deinit {
    memory.deallocate()
    whenFreed()
  }
}

@Suite struct StorageTests {
  @Test func `a storage shows memory as long as anyone looks`() async {
    await confirmation { freed in
      var slice: Slice<Storage<UInt32>>?
      do {
        let watched = WatchedMemory { freed() }
        let storage = Storage(UnsafeBufferPointer(watched.memory), keptBy: watched)
        slice = storage[1...]
      }
      #expect(slice.map(Array.init) == [8, 9])
      slice = nil
    }
  }

  @Test func `a storage holds what it was made of`() {
    #expect(Storage(count: 4) { $0 * $0 } == [0, 1, 4, 9])
    #expect(Storage([1.5, 2]).map { $0 * 2 } == [3, 4])
    #expect(Storage<Int32>().isEmpty && Storage<Int>([]).isEmpty)
    #expect(Array(Storage<UInt8>(1...3)) == [1, 2, 3])
  }

  @Test func `values take the place of others only where nobody else looks at them`() {
    func address(_ storage: Storage<UInt32>) -> Int {
      storage.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    }
    var sole: Storage<UInt32> = [1, 2, 3]
    let place = address(sole)
    sole = (consume sole).mapped { $0 * 10 }
    #expect(sole == [10, 20, 30] && address(sole) == place)

    let shared = sole
    let other = shared.mapped { $0 + 1 }
    #expect(sole == [10, 20, 30] && other == [11, 21, 31])

    let watched = WatchedMemory {}
    let foreign = Storage(UnsafeBufferPointer(watched.memory), keptBy: watched)
    #expect(foreign.mapped { -Int32($0) } == [-7, -8, -9])
    #expect(Array(watched.memory) == [7, 8, 9], "memory that may be a mapped file is not written")
    let wider: Storage<UInt32> = [4, 5]
    #expect(wider.mapped { Double($0) / 2 } == [2, 2.5])
    #expect(Storage<UInt32>().mapped { $0 }.isEmpty)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `texts of one dictionary are found in another`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pool =
      (0..<40).map { "t\($0 * 7)" } + ["", "longer text than eight"]
      + (seed % 2 == 0 ? ["e\u{301}", "日本"] : [])
    let here = Array(Set(pool.shuffled(using: &random).prefix(25)))
    var there = Array(Set(pool.shuffled(using: &random).prefix(25)))
    if seed % 2 == 0 { there.append("\u{E9}") }
    let codes = TextDictionary(here).codes(of: TextDictionary(there)) { false }
    let expected = there.enumerated().map { offset, text in
      UInt32(here.firstIndex(of: text) ?? here.count + offset)
    }
    #expect(codes == expected, "seed \(seed)")
    #expect(TextDictionary(here).codes(of: TextDictionary(there)) { true } == nil)
  }

  @Test func `a dictionary gives texts by code and codes by text`() {
    let texts = ["", "Known", "e\u{301}t\u{E9}", "CP plan", "\u{E9}t\u{E9}", "日本"]
    let dictionary = TextDictionary(texts)
    #expect(Array(dictionary) == texts)
    #expect(dictionary == TextDictionary(texts) && dictionary != ["Known"])
    #expect(dictionary.firstIndex(of: "CP plan") == 3 && dictionary.contains("日本"))
    #expect(dictionary.firstIndex(of: "cp plan") == nil && !dictionary.contains("x"))
    #expect(dictionary.firstIndex(of: "\u{E9}t\u{E9}") == 4, "the same bytes come first")
    #expect(dictionary.firstIndex(of: "e\u{301}te\u{301}") == 2, "then equal strings")
    #expect(TextDictionary([]).isEmpty)
  }
}
