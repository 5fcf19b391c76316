import Testing

@testable import Loading

/// RFC 4180 and what goes by the name of CSV besides.
@Suite struct CSVReaderTests {
  private func read(
    _ text: String, delimiter: Character = ","
  ) throws -> (records: [[String]], issues: [LoadIssue], lines: [Int]) {
    let dialect = CSVDialect(delimiter: delimiter.asciiValue ?? 0x2C)
    let read = try ReadText(text, dialect: dialect)
    return ([read.names] + read.rows, read.issues, read.lines)
  }

  private static let cases: [(text: String, records: [[String]])] = [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"1\",\"2\"\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x,y\",\"l\nm\"\n", [["a", "b"], ["x,y", "l\nm"]]),
    ("a,b\n\"say \"\"hi\"\"\",\"\"\n", [["a", "b"], ["say \"hi\"", ""]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["a", "b"], ["\"", "\"\""]]),
    ("a,b\n1,\n,2\n", [["a", "b"], ["1", ""], ["", "2"]]),
    ("a,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a\n1\n\n2\n", [["a"], ["1"], [""], ["2"]]),
    ("a,b\n1,2,", [["a", "b"], ["1", "2"]]),
    ("a,b\n", [["a", "b"]]),
    ("a,a,\n1,2,3\n", [["a", "a_2", "column_3"], ["1", "2", "3"]]),
    ("é,b\nü,日本\n", [["é", "b"], ["ü", "日本"]]),
  ]

  @Test(arguments: cases.indices)
  func `records are read as written`(index: Int) throws {
    #expect(try read(Self.cases[index].text).records == Self.cases[index].records)
  }

  @Test func `issues name the line`() throws {
    let ragged = try read("a,b\n1,2\n3\n4,5,6\n")
    #expect(ragged.issues.map(\.kind) == [.raggedRow, .raggedRow])
    #expect(ragged.issues.map(\.line) == [3, 4])
    #expect(ragged.records.count == 4, "no row is dropped")
    let open = try read("a,b\n\"x\ny\",1\n2,\"never closed\n3,4\n")
    #expect(open.issues.map(\.kind) == [.unclosedQuote])
    #expect(open.issues.first?.line == 4)
    #expect(open.lines == [2, 4])
    let stray = try read("a,b\n\"x\"y,1\n")
    #expect(stray.issues.map(\.kind) == [.strayQuote])
    #expect(stray.records[1] == ["xy", "1"])
  }

  @Test func `random files are read back`() throws {
    var state: UInt64 = 4180
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let pieces = ["", "a", "é", ",", "\"", "\n", "\r\n", " ", "longer text", "\t", ";", "0"]
    for number in 0..<2000 {
      let width = 2 + below(4)
      let records = (0...below(6)).map { _ in
        (0..<width).map { _ in (0...below(3)).map { _ in pieces[below(pieces.count)] }.joined() }
      }
      let names = (0..<width).map { "c\($0)" }
      let text = ([names] + records).map { record in
        record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: below(2) == 0 ? "\n" : "\r\n")
      let back = try read(text)
      #expect(back.records == [names] + records, "file \(number): \(text)")
      #expect(back.issues.isEmpty, "file \(number): \(text)")
    }
  }

  @Test func `damaged files never trap`() {
    var state: UInt64 = 99
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }
    let original = Array("id,name,when\n1,\"a, b\",2009-07-14\n2,\"say \"\"x\"\"\",\n3,c,d\n".utf8)
    for _ in 0..<3000 {
      var bytes = original
      for _ in 0...below(5) {
        let place = below(bytes.count)
        switch below(3) {
        case 0: bytes[place] = UInt8(below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + below(8)))
        default: bytes.insert(contentsOf: [0x22, 0x0D, 0x2C, 0x00].prefix(1 + below(4)), at: place)
        }
        if bytes.isEmpty { bytes = [0x22] }
      }
      guard let read = try? ReadText(bytes) else { continue }
      #expect(read.table.columns.allSatisfy { $0.codes.count == read.table.rowCount })
      for column in read.table.columns { _ = TypeInference.infer(column, file: "t.csv") }
    }
  }
}
