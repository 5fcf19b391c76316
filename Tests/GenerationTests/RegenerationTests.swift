import CBundledData
import Testing

@testable import enquire_generate

@Suite("The committed package")
struct RegenerationTests {
  @Test("is byte for byte what the generator writes")
  func isReproduced() throws {
    let committed = try Package.committed()
    let generated = try Package.generated()
    #expect(committed.files.keys.sorted() == generated.files.keys.sorted())
    for (name, bytes) in generated.files {
      #expect(committed.files[name] == bytes, "run enquire-generate again: \(name) differs")
    }
  }

  @Test("is embedded whole")
  func isEmbedded() throws {
    var embedded: [String: [UInt8]] = [:]
    for index in 0..<cbd_file_count() {
      let file = cbd_file_at(index)
      embedded[String(cString: file.name)] = Array(
        UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
    #expect(try embedded == Package.committed().files)
  }

  @Test("for practice is embedded as the generator writes it for its seed")
  func practiceIsReproduced() throws {
    let generated = try Package.generated(seed: 41, children: 150)
    var embedded: [String: [UInt8]] = [:]
    for index in 0..<cbd_practice_file_count() {
      let file = cbd_practice_file_at(index)
      embedded[String(cString: file.name)] = Array(
        UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
    #expect(embedded.keys.sorted() == generated.files.keys.sorted())
    for (name, bytes) in generated.files {
      #expect(
        embedded[name] == bytes,
        "run enquire-generate --seed 41 --children 150 again: \(name) differs")
    }
  }

  @Test("differs under another seed, in rows but not in files or headers")
  func dependsOnTheSeed() throws {
    let one = try Package.generated(seed: 1)
    let other = try Package.generated(seed: 2)
    #expect(one.files.keys.sorted() == other.files.keys.sorted())
    #expect(one.files["children.csv"] != other.files["children.csv"])
    #expect(try one.table("children").header == other.table("children").header)
  }
}
