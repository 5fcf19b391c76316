import Testing

@testable import enquire_generate

/// That rows belong together and agree with each other, in the canonical set and at another size.
@Suite("Rows agree with each other")
struct IntegrityTests {
  static let subjects = [Subject.committed, .size(1500, seed: 77)]

  @Test("keys are unique and references arrive", arguments: subjects)
  func keys(_ subject: Subject) throws {
    let package = try subject.package()
    for resource in Resources.all {
      let table = try package.table(resource.name)
      let ids = table.values("id")
      #expect(Set(ids).count == ids.count, "\(resource.name)")
      #expect(Set(ids.map(\.count)).count <= 1, "codes of one length: \(resource.name)")
      guard let parent = resource.parent else { continue }
      let known = Set(try package.table(parent.resource).values("id"))
      #expect(table.values(parent.field).allSatisfy(known.contains), "\(resource.name)")
    }
  }

  @Test(
    "a review has one index child, a narrative and its number of recommendations",
    arguments: subjects)
  func reviews(_ subject: Subject) throws {
    let package = try subject.package()
    let reviews = try package.table("reviews")
    let indexChildren = try package.table("children").rows.filter { $0["index_child"] == "true" }
    #expect(indexChildren.compactMap { $0["review"] } == reviews.values("id"))
    #expect(try package.table("narratives").values("review") == reviews.values("id"))
    let recommendations = try package.table("recommendations").counts("review")
    let findings = try package.table("findings").counts("review")
    let regions = Dictionary(
      uniqueKeysWithValues: try package.table("lscbs").rows.map { ($0["id"], $0["region"]) })
    for row in reviews.rows {
      let id = row["id"] ?? ""
      #expect(row["recommendation_count"] == String(recommendations[id] ?? 0))
      #expect((4...9).contains(findings[id] ?? 0))
      #expect(row["region"] == regions[row["lscb"]])
      #expect(row["year"] == "2009-10")
    }
  }

  @Test("the days of a review follow one another", arguments: subjects)
  func days(_ subject: Subject) throws {
    let reviews = try subject.package().table("reviews")
    let names = ["incident_date", "decision_date", "submitted_date", "evaluated_date"]
    for row in reviews.rows {
      let days = names.compactMap { row[$0] }.filter { !$0.isEmpty }
      #expect(days == days.sorted(), "\(row["id"] ?? "")")
    }
    for name in names.dropLast() { #expect(reviews.values(name).contains("")) }
    #expect(!reviews.values("evaluated_date").contains(""))
  }

  @Test("what is recorded of a child fits together", arguments: subjects)
  func children(_ subject: Subject) throws {
    let package = try subject.package()
    let marked = Set(try package.table("characteristics").values("child"))
    for row in try package.table("children").rows {
      let died = row["outcome"] == "died"
      #expect((row["death_category"] == "n/a") == !died)
      #expect((row["harm_category"] == "n/a") == died)
      #expect((row["status"] == "CP plan") == (row["cp_history"] == "current"))
      #expect((row["cp_category"] == "n/a") == (row["cp_history"] == "never"))
      #expect((row["cp_category"] == "") == (row["cp_history"] == ""))
      let disability = (row["disability"] ?? "").split(separator: ";")
      #expect(!disability.contains("NONE") || disability.count == 1)
      #expect(
        ["REFU", "NOBT"].contains(row["ethnicity"])
          == ["REFU", "NOBT"].contains(row["ethnic_group"]))
      #expect(marked.contains(row["id"] ?? ""))
    }
  }

  @Test(
    "an agency is named once a review, and findings name those involved",
    arguments: subjects)
  func agencies(_ subject: Subject) throws {
    let package = try subject.package()
    let pairs = try package.table("agencies").rows.map {
      "\($0["review"] ?? "") \($0["agency"] ?? "")"
    }
    #expect(Set(pairs).count == pairs.count)
    let involved = Set(pairs)
    let alone = Set(try package.table("reviews").values("id"))
      .subtracting(try package.table("agencies").values("review"))
    for row in try package.table("findings").rows where !alone.contains(row["review"] ?? "") {
      #expect(involved.contains("\(row["review"] ?? "") \(row["agency"] ?? "")"))
    }
  }

  @Test(
    "social care knows a family just when one of its children is known",
    arguments: subjects)
  func socialCare(_ subject: Subject) throws {
    let package = try subject.package()
    let known = Set(
      try package.table("children").rows.filter { $0["status"] != "Not known to services" }
        .compactMap { $0["review"] })
    for row in try package.table("agencies").rows where row["agency"] == "Children's social care" {
      #expect((row["known_at_incident"] == "true") == known.contains(row["review"] ?? ""))
    }
  }
}
