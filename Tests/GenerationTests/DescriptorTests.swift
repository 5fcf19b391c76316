import Foundation
import Testing

@testable import enquire_generate

@Suite("The descriptor")
struct DescriptorTests {
  private func read(_ package: Package) throws -> [String: Any] {
    let bytes = Data(package.files["datapackage.json"] ?? [])
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func resources(_ descriptor: [String: Any]) throws -> [[String: Any]] {
    try #require(descriptor["resources"] as? [[String: Any]])
  }

  private func fields(_ resource: [String: Any]) throws -> [[String: Any]] {
    let schema = try #require(resource["schema"] as? [String: Any])
    return try #require(schema["fields"] as? [[String: Any]])
  }

  /// Values of plain texts or of objects with a value and a label.
  private func values(_ list: Any?) -> [String] {
    (list as? [Any] ?? []).compactMap { $0 as? String ?? ($0 as? [String: String])?["value"] }
  }

  @Test("says that the data are synthetic")
  func saysSynthetic() throws {
    let descriptor = try read(try Package.committed())
    #expect((descriptor["title"] as? String)?.contains("SYNTHETIC") == true)
    #expect((descriptor["description"] as? String)?.contains("SYNTHETIC") == true)
    let own = try #require(descriptor["enquire"] as? [String: Any])
    #expect(own["synthetic"] as? Bool == true)
    #expect(own["definitions"] as? String == "definitions.enq")
    for resource in try resources(descriptor) {
      #expect((resource["description"] as? String)?.contains("SYNTHETIC") == true)
    }
  }

  @Test("titles and describes everything, and names the files and their fields")
  func describesEverything() throws {
    let package = try Package.committed()
    let resources = try resources(try read(package))
    var paths: Set<String> = ["datapackage.json", "definitions.enq"]
    for resource in resources {
      let name = try #require(resource["name"] as? String)
      #expect(resource["title"] as? String != "" && resource["title"] != nil)
      paths.insert(try #require(resource["path"] as? String))
      let fields = try fields(resource)
      #expect(try fields.compactMap { $0["name"] as? String } == package.table(name).header)
      for field in fields {
        #expect((field["title"] as? String)?.isEmpty == false)
        #expect((field["description"] as? String)?.hasSuffix(".") == true)
      }
    }
    #expect(paths == Set(package.files.keys))
  }

  @Test("covers every value", arguments: [nil, 3000] as [Int?])
  func coversValues(_ children: Int?) throws {
    let package =
      try children.map { try Package.generated(seed: 5, children: $0) } ?? Package.committed()
    for resource in try resources(try read(package)) {
      let table = try package.table(try #require(resource["name"] as? String))
      for field in try fields(resource) {
        let name = try #require(field["name"] as? String)
        let isRequired = (field["constraints"] as? [String: Bool])?["required"] == true
        let missing = isRequired ? [] : Set(values(field["missingValues"]))
        let present = table.values(name).filter { !missing.contains($0) }
        #expect(!present.contains(""), "\(name)")
        let categories = Set(values(field["categories"]))
        let type = try #require(field["type"] as? String)
        switch type {
        case "integer": #expect(present.allSatisfy { Int($0) != nil }, "\(name)")
        case "boolean": #expect(present.allSatisfy { $0 == "true" || $0 == "false" }, "\(name)")
        case "date":
          #expect(present.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil }, "\(name)")
        case "list":
          let items = present.flatMap { $0.split(separator: ";").map(String.init) }
          #expect(categories.isSuperset(of: items), "\(name)")
        default:
          #expect(categories.isEmpty || categories.isSuperset(of: present), "\(name)")
        }
      }
    }
  }

  @Test("gives the scale of status in order, as cumulative, and age in months")
  func knowsItsScales() throws {
    let children = try #require(
      try resources(try read(try Package.committed())).first { $0["name"] as? String == "children" }
    )
    let fields = try fields(children)
    let status = try #require(fields.first { $0["name"] as? String == "status" })
    #expect(
      values(status["categories"]) == [
        "Not known to services", "Known", "Child in need", "CP plan",
      ])
    #expect(status["categoriesOrdered"] as? Bool == true)
    #expect((status["enquire"] as? [String: Bool])?["cumulative"] == true)
    let age = try #require(fields.first { $0["name"] as? String == "age" })
    #expect(age["enquire"] as? [String: String] == ["unit": "months", "displayUnit": "years"])
    #expect(children["enquire"] as? [String: String] == ["singular": "child"])
  }

  @Test("refers only to tables and fields that there are")
  func refersToTables() throws {
    let resources = try resources(try read(try Package.committed()))
    let names = Set(resources.compactMap { $0["name"] as? String })
    for resource in resources {
      let schema = try #require(resource["schema"] as? [String: Any])
      #expect(schema["primaryKey"] as? [String] == ["id"])
      let fields = Set(try fields(resource).compactMap { $0["name"] as? String })
      for key in schema["foreignKeys"] as? [[String: Any]] ?? [] {
        #expect(fields.isSuperset(of: key["fields"] as? [String] ?? ["?"]))
        let reference = try #require(key["reference"] as? [String: Any])
        #expect(names.contains(reference["resource"] as? String ?? "?"))
      }
    }
  }
}
