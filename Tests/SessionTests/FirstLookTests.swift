import Foundation
import TestSupport
import Testing

@testable import Loading
@testable import Session

/// Columns that are looked at ahead, and questions on threads of their own: no answer is another one.
@MainActor @Suite struct FirstLookTests {
  private static let questions = """
    count children where status = "CP plan" and died
    count children by status
    list children sort by age, id first 3
    count reviews by children.outcome
    """

  /// What a session says of a snapshot.
  private func said(of path: String, isInteractive: Bool) -> String {
    let (output, errors) = (MemorySink(), MemorySink())
    var options = Session.Options()
    options.isInteractive = isInteractive
    let session = Session(output: output, errors: errors, options: options)
    #expect(session.open([path]) == .success)
    session.settings.timing = false
    #expect((session.firstLook != nil) == isInteractive)
    _ = session.run(Self.questions)
    return output.text + errors.text
  }

  private func snapshot(in folder: borrowing TemporaryFolder) throws -> String {
    let path = folder.path("reviews.enqs")
    try Loader.saveSnapshot(try Loader.loadBundled(), to: path)
    return path
  }

  @Test func `a look ahead changes no answer`() throws {
    let folder = try TemporaryFolder()
    let path = try snapshot(in: folder)
    let expected = said(of: path, isInteractive: false)
    #expect(expected.contains("CP plan"))
    for _ in 0..<20 { #expect(said(of: path, isInteractive: true) == expected) }
  }

  @Test func `what is damaged is told when it is asked for, whoever looked first`() throws {
    let folder = try TemporaryFolder()
    let path = try snapshot(in: folder)
    let children = try #require(
      try SnapshotReader(path).metadata.tables.first { $0.schema.name == "children" })
    let field = try #require(children.schema.fields.firstIndex { $0.name == "status" })
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[children.columns[field].values.offset + 3] ^= 0x40
    try bytes.write(to: URL(filePath: path))
    let expected = said(of: path, isInteractive: false)
    #expect(expected.contains("damaged"), "\(expected)")
    #expect(said(of: path, isInteractive: true) == expected)
  }
}
