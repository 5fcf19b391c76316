import Tables
import Testing

@testable import Loading

/// What a column without a codebook is taken for.
@Suite struct InferenceTests {
  private func inferred(
    _ name: String, _ cells: [String], declared: [MissingMarker] = []
  ) -> TypeInference.Inferred {
    let text = ([name] + cells).map { "\"" + $0 + "\",x" }.joined(separator: "\n")
    guard let table = try? ReadText(text).table else { preconditionFailure("no table") }
    return TypeInference.infer(table.columns[0], file: "t", declared: declared)
  }

  private func infer(_ name: String, _ cells: [String]) -> (FieldReading, [LoadIssue]) {
    let inferred = inferred(name, cells)
    return (inferred.reading, inferred.issues)
  }

  private func type(_ name: String, _ cells: String...) -> FieldType {
    infer(name, cells).0.schema.type
  }

  @Test func `types follow the cells`() {
    #expect(type("n", "1", "22", "-3", "") == .integer)
    #expect(type("n", "1", "2.5", "") == .number)
    #expect(type("b", "yes", "no", "yes") == .boolean)
    #expect(type("b", "TRUE", "FALSE") == .boolean)
    #expect(type("b", "0", "1", "1") == .integer)
    #expect(type("d", "2009-07-14", "2010-01-01") == .date)
    #expect(type("t", "a", "b", "a", "b", "a") == .category)
    #expect(type("t", "a", "b", "c") == .text)
    #expect(type("t", "", "") == .text)
  }

  @Test func `digits that name something stay text`() {
    #expect(type("code", "12", "13", "14") == .text)
    #expect(type("person_id", "1", "2") == .text)
    #expect(type("Linked URN", "1", "2") == .text)
    #expect(type("n", "007", "012") == .text)
    #expect(type("key", "100001", "100002", "100003") == .text)
  }

  @Test func `dates are read one way, or not at all`() {
    #expect(infer("d", ["14/07/2009", "01/02/2009"]).0.dateFormat == .dayFirst)
    #expect(infer("d", ["07/14/2009", "01/02/2009"]).0.dateFormat == .monthFirst)
    let ambiguous = infer("d", ["01/02/2009", "03/04/2009"])
    #expect(ambiguous.0.schema.type != .date)
    #expect(ambiguous.1.map(\.kind) == [.ambiguousDates])
  }

  @Test func `numbers but for a marker stay text, and the marker is told`() {
    let cells = (0..<40).map { "\($0)" } + ["c", "c"]
    let inferred = inferred("count_of", cells)
    #expect(inferred.reading.schema.type != .integer)
    #expect(inferred.markers?.markers == ["c"])
    #expect(inferred.markers?.rows == 2)
    #expect(inferred.markers?.kind == .amongNumbers)
  }

  @Test func `a declared marker is no part of the values`() {
    let cells = (0..<40).map { "\($0)" } + ["c", "c"]
    let inferred = inferred("count_of", cells, declared: [MissingMarker(value: "c")])
    #expect(inferred.reading.schema.type == .integer)
    #expect(inferred.markers == nil)
  }

  @Test func `a number of nines far from the others is told, and stays a number`() {
    let inferred = inferred("age", ["3", "17", "9", "-9999", "-9999"])
    #expect(inferred.reading.schema.type == .integer)
    #expect(inferred.markers?.markers == ["-9999"])
    #expect(inferred.markers?.kind == .sentinel("3 to 17"))
    #expect(self.inferred("change", ["-3", "17", "-99", "5"]).markers == nil)
    #expect(self.inferred("height", ["8848", "9999", "9001"]).markers == nil)
  }

  @Test func `words that are no markers keep a column text without a remark`() {
    let inferred = inferred("house", ["1", "2", "Rose Cottage", "The Mill", "3"])
    #expect(inferred.reading.schema.type == .text)
    #expect(inferred.markers == nil)
  }

  @Test func `cells of blanks alone are missing`() {
    let inferred = inferred("year", ["2010", "  ", "2011", ""])
    #expect(inferred.reading.schema.type == .integer)
    #expect(inferred.reading.schema.missingMarkers.map(\.value).contains("  "))
  }

  @Test func `dates are known in the ways people write them`() {
    #expect(type("d", "14-Jul-2009", "01-Feb-2010") == .date)
    #expect(type("d", "14 July 2009", "1 February 2010") == .date)
    #expect(type("d", "July 14, 2009", "May 1, 2010") == .date)
    #expect(type("d", "14/07/09", "01/02/10") == .date)
    #expect(type("d", "14.07.2009", "01.02.2010") == .date)
    #expect(type("d", "2009-07-14 00:00:00", "2010-01-01 00:00:00") == .date)
    #expect(type("d", "2009-07-14 13:45:00", "2010-01-01 00:00:00") == .text)
  }

  @Test func `numbers are known in the ways people write them`() {
    let thousands = inferred("beds", ["1,234", "56", "12,345,678"])
    #expect(thousands.reading.schema.type == .integer)
    #expect(thousands.reading.numbers.group == [UInt8(ascii: ",")])
    #expect(thousands.issues.map(\.kind) == [.readAs])
    #expect(inferred("cost", ["£1,234.50", "-£3"]).reading.schema.type == .number)
    #expect(inferred("rate", ["12%", "3.5%"]).reading.schema.type == .number)
    #expect(type("rate", "12%", "3") != .number)
    #expect(type("pair", "1,5", "2,7") != .number)
    #expect(type("long", "1234,567", "12") != .integer)
  }

  @Test func `lists are known by what divides their values`() {
    let lists = inferred("factors", ["NEG;PHY", "NEG", "PHY;EMO;NEG", "EMO"])
    #expect(lists.reading.schema.type == .list)
    #expect(lists.reading.listDelimiter == ";")
    #expect(inferred("codes", ["A1,B2", "A1", "B2,C3", "C3,A1"]).reading.schema.type == .list)
    #expect(type("name", "Smith, John", "Jones, Ann", "Smith, Ann", "Jones, John") == .text)
    #expect(type("size", "1,200", "1,300", "1,200", "1,300") != .list)
    #expect(type("note", "a; but b", "c; and d", "e") == .text)
  }

  @Test func `fields that share a marker are one thing to declare`() {
    let finding = { (field: String) in
      MarkerFinding(kind: .amongNumbers, field: field, markers: ["NA"], rows: 3)
    }
    let report = MarkerReport(entity: "flights", file: "f.csv")
    let one = report.issues([finding("dep delay")])
    #expect(
      one.first?.message.hasSuffix(
        "define missing \"NA\" in flights.`dep delay` because \"not recorded\"") == true)
    let two = report.issues([finding("a"), finding("b")])
    #expect(two.count == 1)
    #expect(two.first?.count == 6)
    #expect(
      two.first?.message.hasSuffix(
        "define missing \"NA\" in flights because \"not recorded\"") == true)
  }

  @Test func `long text is prose`() {
    let prose = String(repeating: "a long narrative of what happened ", count: 4)
    #expect(infer("text", [prose, prose + "x"]).0.schema.isPersonal)
  }
}
