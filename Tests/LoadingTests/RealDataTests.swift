import Foundation
import Tables
import Testing

@testable import Loading

/// Files as they are in the world, where they are at hand: beside the checkout, never in it.
@Suite struct RealDataTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  private static let isThere = FileManager.default.fileExists(atPath: folder.path)

  private func path(_ name: String) -> String { Self.folder.appending(path: name).path }

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `two tables of looked-after children open and count right`() throws {
    let data = try Loader.load(paths: [
      path("ssda903-fake/header.csv"), path("ssda903-fake/oc3.csv"),
    ]).dataSet
    #expect(data.tables.map(\.rowCount) == [2675, 53])
    let inTouch = try #require(data.tables[1].fieldIndex(named: "IN_TOUCH"))
    guard case .coded(let coded) = data.tables[1].columns[inTouch].values else {
      Issue.record("IN_TOUCH is no text")
      return
    }
    let died = try #require(coded.dictionary.firstIndex(of: "DIED"))
    #expect(coded.codes.count { $0 == UInt32(died) } == 13)
  }

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `inspections in an old encoding open with a remark`() throws {
    let loaded = try Loader.load(paths: [
      path("ofsted-care-dev/All_SocCare_inspec_1617.csv")
    ])
    let table = loaded.dataSet.tables[0]
    #expect(table.rowCount == 4455)
    #expect(loaded.report.groups.map(\.kind).contains(.encoding))
    let urn = try #require(table.fieldIndex(named: "URN"))
    guard case .coded(let coded) = table.columns[urn].values else {
      Issue.record("URN is no text")
      return
    }
    #expect(coded.dictionary.count == 2376)
  }

  @Test(.enabled(if: isThere, "the real data is not beside the checkout"))
  func `whatever is there opens or says why not`() {
    let files = FileManager.default.enumerator(atPath: Self.folder.path)?.allObjects ?? []
    var opened = 0
    for case let name as String in files
    where name.hasSuffix(".csv") || name.hasSuffix("datapackage.json") {
      do {
        let data = try Loader.load(paths: [path(name)]).dataSet
        opened += 1
        for table in data.tables {
          #expect(table.columns.allSatisfy { $0.rowCount == table.rowCount }, "\(name)")
        }
      } catch {
        #expect(!error.message.isEmpty, "\(name)")
      }
    }
    #expect(opened > 100)
  }
}
