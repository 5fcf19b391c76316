import Testing
import TextLayout

@Suite struct GlyphsTests {
  @Test func `more than nothing is never drawn as nothing`() {
    #expect(
      Glyphs.unicode.bar(0.0001, width: 40) == "▏" && Glyphs.ascii.bar(0.0001, width: 40) == "#")
    #expect(Glyphs.unicode.bar(0, width: 40).isEmpty && Glyphs.ascii.bar(0, width: 40).isEmpty)
    #expect(Glyphs.unicode.bar(.nan, width: 40).isEmpty && Glyphs.ascii.bar(-1, width: 40).isEmpty)
  }

  @Test func `the whole takes the whole width`() {
    for glyphs in [Glyphs.unicode, .ascii] {
      #expect(displayWidth(glyphs.bar(1, width: 12)) == 12)
      #expect(displayWidth(glyphs.bar(0.5, width: 12)) == 6)
      #expect(displayWidth(glyphs.rule(width: 7)) == 7)
      #expect(glyphs.levels.count == 8)
      #expect(
        displayWidth(glyphs.branch(isLast: true)) == displayWidth(glyphs.trunk(isLast: false)))
    }
    #expect(Glyphs.unicode.bar(0.51, width: 10) == "█████▏")
  }

  @Test func `ASCII has no other character`() {
    let all =
      [true, false].flatMap { [Glyphs.ascii.branch(isLast: $0), Glyphs.ascii.trunk(isLast: $0)] }
      + [Glyphs.ascii.bar(0.3, width: 9), Glyphs.ascii.rule(width: 3), String(Glyphs.ascii.levels)]
      + [Glyphs.ascii.ellipsis, Glyphs.ascii.separator]
    #expect(all.joined().utf8.allSatisfy { $0 < 0x80 })
  }
}
