import Testing

@testable import enquire_generate

/// Proportions near those that were published of such reviews: wide bounds, for realism only.
@Suite("Proportions")
struct DistributionTests {
  static let subjects = [Subject.committed, .size(5000, seed: 3)]

  @Test("of children", arguments: subjects)
  func children(_ subject: Subject) throws {
    let children = try subject.package().table("children")
    let total = children.rows.count
    func percent(_ part: Int, of whole: Int) -> Double { 100 * Double(part) / Double(whole) }
    let ages = children.values("age").compactMap(Int.init)
    #expect((30.0...40).contains(percent(ages.count { $0 < 12 }, of: total)))
    #expect((0.1...4).contains(percent(total - ages.count, of: total)))
    let genders = children.counts("gender")
    let male = genders["male"] ?? 0
    #expect((50.0...58).contains(percent(male, of: male + (genders["female"] ?? 0))))
    let ethnicity = children.counts("ethnicity")
    let unrecorded = (ethnicity["REFU"] ?? 0) + (ethnicity["NOBT"] ?? 0)
    #expect((10.0...15).contains(percent(unrecorded, of: total)))
    let onPlan = children.count { $0["status"] == "CP plan" }
    #expect((21.0...29).contains(percent(onPlan, of: total)))
  }

  @Test("of kinds of death", arguments: subjects)
  func deaths(_ subject: Subject) throws {
    let deaths = try subject.package().table("children").rows
      .filter { $0["outcome"] == "died" }
      .map { $0["death_category"] ?? "" }
    func percent(_ category: DeathCategory) -> Double {
      100 * Double(deaths.count { $0 == category.value }) / Double(deaths.count)
    }
    #expect((42.0...58).contains(percent(.related)))
    #expect((16.0...30).contains(percent(.assault)))
    #expect((7.0...18).contains(percent(.overtHomicide)))
    #expect((1.0...9).contains(percent(.infanticide)))
    #expect((5.0...15).contains(percent(.unclassified)))
  }

  @Test("of plans by category", arguments: subjects)
  func plans(_ subject: Subject) throws {
    let plans = try subject.package().table("children").values("cp_category")
      .filter { $0 != "" && $0 != "n/a" }
    func percent(_ holds: (String) -> Bool) -> Double {
      100 * Double(plans.count(where: holds)) / Double(plans.count)
    }
    #expect((33.0...52).contains(percent { $0 == "NEG" }))
    #expect((12.0...25).contains(percent { $0 == "PHY" }))
    #expect((14.0...30).contains(percent { $0.contains(";") }))
  }
}
