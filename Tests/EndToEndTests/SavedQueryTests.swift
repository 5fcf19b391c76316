import Foundation
import TestSupport
import Testing

/// The scripts in `Queries/`: each begins with what it is, and runs without a mistake.
@Suite struct SavedQueryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Queries")
  private static let scripts =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".enq") }.sorted()

  @Test func `there are a dozen`() { #expect(Self.scripts.count >= 12) }

  @Test(arguments: scripts)
  func `a saved query runs`(script: String) throws {
    let path = Self.folder.appending(path: script).path
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("#"))
    let result = try ShellProcess.run(builtProduct(named: "enquire"), ["run", path])
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(result.exitCode == 0)
  }

  @Test func `every published figure is reproduced`() throws {
    let path = Self.folder.appending(path: "ofsted-2009-10.enq").path
    let result = try ShellProcess.run(builtProduct(named: "enquire"), ["run", path])
    let last = try #require(result.output.split(separator: "\n").last).split(separator: " ")
    #expect(last.first == last.dropFirst(2).first, "all of them hold")
    #expect(try #require(Int(last.first ?? "")) >= 30)
  }
}
