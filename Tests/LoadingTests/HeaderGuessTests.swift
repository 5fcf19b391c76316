import Testing

@testable import Loading

/// Where the names of the columns stand when no descriptor says so.
@Suite struct HeaderGuessTests {
  private func names(_ text: String) throws -> (names: [String], rows: Int, kinds: [LoadIssue.Kind])
  {
    let read = try ReadText(text, dialect: nil)
    return (read.table.columns.map(\.name), read.table.rowCount, read.issues.map(\.kind))
  }

  private let rows = "2009,Leeds,3\n2010,York,4\n2011,Hull,5\n2012,Bath,6\n"

  @Test func `lines of title above the names are left out, and that is told`() throws {
    let titles = [
      "Table 1: Children by area\n", "Table 1,,\n,,\nEngland,,\n",
      "\"Title, with a comma\"\n\nNote\n",
    ]
    for title in titles {
      let read = try names(title + "year,area,children\n" + rows)
      #expect(read.names == ["year", "area", "children"], "\(title)")
      #expect(read.rows == 4, "\(title)")
      #expect(read.kinds == [.leftOut], "\(title)")
    }
  }

  @Test func `a name that is there twice is still a name`() throws {
    let rows = (2009...2012).map { "\($0),Leeds \($0),3,a,L,yes\n" }.joined()
    let read = try names(
      "Table 1: by area, 2024\nSource: ours\n\nyear,area,of,,area,known\n" + rows)
    #expect(read.names == ["year", "area", "of", "column_4", "area_2", "known"])
    #expect(read.rows == 4)
  }

  @Test func `the rows of a plain table are all kept`() throws {
    let read = try names("year,area,children\n" + rows)
    #expect(read.names == ["year", "area", "children"])
    #expect(read.kinds.isEmpty)
    let sparse = try names("a,b,c,d\n1,,,\n2,,,\n3,,,\n4,,,\n5,6,7,8\n")
    #expect(sparse.names == ["a", "b", "c", "d"])
    #expect(sparse.rows == 5)
    let one = try names("names\nAnn\nBea\nCid\nDee\n")
    #expect(one.names == ["names"])
  }

  @Test func `a file of numbers alone has no names`() throws {
    let read = try names("1.5,2\n3,4\n5,6\n")
    #expect(read.names == ["column_1", "column_2"])
    #expect(read.rows == 3)
    #expect(read.kinds == [.readAs])
    #expect(try names("2009,2010\n3,4\n5,6\n").names == ["2009", "2010"])
  }
}
