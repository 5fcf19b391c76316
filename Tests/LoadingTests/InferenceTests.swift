import Tables
import Testing

@testable import Loading

/// What a column without a codebook is taken for.
@Suite struct InferenceTests {
  private func infer(_ name: String, _ cells: [String]) -> (FieldReading, [LoadIssue]) {
    let text = ([name] + cells).map { "\"" + $0 + "\",x" }.joined(separator: "\n")
    guard let table = try? ReadText(text).table else { preconditionFailure("no table") }
    let inferred = TypeInference.infer(table.columns[0], file: "t")
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

  @Test func `numbers but for a marker stay text, and say so`() {
    let cells = (0..<40).map { "\($0)" } + ["c"]
    let (reading, issues) = infer("count_of", cells)
    #expect(reading.schema.type != .integer)
    #expect(issues.map(\.kind) == [.mixedTypes])
    #expect(issues.first?.message.contains("\"c\"") == true)
  }

  @Test func `long text is prose`() {
    let prose = String(repeating: "a long narrative of what happened ", count: 4)
    #expect(infer("text", [prose, prose + "x"]).0.schema.isPersonal)
  }
}
