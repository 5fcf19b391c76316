import Testing

@testable import enquire_generate

@Suite("Narratives")
struct NarrativeTests {
  @Test("have 80 to 200 words", arguments: [nil, 3000] as [Int?])
  func lengths(_ children: Int?) throws {
    let package =
      try children.map { try Package.generated(seed: 9, children: $0) } ?? Package.committed()
    for row in try package.table("narratives").rows {
      let words = (row["text"] ?? "").split(separator: " ").count
      #expect((80...200).contains(words), "\(row["review"] ?? ""): \(words) words")
    }
  }

  @Test("differ from one another")
  func areDistinct() throws {
    let texts = try Package.committed().table("narratives").values("text")
    #expect(Set(texts).count == texts.count)
    let openings = texts.map { $0.split(separator: ".").first.map(String.init) ?? "" }
    #expect(Set(openings).count > 90)
  }

  @Test("leave no slot open and begin each sentence with a capital")
  func areWhole() throws {
    for text in try Package.committed().table("narratives").values("text") {
      #expect(!text.contains("{") && !text.contains("}") && !text.contains("  "))
      for sentence in text.split(separator: ". ") {
        #expect(sentence.first?.isUppercase == true, "\(sentence)")
      }
    }
  }

  @Test("agree with the rows of the review")
  func agreeWithRows() throws {
    let package = try Package.committed()
    let children = Dictionary(grouping: try package.table("children").rows) { $0["review"] ?? "" }
    let findings = Dictionary(grouping: try package.table("findings").rows) { $0["review"] ?? "" }
    for row in try package.table("narratives").rows {
      let text = row["text"] ?? ""
      let review = row["review"] ?? ""
      let family = children[review] ?? []
      let index = try #require(family.first { $0["index_child"] == "true" })
      let months = index["age"].flatMap(Int.init)
      #expect(text.contains("year-old") == (months.map { $0 >= 24 } ?? false))
      #expect(text.contains("month-old") == (months.map { (1..<24).contains($0) } ?? false))
      if text.contains("feigned compliance") {
        #expect(findings[review]?.contains { $0["sub_theme"] == "feigned compliance" } == true)
      }
      if text.contains("protection plan") { #expect(index["status"] == "CP plan") }
      if text.contains("brothers and sisters") { #expect(family.count > 2) }
      if text.contains(" suicide") { #expect((months ?? 215) >= 132) }
    }
  }

  @Test(
    "speak of what a search would look for",
    arguments: [
      "bruising", "explanation", "missed appointments", "feigned compliance", "not seen alone",
      "domestic violence", "threshold", "pre-birth", "supervision", "neglect",
    ])
  func canBeSearched(_ phrase: String) throws {
    let package = try Package.committed()
    let texts =
      try package.table("narratives").values("text") + package.table("findings").values("text")
    let hits = texts.count {
      $0.lowercased().contains(phrase == "not seen alone" ? "seen alone" : phrase)
    }
    #expect(hits >= 5 && hits < texts.count / 2)
  }
}
