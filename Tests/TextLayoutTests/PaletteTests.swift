import Testing
import TextLayout

@Suite struct PaletteTests {
  @Test func `without colour nothing is added`() {
    for style in Style.allCases { #expect(Palette.plain.paint("text", style) == "text") }
  }

  @Test(arguments: [Palette.Background.dark, .light])
  func `with colour every sequence is closed`(background: Palette.Background) {
    let palette = Palette(usesColor: true, background: background)
    for style in Style.allCases where style != .plain {
      let painted = palette.paint("text", style)
      #expect(painted.hasPrefix("\u{1B}[") && painted.hasSuffix("mtext\u{1B}[0m"))
      #expect(palette.paint("", style).isEmpty)
    }
    #expect(palette.paint("text", .plain) == "text")
    #expect(palette.paint("dide", .mark).contains("[4;"))
  }
}
