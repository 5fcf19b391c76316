import Testing

@testable import enquire_generate

@Suite("A set of another size")
struct OtherSizeTests {
  @Test("has exactly the children asked for", arguments: [1, 2, 7, 194, 5000])
  func size(_ count: Int) throws {
    let package = try Package.generated(seed: 11, children: count, narratives: false)
    #expect(try package.table("children").rows.count == count)
  }

  @Test("has the tables and fields of the canonical set")
  func schema() throws {
    let canonical = try Package.committed()
    let other = try Package.generated(seed: 11, children: 50)
    #expect(canonical.files.keys.sorted() == other.files.keys.sorted())
    for name in canonical.files.keys where name.hasSuffix(".csv") {
      let table = String(name.dropLast(4))
      #expect(try canonical.table(table).header == other.table(table).header)
    }
  }

  @Test("is the same every time")
  func isDeterministic() throws {
    #expect(
      try Package.generated(seed: 4, children: 5000).files
        == Package.generated(seed: 4, children: 5000).files)
  }

  @Test("begins with the same reviews, however many follow")
  func isStreamed() throws {
    let small = try Package.generated(seed: 4, children: 900).table("reviews").rows
    let large = try Package.generated(seed: 4, children: 950).table("reviews").rows
    // The last reviews of the small set may have been cut short.
    for (one, other) in zip(small.dropLast(), large) { #expect(one == other) }
  }

  @Test("claims nothing that was published")
  func claims() throws {
    let package = try Package.generated(seed: 4, children: 20)
    #expect(try package.table("claims").rows.isEmpty)
  }

  @Test("leaves narratives out when asked")
  func withoutNarratives() throws {
    let package = try Package.generated(seed: 4, children: 20, narratives: false)
    #expect(try package.table("narratives").rows.isEmpty)
  }
}
