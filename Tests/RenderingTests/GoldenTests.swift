import Rendering
import Testing

/// The exact text of every sample in every format: promises to people's scripts and documents.
enum Golden {}

@Test(arguments: OutputFormat.all.map(\.name), Samples.all.map(\.name))
func `every shape is written as promised`(format: String, sample: String) throws {
  let goldens = [
    "table": Golden.table, "csv": Golden.csv, "tsv": Golden.tsv, "json": Golden.json,
    "jsonl": Golden.jsonLines, "markdown": Golden.markdown, "bars": Golden.bars,
    "html": Golden.html, "svg": Golden.svg, "latex": Golden.latex,
  ]
  let expected = try #require(goldens[format]?[sample])
  let answer = try #require(Samples.all.first { $0.name == sample }).answer
  let written = Renderer.render(answer, as: try #require(OutputFormat.named(format)))
  #expect(written == expected)
}
