import Foundation
import Testing

@testable import enquire_generate

@Suite("Output")
struct OutputTests {
  @Test("quotes what a CSV reader would take apart")
  func quoting() throws {
    let folder = MemoryFolder()
    let resource = ResourceDescription(
      name: "t", singular: "t", title: "", description: "",
      fields: [FieldDescription("a", .string, "", ""), FieldDescription("b", .string, "", "")])
    var file = try TableFile(resource, in: folder)
    file.add("x, \"y\"\nz")
    file.add("")
    try file.endRow()
    try file.close()
    let bytes = try #require(folder.files["t.csv"])
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b\n\"x, \"\"y\"\"\nz\",\n")
    #expect(try Rows(csv: bytes).values("a") == ["x, \"y\"\nz"])
  }

  @Test("escapes JSON and breaks long lines")
  func json() throws {
    let text = "quote \" slash \\ line \n bell \u{7} é"
    let long = JSONText.object([
      (name: "a", value: .string(text)),
      (name: "b", value: .strings((0..<40).map(String.init))),
      (name: "c", value: true),
    ]).document
    #expect(long.split(separator: "\n").count > 40)
    let read = try JSONSerialization.jsonObject(with: Data(long.utf8)) as? [String: Any]
    #expect(read?["a"] as? String == text)
    #expect((read?["b"] as? [String])?.count == 40)
  }

  @Test("says which file could not be written")
  func failure() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "enquire-generate-\(UUID().uuidString)")
    try Data("a file".utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(throws: OutputFailure.self) { try DiskFolder(makingPath: path.path + "/inside") }
  }

  @Test("writes the same files to disk as to memory")
  func disk() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "enquire-generate-\(UUID().uuidString)/a/b")
    defer { try? FileManager.default.removeItem(at: path) }
    try PackageGenerator(seed: 6, childCount: 300).write(to: DiskFolder(makingPath: path.path))
    for (name, bytes) in try Package.generated(seed: 6, children: 300).files {
      #expect([UInt8](try Data(contentsOf: path.appending(path: name))) == bytes)
    }
  }
}
