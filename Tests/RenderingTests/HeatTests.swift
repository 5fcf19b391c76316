import Execution
import Rendering
import Testing
import TextLayout

private let grounds: [Palette.Background] = [.dark, .light]

private func table(_ answer: Answer, _ width: Int, _ palette: Palette) -> String {
  Renderer.render(answer, as: .table, options: RenderOptions(width: width, palette: palette))
}

/// The text without its codes, and the codes before each piece of it.
private func parts(_ text: String) -> (plain: String, shaded: [(codes: String, text: String)]) {
  var pieces = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
  var plain = String(pieces.removeFirst())
  var shaded: [(String, String)] = []
  for piece in pieces {
    let codes = piece.prefix { $0 != "m" }
    let rest = piece.dropFirst(codes.count + 1)
    plain += rest
    if codes.contains("48;5;") { shaded.append((String(codes), String(rest))) }
  }
  return (plain, shaded)
}

@Test(arguments: [20, 80, 200], grounds)
func `shades change nothing but the ground`(width: Int, background: Palette.Background) {
  let palette = Palette(usesColor: true, background: background, hasShades: true)
  for sample in Samples.all {
    let shaded = parts(table(sample.answer, width, palette))
    #expect(shaded.plain == table(sample.answer, width, .plain), "\(sample.name)")
    let isCrosstab = sample.name.hasSuffix("crosstab")
    #expect(shaded.shaded.isEmpty == !isCrosstab, "\(sample.name)")
  }
}

@Test(arguments: [20, 80, 200])
func `without colour there is no code at all`(width: Int) {
  let palette = Palette(usesColor: false, hasShades: true)
  for sample in Samples.all { #expect(!table(sample.answer, width, palette).contains("\u{1B}")) }
}

@Test func `the highest count has the deepest ground, and nothing has none`() {
  let palette = Palette(usesColor: true, background: .light, hasShades: true)
  let shaded = parts(table(Samples.plainCrosstab, 80, palette)).shaded
  let depths = Dictionary(
    uniqueKeysWithValues: shaded.map { (Int($0.text.filter(\.isNumber)), $0.codes) })
  #expect(depths[49] == "38;5;16;48;5;75")
  #expect(depths[20] == "38;5;16;48;5;153")
  #expect(depths[10] == "38;5;16;48;5;195")
  #expect(depths[0] == nil)
}

@Test func `where percentages stand, they are compared and the counts are not`() {
  let palette = Palette(usesColor: true, hasShades: true)
  let shaded = parts(table(Samples.crosstab, 80, palette)).shaded.map(\.text)
  #expect(!shaded.isEmpty && shaded.allSatisfy { $0.contains("%") })
}
