import Tables
import Testing

@testable import Loading

/// How files are written, as descriptors of both versions say.
@Suite struct DialectTests {
  private static let fields = #"{"name": "a", "type": "integer"}, {"name": "b"}"#

  private func load(_ dialect: String, _ csv: String) throws -> PackageInMemory {
    try PackageInMemory(fields: Self.fields, resource: "\"dialect\": \(dialect)", csv)
  }

  private static let cases: [(dialect: String, csv: String, a: [String], b: [String])] = [
    (#"{"delimiter": ";"}"#, "a;b\n1;x\n", ["1"], ["x"]),
    (#"{"delimiter": "\t", "lineTerminator": "\r\n"}"#, "a\tb\r\n1\tx\r\n", ["1"], ["x"]),
    (#"{"csv": {"delimiter": "|"}}"#, "a|b\n1|x\n", ["1"], ["x"]),
    (#"{"quoteChar": "'"}"#, "a,b\n1,'x,\"y'\n", ["1"], ["x,\"y"]),
    (#"{"quoteChar": null}"#, "a,b\n1,\"x\n", ["1"], ["\"x"]),
    (#"{"doubleQuote": false, "escapeChar": "\\"}"#, "a,b\n1,\"x\\\"y\"\n", ["1"], ["x\"y"]),
    (#"{"escapeChar": "\\"}"#, "a,b\n1,x\\,y\n2,z\n", ["1", "2"], ["x,y", "z"]),
    (#"{"escapeChar": "\\"}"#, "a,b\n1,x\\\ny\n2,z\n", ["1", "2"], ["x\ny", "z"]),
    (#"{"skipInitialSpace": true}"#, "a, b\n1, \"x,y\"\n", ["1"], ["x,y"]),
    (#"{"nullSequence": "\\N"}"#, "a,b\n\\N,x\n2,\\N\n", ["-", "2"], ["x", "-"]),
    (#"{"header": false}"#, "1,x\n2,y\n", ["1", "2"], ["x", "y"]),
    (#"{"headerRows": []}"#, "1,x\n", ["1"], ["x"]),
    (#"{"headerRows": [2]}"#, "Title of 2009\na,b\n1,x\n", ["1"], ["x"]),
    (#"{"headerRows": [3]}"#, "Title\n\na,b\n1,x\n", ["1"], ["x"]),
    (
      #"{"headerRows": [1], "commentRows": [2, 5]}"#, "a,b\nunit,none\n1,x\n2,y\nnote\n3,z\n",
      ["1", "2", "3"], ["x", "y", "z"]
    ),
    (#"{"commentRows": [1]}"#, "about\na,b\n1,x\n", ["1"], ["x"]),
    (
      #"{"header": false, "commentRows": [1, 3]}"#, "one two three\n1,x\n-\n2,y\n", ["1", "2"],
      ["x", "y"]
    ),
    (
      ##"{"commentChar": "#"}"##, "# about\na,b\n# more, of it\n1,x\n#\n2,y\n# end", ["1", "2"],
      ["x", "y"]
    ),
    (#"{"commentRows": [900]}"#, "a,b\n1,x\n", ["1"], ["x"]),
    (#"{"commentRows": [3, 4]}"#, "a,b\n1,x\n\"an\nend\",e\nlast,e", ["1"], ["x"]),
  ]

  @Test(arguments: cases.indices)
  func `a file is read as its dialect says`(index: Int) throws {
    let (dialect, csv, a, b) = Self.cases[index]
    let read = try load(dialect, csv)
    #expect(read.names == ["a", "b"], "\(dialect)")
    #expect(read.values(0) == a, "\(dialect)")
    #expect(read.values(1) == b, "\(dialect)")
    #expect(read.issues.isEmpty, "\(dialect): \(read.issues.map(\.text))")
  }

  @Test func `several header rows are joined`() throws {
    let read = try PackageInMemory(
      fields: #"{"name": "boys 2009", "type": "integer"}, {"name": "boys 2010"}"#,
      resource: #""dialect": {"headerRows": [1, 2]}"#, "boys,boys\n2009,2010\n1,2\n")
    #expect(read.names == ["boys 2009", "boys 2010"] && read.issues.isEmpty)
    let joined = try PackageInMemory(
      fields: #"{"name": "boys-2009"}"#,
      resource: #""dialect": {"headerRows": [1, 2], "headerJoin": "-"}"#, "boys\n2009\n1\n")
    #expect(joined.names == ["boys-2009"] && joined.issues.isEmpty)
  }

  @Test func `case matters in names only where the dialect says so`() throws {
    let lenient = try load("{}", "A,B\n1,x\n")
    #expect(lenient.types == [.integer, .text] && lenient.issues.isEmpty)
    let strict = try load(#"{"caseSensitiveHeader": true}"#, "A,C\n1,x\n")
    #expect(strict.kinds == [.fieldsMismatch])
  }

  @Test func `lines after comments and title rows keep their numbers`() throws {
    let read = try load(
      ##"{"headerRows": [2], "commentRows": [3], "commentChar": "#"}"##,
      "title\na,b\nunits\n# note\nx,1\n2,y\nz,1\n")
    #expect(read.issues(.unreadableCell).map(\.line) == [5, 7])
    #expect(read.issues(.unreadableCell).map(\.record) == [1, 3])
  }

  @Test func `a dialect may stand in a file of its own`() throws {
    let descriptor = """
      {"resources": [{"name": "t", "path": "t.csv", "dialect": "d.json", "schema": "s.json"}]}
      """
    let files = [
      "t.csv": "a;b\n1;x\n", "d.json": #"{"delimiter": ";"}"#,
      "s.json": "{\"fields\": [\(Self.fields)]}",
    ]
    let read = try PackageInMemory(descriptor, files)
    #expect(read.types == [.integer, .text] && read.issues.isEmpty)
    let absent = try PackageInMemory(descriptor, ["t.csv": "a,b\n1,x\n"])
    #expect(absent.issues.map(\.kind) == [.badDescriptor, .badDescriptor])
  }

  @Test func `records that are no data are left out whatever the block`() throws {
    let rows = (1...300).map { "\($0),\"line\n\($0)\"" }
    let csv = (["a,b"] + rows).joined(separator: "\n") + "\n"
    var dialect = CSVDialect()
    dialect.commentRecords = [2, 3, 100, 250, 301]
    for block in [64, 700, 1 << 20] {
      let read = try ReadText(csv, dialect: dialect, block: block, chunk: 100)
      let left = [1, 2, 99, 249, 300]
      let wanted = (1...300).filter { !left.contains($0) }
      #expect(read.rows.map { $0[0] } == wanted.map { String($0) }, "block \(block)")
      #expect(read.lines == wanted.map { $0 * 2 }, "block \(block)")
      #expect(read.issues.isEmpty)
    }
  }
}
