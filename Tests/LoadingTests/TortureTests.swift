import Foundation
import Synchronization
import Tables
import TestSupport
import Testing

@testable import Loading

/// Files that no program should meet, and does.
@Suite struct TortureTests {
  private func text(_ column: RawColumn, _ row: Int) -> String {
    column.texts[Int(column.codes[row])]
  }

  @Test(arguments: [true, false])
  func `a single field of many megabytes is one field`(isQuoted: Bool) throws {
    let line = isQuoted ? "a line, with a break\n" : "a line without a break "
    let long = String(repeating: line, count: 500_000)
    let field = isQuoted ? "\"" + long + "\"" : long
    let read = try ReadText("id,note,more\n1,\(field),x\n2,short,y\n")
    #expect(read.table.rowCount == 2)
    #expect(
      read.table.columns[1].texts.length(at: Int(read.table.columns[1].codes[0])) == long.utf8.count
    )
    #expect(text(read.table.columns[2], 1) == "y")
    #expect(read.issues.isEmpty)
    #expect(read.table.lineOfRecord[1] == (isQuoted ? 500_003 : 3))
  }

  @Test func `a quote that is never closed is told with its line, and the rest is its field`()
    throws
  {
    let rows = (0..<200_000).map { "\($0),plain\n" }.joined()
    let read = try ReadText("id,note\n1,\"open\n" + rows)
    #expect(read.table.rowCount == 1)
    #expect(read.issues.map(\.kind) == [.unclosedQuote])
    #expect(read.issues.first?.line == 2)
  }

  @Test func `ten thousand columns and a hundred thousand ragged rows are read`() throws {
    let header = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<10_000).map { "\($0 % 7)" }.joined(separator: ",")
    let wide = try ReadText(header + "\n" + String(repeating: row + "\n", count: 20))
    #expect(wide.table.columns.count == 10_000)
    #expect(text(wide.table.columns[9_999], 19) == "\(9_999 % 7)")
    let ragged = try ReadText("a,b,c\n" + String(repeating: "1,2\n", count: 100_000))
    #expect(ragged.table.rowCount == 100_000)
    #expect(ragged.issues.reduce(0) { $0 + $1.count } == 100_000)
    #expect(ragged.issues.first?.line == 2)
  }

  @Test func `zeros, lone carriage returns and hardly anything at all are read or refused`() throws
  {
    let zeros = try ReadText(Array("a,b\nx\0y,1\n\"p\0q\",2\n".utf8))
    #expect(zeros.table.rowCount == 2)
    #expect(text(zeros.table.columns[0], 0) == "x\0y")
    #expect(zeros.issues.contains { $0.kind == .encoding && $0.line == 2 })
    let returns = try ReadText("a,b\r1,2\r\"x\ry\",4\r")
    #expect(returns.table.rowCount == 2)
    #expect(text(returns.table.columns[0], 1) == "x\ry")
    #expect(returns.table.lineOfRecord[1] == 3)
    let mixed = try ReadText("a,b\r\n1,2\n3,4\r5,6")
    #expect(mixed.table.rowCount == 3)
    #expect(try ReadText("a,b\n").table.rowCount == 0)
    for nothing in ["", "\u{FEFF}"] {
      #expect(throws: LoadFailure.self) { try ReadText(nothing) }
    }
    for blank in ["\n\n\n", "\r\n", " "] {
      let read = try? ReadText(blank)
      #expect(read?.table.rowCount ?? 0 == 0)
    }
  }

  @Test func `names that cannot be typed become names that can`() throws {
    let read = try ReadText("a`b,\"two\nlines\",tab\there\n1,2,3\n")
    #expect(read.table.columns.map(\.name) == ["a'b", "two lines", "tab here"])
    #expect(read.issues.map(\.kind) == [.renamedColumn, .renamedColumn, .renamedColumn])
  }

  /// Chunks of any size, and any number of threads, give the same table.
  @Test func `what is read does not depend on chunks and threads`() throws {
    for seed in UInt64(0)..<25 {
      var random = SeededRandom(seed: seed)
      let pieces = ["a", "bb", "\"q,\"", "\"x\ny\"", "\"\"\"\"", ",", "\n", "\r\n", "é", "\"", "1"]
      let body = (0..<120).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
      let text = "a,b,c\n" + body
      let whole = try ReadText(text, threads: 1)
      for chunk in [1, 2, 3, 5, 8, 13, 21, 34, 64] {
        for threads in 1...3 {
          let other = try ReadText(text, block: chunk * 3, chunk: chunk, threads: threads)
          let place = "seed \(seed), chunk \(chunk), \(threads) threads"
          for (one, two) in zip(whole.table.columns, other.table.columns) {
            #expect(one.codes == two.codes, "\(place)")
            #expect(one.texts == two.texts, "\(place)")
          }
          #expect(whole.issues == other.issues, "\(place)")
        }
      }
    }
  }
}

/// Files that change while they are read.
@Suite struct ChangingFileTests {
  /// A file that is as long as it says when it is opened, and another length afterwards.
  private final class Shrinking: ByteSource {
    let bytes: [UInt8]
    let size: Int?
    init(_ text: String, claimed: Int) {
      bytes = Array(text.utf8)
      size = claimed
    }
    func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
      let count = min(memory.count, max(0, bytes.count - place))
      if count > 0 { memory.copyBytes(from: bytes[place..<place + count]) }
      return count
    }
  }

  private func read(_ source: any ByteSource) throws -> (table: RawTable, issues: [LoadIssue]) {
    let feed = try TextFeed(source, declared: nil, threads: 2)
    return try CSVReader(
      feed, file: "t.csv", division: CSVReader.Division(block: 1 << 16, chunk: 1 << 12, threads: 2),
      observer: LoadObserver()
    ).read(dialect: CSVDialect())
  }

  private let rows = "id,name\n" + (0..<50_000).map { "\($0),n\($0 % 9)\n" }.joined()

  @Test func `a file that was cut off is read up to there, and that is told`() throws {
    let (table, issues) = try read(Shrinking(rows, claimed: rows.utf8.count + 100_000))
    #expect(table.rowCount == 50_000)
    #expect(issues.map(\.kind) == [.missingResource])
    #expect(issues.first?.line != nil)
  }

  @Test func `a file that grows is read as long as it was`() throws {
    let half = rows.utf8.count / 2
    let (table, _) = try read(Shrinking(rows, claimed: half))
    #expect(table.rowCount > 20_000 && table.rowCount < 50_000)
  }

  @Test func `a file that other programs cut and lengthen meanwhile never ends this one`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.csv")
    try rows.write(toFile: path, atomically: false, encoding: .utf8)
    let isDone = Atomic(false)
    let text = rows
    let writer = Thread {
      while !isDone.load(ordering: .relaxed) {
        truncate(path, 40_000)
        try? text.write(toFile: path, atomically: false, encoding: .utf8)
      }
    }
    writer.start()
    for _ in 0..<20 {
      do throws(LoadFailure) {
        let table = try Loader.load(paths: [path]).dataSet.tables[0]
        #expect(table.columns.allSatisfy { $0.rowCount == table.rowCount })
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
    isDone.store(true, ordering: .relaxed)
  }
}
