import Execution
import Foundation
import Rendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What stands in a chart: elements by name with their attributes and text.
private final class ChartReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String], text: String)] = []
  private var open: [Int] = []

  static func read(_ svg: String) throws -> ChartReader {
    let reader = ChartReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(svg)")
    return reader
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append((name, attributes, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
}

@Test(arguments: Samples.all.map(\.name))
func `a chart is well-formed, named and described, and stays within its frame`(sample: String)
  throws
{
  let answer = try #require(Samples.all.first { $0.name == sample }).answer
  let elements = try ChartReader.read(Renderer.render(answer, as: .svg)).elements
  let root = try #require(elements.first)
  #expect(root.name == "svg" && root.attributes["role"] == "img")
  let names = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
  #expect(
    names
      == ["title", "desc"].map { name in
        elements.first { $0.name == name }?.attributes["id"] ?? ""
      })
  #expect(elements.first { $0.name == "title" }?.text == answer.statement)
  #expect(elements.allSatisfy { $0.attributes["href"] == nil && $0.attributes["src"] == nil })
  let height = try #require(root.attributes["height"].flatMap(Int.init))
  for element in elements {
    if let bottom = element.attributes["y"].flatMap(Int.init) { #expect(bottom <= height) }
    guard element.name == "rect", let start = element.attributes["x"].flatMap(Int.init),
      let width = element.attributes["width"].flatMap(Int.init)
    else { continue }
    #expect(start + width < 720)
  }
}

@Test func `every count of a table stands beside its bar and in the description`() throws {
  let chart = try #require(SVGChart(Samples.frequencies, title: "Age at the incident"))
  let elements = try ChartReader.read(chart.svg(id: "figure-1")).elements
  let texts = elements.filter { $0.name == "text" }.map(\.text)
  for text in [
    "Age at the incident", "under 1", "70 (39.3%)", "1 to 5", "100 (56.2%)", "6 to 10", "0 (0.0%)",
    "11 and over", "8 (4.5%)", "(not recorded)", "16",
    "percentages are of 178 children with age band recorded",
  ] {
    #expect(texts.contains(text), "\(text) in \(texts)")
  }
  #expect(chart.description.contains("1 to 5 100 (56.2%)"))
  #expect(elements.first?.attributes["aria-labelledby"] == "figure-1-title figure-1-desc")
  // No bar for none, and the others in proportion.
  let bars = elements.filter { $0.name == "rect" && $0.attributes["x"] != nil }
  let widths = bars.compactMap { $0.attributes["width"].flatMap(Double.init) }
  #expect(widths.count == 4)
  #expect(abs(widths[0] / widths[1] - 0.7) < 0.01)
}

@Test func `the bars of a crosstab stand under the key of their row`() throws {
  let elements = try ChartReader.read(Renderer.render(Samples.crosstab, as: .svg)).elements
  let texts = elements.filter { $0.name == "text" }.map(\.text)
  for text in ["status: Known", "status: CP plan", "status: (not recorded)"] {
    #expect(texts.contains(text))
  }
  #expect(texts.joined(separator: " ").contains("1999 (>99.9% of the row, 98.5% of all)"))
}

@Test func `what has no chart says so, and gives its sentence`() throws {
  #expect(SVGChart(Samples.count) == nil && SVGChart(Samples.list) == nil)
  #expect(SVGChart(Samples.nothing) == nil)
  #expect(Renderer.render(Samples.count, as: .svg).contains(">194 children<"))
  #expect(Renderer.render(Samples.list, as: .svg).contains("this answer has none"))
}

@Test func `a chart of many bars says how many it leaves out`() throws {
  let groups = (0..<250).map { Frequencies.Group(key: .integer($0), count: $0) }
  let answer = Samples.children(
    "tabulate children by weight",
    .frequencies(
      Frequencies(
        dimension: "weight", groups: groups, missing: 0, includesMissing: false, isOrdered: false)))
  let chart = try #require(SVGChart(answer))
  #expect(chart.svg().contains("100 of 250 bars drawn"))
}

@Test func `names of the data cannot end an element`() throws {
  let hostile = "</text><script>alert(1)</script> & \u{1B}[31m \u{FFFE}\""
  let answer = Samples.children(
    hostile,
    .frequencies(
      Frequencies(
        dimension: hostile, groups: [Frequencies.Group(key: .text(hostile), count: 2)], missing: 0,
        includesMissing: false, isOrdered: false)))
  let svg = Renderer.render(answer, as: .svg)
  let elements = try ChartReader.read(svg).elements
  #expect(!elements.contains { $0.name == "script" } && !svg.contains("\u{1B}"))
}
