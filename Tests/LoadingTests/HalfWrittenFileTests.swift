import Foundation
import TestSupport
import Testing

@testable import Loading

/// Files on their way to their place, and what is left of them.
@Suite struct HalfWrittenFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] { FolderFiles.names(in: folder.path) ?? [] }

  @Test func `what a killed program left is removed by the next save of the same file`() throws {
    try folder.write("half", to: "a.enqs.4711.tmp")
    try folder.write("half", to: "a.enqs.\(getpid()).tmp")
    try folder.write("half", to: "a.enqs.12-3.tmp")
    for other in [
      "a.enqs.tmp", "a.enqs.x.tmp", "a.csv.4711.tmp", "b.enqs.1.tmp", "a.enqs.1.tmp.csv",
    ] {
      try folder.write("mine", to: other)
    }
    try Loader.saveSnapshot(try Loader.loadBundled(), to: folder.path("a.enqs"))
    #expect(
      names == [
        "a.csv.4711.tmp", "a.enqs", "a.enqs.1.tmp.csv", "a.enqs.tmp", "a.enqs.x.tmp",
        "b.enqs.1.tmp",
      ])
  }

  @Test func `a file that is still written is left alone, even by its own process`() throws {
    let path = folder.path("a.txt")
    var first = try SnapshotFile(replacing: path)
    try first.append(Array("first".utf8))
    var second = try SnapshotFile(replacing: path)
    try second.append(Array("second".utf8))
    #expect(names.count == 2)
    try second.keep()
    #expect(folder.read("a.txt") == "second")
    try first.keep()
    #expect(folder.read("a.txt") == "first" && names == ["a.txt"])
  }

  @Test func `a link stays a link, and what is no file is not replaced`() throws {
    try folder.write("before", to: "real.txt")
    symlink("real.txt", folder.path("link.txt"))
    try WholeFile.write(Array("after".utf8), to: folder.path("link.txt"))
    #expect(folder.read("real.txt") == "after" && names == ["link.txt", "real.txt"])
    mkfifo(folder.path("pipe"), 0o600)
    for path in [folder.path("pipe"), folder.path] {
      #expect(throws: WholeFile.Failure.self) { try WholeFile.write([1], to: path) }
    }
    #expect(names == ["link.txt", "pipe", "real.txt"])
  }

  @Test func `a cache that cannot be written leaves nothing half written`() throws {
    let loaded = try Loader.loadBundled()
    let plan = CachePlan(folder: folder.path, path: folder.path("taken"), sources: [])
    mkdir(folder.path("taken"), 0o700)
    #expect(throws: FileProblem.self) { try plan.write(loaded) { false } }
    let free = CachePlan(folder: folder.path, path: folder.path("a.enqs"), sources: [])
    #expect(throws: FileProblem.self) { try free.write(loaded) { true } }
    #expect(names == ["taken"])
    try folder.write("half", to: "other.enqs.4711.tmp")
    try free.write(loaded) { false }
    #expect(names == ["a.enqs", "taken"])
  }
}
