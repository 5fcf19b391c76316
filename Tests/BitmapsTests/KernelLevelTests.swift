import CBitmapKernels
import TestSupport
import Testing

/// The kernels that this processor can run.
private let levels = (0...2).compactMap { cbk_kernels_of_level($0)?.pointee }

private let lengths = [1, 63, 64, 65, 1000, 100_000]

/// What the kernels are tried on.
private struct Samples {
  let rows: Int
  let seed: UInt64
  let first: [UInt64]
  let second: [UInt64]
  let small: [UInt32]
  let numbers: [Double]
  let places: [Int32]

  var words: Int { (rows + 63) / 64 }

  init(rows: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    self.rows = rows
    self.seed = seed
    func words(_ density: Double) -> [UInt64] {
      var words = [UInt64](repeating: 0, count: (rows + 63) / 64)
      for row in 0..<rows where Double.random(in: 0..<1, using: &random) < density {
        words[row / 64] |= 1 << UInt64(row % 64)
      }
      return words
    }
    first = words(0.5)
    second = words(0.1)
    small = (0..<rows).map { _ in UInt32.random(in: 0..<20, using: &random) }
    numbers = small.map { $0 == 0 ? .nan : Double($0) - 10 }
    places = (0..<rows).map { _ in Int32.random(in: -1..<Int32(rows), using: &random) }
  }

  func bit(_ words: [UInt64], _ row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }
}

/// Runs a kernel that writes a bit for each row, and compares with a test of each row.
private func expect(
  _ samples: Samples, _ name: String, _ kernel: (UnsafeMutablePointer<UInt64>) -> UInt64,
  holds: (Int) -> Bool, sourceLocation: SourceLocation = #_sourceLocation
) {
  var out = [UInt64](repeating: ~0, count: samples.words + 1)
  let count = out.withUnsafeMutableBufferPointer { kernel($0.baseAddress.unsafelyUnwrapped) }
  let found = (0..<samples.words * 64).filter { samples.bit(out, $0) }
  let wanted = (0..<samples.rows).filter(holds)
  #expect(
    found == wanted, "\(name), \(samples.rows) rows, seed \(samples.seed)",
    sourceLocation: sourceLocation)
  #expect(count == wanted.count, "\(name)", sourceLocation: sourceLocation)
}

@Test(arguments: lengths, 1...3 as ClosedRange<UInt64>)
func `set operations and counts are those of single bits`(rows: Int, seed: UInt64) {
  let samples = Samples(rows: rows, seed: seed)
  let (a, b, words) = (samples.first, samples.second, samples.words)
  func inFirst(_ row: Int) -> Bool { samples.bit(a, row) }
  func inSecond(_ row: Int) -> Bool { samples.bit(b, row) }
  for level in levels {
    let name = String(cString: level.name)
    #expect(level.count(a, words) == (0..<rows).count(where: inFirst))
    #expect(
      level.count_and(a, b, words) == (0..<rows).count { inFirst($0) && inSecond($0) }, "\(name)")
    expect(samples, name, { level.intersect(a, b, words, $0) }) { inFirst($0) && inSecond($0) }
    expect(samples, name, { level.unite(a, b, words, $0) }) { inFirst($0) || inSecond($0) }
    expect(samples, name, { level.subtract(a, b, words, $0) }) { inFirst($0) && !inSecond($0) }
    // In place.
    expect(
      samples, name,
      { out in
        out.update(from: a, count: words)
        return level.subtract(out, b, words, out)
      },
      holds: { inFirst($0) && !inSecond($0) })
  }
}

@Test(arguments: lengths, 1...3 as ClosedRange<UInt64>)
func `scans find the rows that a test of each row finds`(rows: Int, seed: UInt64) {
  let samples = Samples(rows: rows, seed: seed)
  let (small, numbers) = (samples.small, samples.numbers)
  let (bytes, shorts) = (small.map { UInt8($0) }, small.map { UInt16($0 * 300) })
  let (days, whole) = (small.map { Int32($0) - 10 }, small.map { Int64($0) - 10 })
  for level in levels {
    let name = String(cString: level.name)
    expect(samples, name, { level.equal_u32(small, rows, 7, $0) }) { small[$0] == 7 }
    for (low, high) in [(0, 19), (3, 3), (5, 12), (19, 19)] {
      let range = low...high
      expect(samples, name, { level.within_u8(bytes, rows, UInt8(low), UInt8(high), $0) }) {
        range.contains(Int(bytes[$0]))
      }
      expect(
        samples, name,
        { level.within_u16(shorts, rows, UInt16(low * 300), UInt16(high * 300), $0) }
      ) { range.contains(Int(shorts[$0]) / 300) }
      let (from, to) = (low - 10, high - 10)
      expect(samples, name, { level.within_i32(days, rows, Int32(from), Int32(to), $0) }) {
        (from...to).contains(Int(days[$0]))
      }
      expect(samples, name, { level.within_i64(whole, rows, Int64(from), Int64(to), $0) }) {
        (from...to).contains(Int(whole[$0]))
      }
      expect(samples, name, { level.within_f64(numbers, rows, Double(from), Double(to), $0) }) {
        (Double(from)...Double(to)).contains(numbers[$0])
      }
    }
    expect(samples, name, { level.within_i32(days, rows, .min, .max, $0) }) { _ in true }
    expect(samples, name, { level.gather(samples.first, samples.places, rows, $0) }) {
      let place = Int(samples.places[$0])
      return place >= 0 && samples.bit(samples.first, place)
    }
  }
}

@Test(arguments: lengths, 1...3 as ClosedRange<UInt64>)
func `bits of a mask stand side by side and go back`(rows: Int, seed: UInt64) {
  let samples = Samples(rows: rows, seed: seed)
  let (bits, mask, words) = (samples.first, samples.second, samples.words)
  let places = (0..<rows).filter { samples.bit(mask, $0) }
  for level in levels {
    let name = String(cString: level.name)
    var dense = [UInt64](repeating: 0, count: words + 1)
    level.compress(bits, mask, words, &dense)
    #expect(
      places.indices.map { samples.bit(dense, $0) } == places.map { samples.bit(bits, $0) },
      "\(name), \(rows) rows, seed \(seed)")
    expect(samples, name, { level.expand(dense, mask, words, $0) }) {
      samples.bit(mask, $0) && samples.bit(bits, $0)
    }
  }
}

@Test func `the plain kernels run everywhere`() {
  #expect(!levels.isEmpty)
  #expect(cbk_kernels_of_level(3) == nil)
  #expect(cbk_kernels_of_level(-1) == nil)
  #expect(
    String(cString: cbk_best_kernels().pointee.name) == levels.last.map { String(cString: $0.name) }
  )
}
