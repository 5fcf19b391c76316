import Tables
import Testing

@testable import Loading

/// The package inside the program, read at once so that its issues would show.
@Suite struct BundledPackageTests {
  @Test func `it has no issues`() throws {
    let loaded = try PackageLoading.load("datapackage.json", from: BundledFiles())
    let issues = loaded.report.groups.flatMap(\.examples).map(\.text)
    #expect(issues.isEmpty, "\(issues)")
  }

  @Test func `read when needed, it is the same`() throws {
    let whole = try PackageLoading.load("datapackage.json", from: BundledFiles()).dataSet
    let deferred = try Loader.loadBundled().dataSet
    #expect(deferred.isSynthetic && deferred.definitions != nil)
    #expect(deferred.tables.map(\.schema.name) == whole.tables.map(\.schema.name))
    #expect(deferred.relations == whole.relations)
    for (a, b) in zip(deferred.tables, whole.tables) {
      #expect(a.rowCount == b.rowCount)
      #expect(a.schema.fields.map(\.name) == b.schema.fields.map(\.name))
      #expect(a.columns.map(\.recorded) == b.columns.map(\.recorded))
    }
    for index in whole.relations.indices {
      #expect(
        deferred.relationIndex(index).parentOfChild == whole.relationIndex(index).parentOfChild)
    }
  }

  @Test func `it holds what the descriptor says`() throws {
    let data = try Loader.loadBundled().dataSet
    let reviews = try #require(data.tableIndex(named: "review"))
    let children = try #require(data.tableIndex(named: "children"))
    #expect(data.tables[reviews].rowCount == 147)
    #expect(data.tables[children].rowCount == 194)
    let fields = data.tables[children].schema.fields
    let status = try #require(fields.first { $0.name == "status" })
    #expect(status.isOrdered && status.isCumulative)
    #expect(status.categories.map(\.label).last == "CP plan")
    let ethnicity = try #require(fields.first { $0.name == "ethnicity" })
    #expect(ethnicity.categories.first?.label == "White British")
    #expect(ethnicity.missingMarkers.contains { $0.reason == "refused" })
    #expect(fields.allSatisfy { !$0.title.isEmpty && !$0.description.isEmpty })
    #expect(data.relations.contains { $0.name == "review" && $0.inverseName == "children" })
  }
}
