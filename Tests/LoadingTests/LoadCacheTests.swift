import Foundation
import Tables
import TestSupport
import Testing

@testable import Loading

/// Snapshots that are kept without being asked for: used when nothing changed, and never else.
@Suite struct LoadCacheTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var cache: String { folder.path + "/cache" }

  private var options: LoadOptions {
    var options = LoadOptions()
    options.cacheFolder = cache
    return options
  }

  /// Loads as a session does, and keeps the snapshot whatever the size of the data.
  private func loadKeeping(_ path: String) throws -> LoadedData {
    let log = SourceLog()
    var logged = options
    logged.cacheFolder = nil
    logged.log = log
    let loaded = try Loader.load(paths: [path], options: logged)
    let plan = CachePlan(
      folder: cache, path: LoadCache([path], options, folder: cache).path, sources: log.all)
    try plan.write(loaded) { false }
    return loaded
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  @Test func `unchanged files come from the snapshot, with what was said of them`() throws {
    let path = try write("id,age\na,1\nb,2\nc,x\n\"d\"e,5\n", "c.csv")
    let first = try loadKeeping(path)
    let second = try Loader.load(paths: [path], options: options)
    #expect(!first.isCached)
    #expect(second.isCached)
    #expect(second.dataSet.tables[0].rowCount == 4)
    #expect(second.report.groups.map(\.kind) == first.report.groups.map(\.kind))
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: LoadCache([path], options, folder: cache).path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a changed file is read again, even if its size and its date are the same`() throws {
    let path = try write("id,age\na,1\n", "c.csv")
    _ = try loadKeeping(path)
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    Thread.sleep(forTimeInterval: 0.05)
    _ = try write("id,age\nb,7\n", "c.csv")
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date)], ofItemAtPath: path)
    let again = try Loader.load(paths: [path], options: options)
    #expect(!again.isCached)
  }

  @Test func `a file that was not there, or a folder with a new one, is noticed`() throws {
    _ = try write("a,b\n1,2\n", "one.csv")
    _ = try loadKeeping(folder.path)
    #expect(try Loader.load(paths: [folder.path], options: options).isCached == false)
    let inner = folder.path + "/data"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    _ = try write("a,b\n1,2\n", "data/one.csv")
    _ = try loadKeeping(inner)
    #expect(try Loader.load(paths: [inner], options: options).isCached)
    _ = try write("a,b\n1,2\n", "data/two.csv")
    let both = try Loader.load(paths: [inner], options: options)
    #expect(!both.isCached)
    #expect(both.dataSet.tables.count == 2)
  }

  @Test func `a damaged snapshot costs time and nothing else`() throws {
    let path = try write("id,age\nzebra,1\nlion,2\n", "c.csv")
    _ = try loadKeeping(path)
    let snapshot = LoadCache([path], options, folder: cache).path
    var bytes = try Data(contentsOf: URL(filePath: snapshot))
    let place = try #require(bytes.firstRange(of: Data("zebra".utf8))).lowerBound
    bytes[place] = UInt8(ascii: "Z")
    try bytes.write(to: URL(filePath: snapshot))
    let table = try Loader.load(paths: [path], options: options).dataSet.tables[0]
    guard case .coded(let coded) = table.columns[0].values else {
      Issue.record("no text")
      return
    }
    #expect(coded.dictionary[Int(coded.codes[0])] == "zebra")
    try Data("rubbish".utf8).write(to: URL(filePath: snapshot))
    #expect(try Loader.load(paths: [path], options: options).isCached == false)
  }

  @Test func `small files and files that just changed are not kept`() throws {
    let path = try write("id,age\na,1\n", "c.csv")
    let loaded = try Loader.load(paths: [path], options: options)
    #expect(loaded.cachePlan == nil)
    #expect(SnapshotMetadata.SourceEntry(of: path).isFresh)
  }
}
