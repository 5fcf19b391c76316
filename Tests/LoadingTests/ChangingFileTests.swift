import Foundation
import Synchronization
import Tables
import TestSupport
import Testing
import Threading

@testable import Loading

/// Files that another program changes while they are read: what was there is read, and what became of
/// the rest is told.
@Suite struct ChangingFileTests {
  /// A file whose content depends on how often it was read.
  private final class ChangingBytes: ByteSource {
    private let sizeAtOpening: Int
    private let content: @Sendable (Int) throws(FileProblem) -> [UInt8]
    private let reads = Mutex(0)

    init(
      _ size: Int, _ content: @escaping @Sendable (Int) throws(FileProblem) -> [UInt8]
    ) {
      sizeAtOpening = size
      self.content = content
    }

    var size: Int? { sizeAtOpening }

    func read(_ memory: UnsafeMutableRawBufferPointer, at place: Int) throws(FileProblem) -> Int {
      let number = reads.withLock { count in
        count += 1
        return count
      }
      return try MemoryBytes(content(number)).read(memory, at: place)
    }
  }

  private struct OneFile: FileSource {
    let source: ChangingBytes

    func bytes(of path: String) throws(FileProblem) -> [UInt8] {
      throw FileProblem(reason: "it is read in blocks")
    }
    func open(_ path: String) throws(FileProblem) -> any ByteSource { source }
  }

  private func read(
    _ source: ChangingBytes, block: Int = 64
  ) throws(LoadFailure) -> (rows: [[String]], issues: [LoadIssue]) {
    let (table, issues) = try RawTable.read(
      "t.csv", from: OneFile(source: source), dialect: CSVDialect(), encoding: nil,
      division: CSVReader.Division(block: block, chunk: 16, threads: 2))
    let rows = (0..<table.rowCount).map { row in
      table.columns.map { $0.texts[Int($0.codes[row])] }
    }
    return (rows, issues)
  }

  private static func text(_ rows: Int) -> [UInt8] {
    Array("id,name\n".utf8) + (0..<rows).flatMap { Array("\($0),name \($0)\n".utf8) }
  }

  private static func rows(_ count: Int) -> [[String]] {
    (0..<count).map { ["\($0)", "name \($0)"] }
  }

  @Test(arguments: [1, 10, 64, 8 << 20])
  func `what a file grows by is left for another time`(block: Int) throws {
    let size = Self.text(100).count
    let read = try read(ChangingBytes(size) { Self.text(100 + $0) }, block: block)
    #expect(read.rows == Self.rows(100) && read.issues.isEmpty)
  }

  @Test(arguments: 3...30)
  func `a file that becomes shorter is read up to there, and that is told`(when: Int) throws {
    let whole = Self.text(200)
    let cut = Self.text(40).count
    let read = try read(ChangingBytes(whole.count) { $0 < when ? whole : Array(whole[..<cut]) })
    // The last row may be cut off anywhere.
    #expect(read.rows.dropLast() == Self.rows(read.rows.count - 1)[...])
    #expect(read.rows.count >= 40 && read.rows.count < 200)
    let shorter = try #require(read.issues.first { $0.kind == .missingResource })
    #expect(shorter.line.map { $0 > 40 && $0 <= read.rows.count + 2 } == true)
    #expect(shorter.message.contains("became shorter"))
  }

  @Test func `a file that is emptied before its first row is told`() throws {
    let whole = Self.text(20)
    let read = try read(ChangingBytes(whole.count) { $0 < 4 ? whole : [] }, block: 9)
    #expect(read.issues.contains { $0.kind == .missingResource })
    #expect(throws: LoadFailure("t.csv became empty while it was read")) {
      _ = try self.read(ChangingBytes(whole.count) { $0 < 3 ? whole : [] })
    }
  }

  @Test func `a file that is replaced by another is read without a trap`() throws {
    let whole = Self.text(200)
    let others: [[UInt8]] = [
      Array(whole.reversed()), [UInt8](repeating: 0x22, count: whole.count),
      [UInt8](repeating: 0x0D, count: whole.count), [UInt8](repeating: 0xFF, count: whole.count),
      [UInt8](repeating: 0, count: whole.count), Array("x,y,z\n\"".utf8),
    ]
    for other in others {
      for when in 4..<20 {
        let read = try read(ChangingBytes(whole.count) { $0 < when ? whole : other })
        #expect(read.rows.allSatisfy { $0.count == 2 })
      }
    }
  }

  @Test func `a disk that fails is told with its reason`() {
    let whole = Self.text(200)
    let source = ChangingBytes(whole.count) { (number) throws(FileProblem) in
      if number > 6 { throw FileProblem(reason: "input/output error") }
      return whole
    }
    #expect(throws: LoadFailure("t.csv cannot be read: input/output error")) {
      _ = try self.read(source)
    }
  }

  // MARK: Files of the system

  /// Reads a file again and again while another thread changes it.
  private func readWhile(
    _ path: String, times: Int, change: @escaping @Sendable (Int) -> Void,
    expect: (LoadedData) -> Void
  ) {
    final class Flags: Sendable {
      let isStopped = Atomic(false)
      let isDone = Atomic(false)
    }
    let flags = Flags()
    let isStarted = Threads.detach {
      var number = 0
      while !flags.isStopped.load(ordering: .relaxed) {
        change(number)
        number += 1
      }
      flags.isDone.store(true, ordering: .releasing)
    }
    #expect(isStarted)
    for _ in 0..<times {
      // It may be empty for the moment.
      if let loaded = try? Loader.load(paths: [path]) { expect(loaded) }
    }
    flags.isStopped.store(true, ordering: .relaxed)
    while isStarted, !flags.isDone.load(ordering: .acquiring) { Threads.pause(milliseconds: 1) }
  }

  @Test func `a file to which rows are added is read as far as it was`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(decoding: Self.text(20_000), as: UTF8.self), to: "t.csv")
    readWhile(
      path, times: 20,
      change: { _ in
        guard let file = fopen(path, "a") else { return }
        fputs("1,name 1\n2,name 2\n", file)
        fclose(file)
        Threads.pause(milliseconds: 1)
      },
      expect: { loaded in
        #expect(loaded.dataSet.tables[0].rowCount >= 20_000)
        #expect(loaded.report.groups.isEmpty)
      })
  }

  @Test func `a file that is cut short and written again never ends the program`() throws {
    let folder = try TemporaryFolder()
    let whole = String(decoding: Self.text(50_000), as: UTF8.self)
    let path = try folder.write(whole, to: "t.csv")
    readWhile(
      path, times: 40,
      change: { number in
        var random = SeededRandom(seed: UInt64(number))
        truncate(path, off_t(random.int(below: whole.utf8.count)))
        Threads.pause(milliseconds: random.int(below: 3))
        _ = try? folder.write(whole, to: "t.csv")
        Threads.pause(milliseconds: random.int(below: 3))
      },
      expect: { loaded in
        #expect(loaded.dataSet.tables[0].rowCount <= 50_000)
      })
  }
}
