import Execution
import Rendering
import Testing

private func sentence(_ count: Int, _ base: Base? = nil) -> String {
  Renderer.render(Samples.children("count children", .count(count), base), as: .table)
}

@Test func `one is singular, none is plural`() {
  #expect(sentence(0) == "0 children\n")
  #expect(sentence(1) == "1 child\n")
  #expect(sentence(35) == "35 children\n")
}

@Test func `a base names one field as recorded, and several as undecided`() {
  let two = [UndecidedField(name: "died", count: 50), UndecidedField(name: "age", count: 30)]
  #expect(
    sentence(35, Base(total: 194, counted: 35, undecided: 74, undecidedFields: two))
      == "35 children (of 120 decided; 74 undecided: 50 died, 30 age)\n")
  #expect(
    sentence(35, Base(total: 194, counted: 35, undecided: 74))
      == "35 children (of 120 decided; 74 undecided)\n")
  #expect(
    sentence(35, Base(total: 194, counted: 35, undecided: 50, undecidedFields: [two[0]]))
      == "35 children (of 144 with died recorded; 50 not recorded)\n")
}

@Test
func `a field missing in more rows than are undecided is not said to be recorded in the rest`() {
  let field = UndecidedField(name: "died", count: 20, missingCount: 50)
  #expect(
    sentence(35, Base(total: 194, counted: 35, undecided: 20, undecidedFields: [field]))
      == "35 children (of 174 decided; 20 undecided: 20 died)\n")
}

@Test func `an answer without a unit counts rows`() {
  let empty = Answer(
    statement: "values status",
    body: .table(AnswerTable(columns: [AnswerColumn("status", .text)], rows: [])))
  #expect(Renderer.render(empty, as: .table) == "no rows\n")
}

@Test func `remarks carry what a format for programs leaves unsaid`() {
  #expect(Renderer.remarks(on: Samples.count) == [])
  #expect(
    Renderer.remarks(on: Samples.countOfSome) == [
      "35 children (of 144 with died recorded; 50 not recorded)",
      "note: `status` is cumulative; \"is at least\" gives 90",
    ])
  #expect(Renderer.remarks(on: Samples.shareOfSome) == ["31 of 86 (36.0%); 4 undecided: 4 cin"])
}

@Test func `formats are found by name, alias and file ending`() {
  #expect(OutputFormat.named("CSV")?.name == "csv")
  #expect(OutputFormat.named("md")?.name == "markdown")
  #expect(OutputFormat.named("xlsx") == nil)
  #expect(OutputFormat.forFile("out/deaths.v2.JSONL")?.name == "jsonl")
  #expect(OutputFormat.forFile(".csv") == nil)
  #expect(OutputFormat.forFile("folder.csv/deaths") == nil)
  #expect(OutputFormat.forFile("") == nil)
}

@Test func `no two formats share a name or an ending`() {
  let names = OutputFormat.all.flatMap { [$0.name] + $0.aliases }
  #expect(Set(names).count == names.count)
  let endings = OutputFormat.all.flatMap(\.fileExtensions)
  #expect(Set(endings).count == endings.count)
  #expect(OutputFormat.all.allSatisfy { !$0.summary.isEmpty })
}
