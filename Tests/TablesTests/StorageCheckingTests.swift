import Tables
import TestSupport
import Testing

/// Checks that look at whole blocks, against those that look at one value after another.
@Suite struct StorageCheckingTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is checked block by block is what is checked one by one`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = [0, 1, 2, 4_095, 4_096, 4_097, 9_000].randomElement(using: &random) ?? 0
    let limit = Int.random(in: 0...300, using: &random)
    // Mostly sound, with one value somewhere that may not be.
    var rows = (0..<count).map { _ in Int32.random(in: -1..<Int32(max(limit, 1)), using: &random) }
    var offsets = (0..<count).map { UInt32($0 / 3) }
    if count > 0, Bool.random(using: &random) {
      rows[Int.random(in: 0..<count, using: &random)] =
        [-2, -1, Int32(limit), .max, .min].randomElement(using: &random) ?? 0
      offsets[Int.random(in: 0..<count, using: &random)] = UInt32.random(
        in: 0...9_000, using: &random)
    }
    #expect(
      Storage(rows).areRows(below: limit) == rows.allSatisfy { $0 >= -1 && Int($0) < limit },
      "seed \(seed)")
    #expect(
      Storage(offsets).isUpwards == zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 },
      "seed \(seed)")
  }

  @Test(arguments: [0, 1, 7, 254, 255, 256, 65_535, 65_536, 70_000])
  func `codes are below a limit, or none`(limit: Int) {
    func agree<Code: FixedWidthInteger & UnsignedInteger>(
      _ codes: [Code], _ form: Codes
    ) -> Bool {
      form.areCodes(below: limit) == codes.allSatisfy { $0 == Code.max || Int($0) < limit }
    }
    for last: UInt32 in [0, 6, 7, 253, 254, 255, 256, 65_534, 65_535, 65_536, 69_999, 70_000, .max]
    {
      let words = [0, last]
      #expect(agree(words, Codes(.words(Storage(words)))), "\(last)")
      if last < 65_536 {
        let shorts = [0, UInt16(last)]
        #expect(agree(shorts, Codes(.shorts(Storage(shorts)))), "\(last)")
      }
      if last < 256 {
        let bytes = [0, UInt8(last)]
        #expect(agree(bytes, Codes(.bytes(Storage(bytes)))), "\(last)")
      }
    }
  }
}
