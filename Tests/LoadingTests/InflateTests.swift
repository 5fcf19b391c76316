import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// Compressed files: what gzip wrote is read, and no damage passes in silence.
@Suite struct InflateTests {
  /// What the program `gzip` makes of bytes; judge of what is decoded here.
  private static func gzipped(_ bytes: [UInt8], _ level: String = "-6") throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path("plain")
    try Data(bytes).write(to: URL(filePath: path))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", level, path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
  }

  /// What is read of compressed bytes, in pieces of some length, and the damage.
  private static func decoded(
    _ bytes: [UInt8], piece: Int = 10_000
  ) throws -> (bytes: [UInt8], damage: String?) {
    let source = try MemoryFiles(files: ["x": bytes]).openDecoded("x")
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: piece)
    while true {
      let count = try block.withUnsafeMutableBytes { try source.read($0, at: all.count) }
      all += block[..<count]
      if count < piece { return (all, source.damage) }
    }
  }

  /// Bytes of which some are chance and some are repeated, near and far.
  private static func mixed(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if bytes.count > 10, Int.random(in: 0..<3, using: &random) > 0 {
        let back = Int.random(in: 1...min(bytes.count, 40_000), using: &random)
        let length = Int.random(in: 1...600, using: &random)
        for _ in 0..<length { bytes.append(bytes[bytes.count - back]) }
      } else {
        for _ in 0..<Int.random(in: 1...200, using: &random) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
    }
    return bytes
  }

  @Test(arguments: ["-1", "-6", "-9"])
  func `what gzip makes of any bytes comes back`(level: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let lines = (0..<20_000).map { "\($0),\($0 % 7),name \($0 % 100)\n" }.joined()
    let chance = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let samples: [[UInt8]] = [
      [], [65], Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8), Array(lines.utf8), chance,
      [UInt8](repeating: 0, count: 1_000_000), Self.mixed(300_000, &random),
    ]
    for sample in samples {
      let read = try Self.decoded(try Self.gzipped(sample, level))
      #expect(read.bytes == sample && read.damage == nil, "\(sample.count) bytes, seed \(seed)")
    }
  }

  @Test func `blocks of every kind are decoded, also a byte at a time`() throws {
    // Made with Python's zlib: stored (level 0), fixed codes (Z_FIXED), then the usual.
    let stored = "1f8b08000000000000ff010600f9ff68656c6c6f0a20303a3606000000"
    let fixed = "1f8b08000000000000ffcb48cdc9c9e70200"
    let text = Array("hello\n".utf8)
    #expect(try Self.decoded(Self.bytes(stored), piece: 1).bytes == text)
    #expect(try Self.decoded(Self.bytes(fixed + "20303a3606000000"), piece: 1).bytes == text)
    #expect(try Self.decoded(Self.bytes(fixed + "20303a3606000000"), piece: 1).damage == nil)
    let wrongSum = try Self.decoded(Self.bytes(fixed + "20303a3706000000"))
    #expect(wrongSum.bytes == text)
    #expect(wrongSum.damage?.contains("checksum") == true)
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }

  @Test func `members follow each other, and zeros at the end are nothing`() throws {
    let one = try Self.gzipped(Array("a,b\n1,2\n".utf8))
    let two = try Self.gzipped(Array("3,4\n".utf8))
    let both = try Self.decoded(one + two + [0, 0, 0])
    #expect(String(decoding: both.bytes, as: UTF8.self) == "a,b\n1,2\n3,4\n" && both.damage == nil)
    let followed = try Self.decoded(one + Array("rubbish".utf8))
    #expect(followed.bytes.count == 8 && followed.damage?.contains("follows the end") == true)
  }

  @Test func `a file that is cut off anywhere gives its beginning and says so`() throws {
    let text = Array((0..<300).map { "\($0 * $0 % 997),x\n" }.joined().utf8)
    let whole = try Self.gzipped(text)
    for count in 2..<whole.count {
      let read = try Self.decoded(Array(whole[..<count]))
      #expect(read.damage != nil, "cut off at \(count)")
      #expect(text.starts(with: read.bytes), "cut off at \(count)")
    }
  }

  @Test func `bytes that are changed never pass in silence, nor trap`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let text = Self.mixed(3000, &random)
    let whole = try Self.gzipped(text)
    for _ in 0..<400 {
      var changed = whole
      let place = Int.random(in: 10..<whole.count, using: &random)
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      let read = try Self.decoded(changed)
      #expect(read.damage != nil || read.bytes == text, "seed \(seed), byte \(place)")
    }
  }

  @Test func `compressed CSV opens by any name, in a folder and in a package`() throws {
    let folder = try TemporaryFolder()
    let csv = Array("id,age\nA,3\nB,4\n".utf8)
    let tsv = Array("id\tage, years\nA\t3\nB\t4\n".utf8)
    let files = [
      ("children.csv.gz", try Self.gzipped(csv)), ("reviews.tsv.gz", try Self.gzipped(tsv)),
      ("odd.name", try Self.gzipped(csv)),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(filePath: folder.path(name)))
    }
    #expect(try Loader.load(paths: [folder.path("odd.name")]).dataSet.tables[0].rowCount == 2)
    let listed = try Loader.load(paths: [folder.path]).dataSet.tables.map(\.schema)
    #expect(listed.map(\.name) == ["children", "reviews"])
    #expect(listed[1].fields.map(\.name) == ["id", "age, years"])
    try folder.write(
      #"{"resources": [{"name": "c", "path": "children.csv.gz", "compression": "gz"}]}"#,
      to: "datapackage.json")
    #expect(try Loader.load(paths: [folder.path]).dataSet.tables.map(\.rowCount) == [2])
  }

  @Test func `rows before the damage are there, and the issue tells the line`() throws {
    let folder = try TemporaryFolder()
    let text = "id,n\n" + (0..<5000).map { "r\($0),\($0 * 7919 % 10_007)\n" }.joined()
    let whole = try Self.gzipped(Array(text.utf8))
    let path = folder.path("cut.csv.gz")
    try Data(whole[..<(whole.count / 2)]).write(to: URL(filePath: path))
    let loaded = try Loader.load(paths: [path])
    #expect((1000..<5000).contains(loaded.dataSet.tables[0].rowCount))
    let group = try #require(loaded.report.groups.first { $0.kind == .damagedFile })
    #expect(group.examples[0].message.contains("cut off at byte \(whole.count / 2)"))
    #expect((group.examples[0].line ?? 0) > 1000)
  }
}
