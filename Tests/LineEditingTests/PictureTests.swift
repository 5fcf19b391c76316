import TestSupport
import Testing
import TextLayout

@testable import LineEditing

@Suite struct PictureTests {
  private func picture(
    _ text: String, cursor: Int, columns: Int, suggestion: String = ""
  ) -> Picture {
    var builder = PictureBuilder(columns: columns, palette: .plain)
    StatementPicture(
      prompts: Prompts(first: "> ", continuation: ". "), text: text, cursor: cursor,
      suggestion: suggestion
    ).draw(into: &builder)
    return builder.finished()
  }

  @Test func `breaks rows at the edge and at line breaks`() {
    let result = picture("abcdef\ngh", cursor: 9, columns: 5)
    #expect(result.rows.map(\.text) == ["> abc", "def", ". gh"])
    #expect(result.cursor == Picture.Position(row: 2, column: 4))
  }

  @Test func `the cursor goes to the next row when a row is full`() {
    #expect(picture("abc", cursor: 3, columns: 5).cursor == Picture.Position(row: 1, column: 0))
    #expect(picture("abcd", cursor: 3, columns: 5).cursor == Picture.Position(row: 1, column: 0))
    #expect(picture("日本", cursor: 1, columns: 5).cursor == Picture.Position(row: 1, column: 0))
  }

  @Test func `never sends what a terminal would obey`() {
    let result = picture("a\u{1B}[2Jb\u{7}", cursor: 0, columns: 20)
    #expect(result.rows.map(\.text) == ["> a␛[2Jb␇"])
  }

  @Test func `a suggestion of several lines shows its first`() {
    #expect(picture("a", cursor: 1, columns: 20, suggestion: "b\nc").rows.map(\.text) == ["> ab…"])
  }

  @Test func `rows round the cursor are shown where not all fit`() {
    let text = (0..<30).map { "line \($0)" }.joined(separator: "\n")
    let cropped = picture(text, cursor: 0, columns: 20).cropped(to: 5)
    #expect(cropped.rows.count == 5 && cropped.cursor.row == 0)
    let end = picture(text, cursor: 999, columns: 20).cropped(to: 5)
    #expect(end.rows.last?.text == ". line 29" && end.cursor.row == 4)
  }

  @Test(arguments: [1, 2, 3, 7, 20])
  func `a terminal shows the rows as they were laid out`(columns: Int) {
    let alphabet: [Character] = ["a", "日", "e\u{301}", "👨‍👩‍👧‍👦", "\n", " ", "\u{1B}", "Ł"]
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    for _ in 0..<100 {
      let text = String(
        (0..<25).map { _ -> Character in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return alphabet[Int(state >> 33) % alphabet.count]
        })
      let cursor = Int(state >> 40) % 30
      let result = picture(text, cursor: cursor, columns: columns)
      // No row is wider than the screen, but for a wide character where there is one column.
      #expect(result.rows.allSatisfy { $0.width <= max(columns, 2) }, "seed \(seed)")
      #expect(result.rows.indices.contains(result.cursor.row), "seed \(seed)")
      #expect(result.cursor.column < max(columns, 2), "seed \(seed)")
      #expect(result.rows.allSatisfy { displayWidth($0.text) == $0.width }, "seed \(seed)")
    }
  }

  @Test func `a menu stays in its room at every width`() {
    let candidates = (0..<100).map { Candidate("value number \($0)", note: "a note about it") }
    for columns in 1...60 {
      for rows in 1...12 {
        var builder = PictureBuilder(columns: columns, palette: .plain)
        var menu = CompletionMenu(start: 0, original: "", candidates: candidates)
        menu?.move(by: 57)
        menu?.draw(into: &builder, rowLimit: rows)
        let picture = builder.finished()
        if columns > 3 { #expect(picture.rows.count <= rows + 1) }
        if columns > 20 {
          #expect(picture.rows.contains { $0.text.hasPrefix("> value number 57") })
        }
      }
    }
  }

  @Test func `a menu goes round both ends`() {
    var menu = CompletionMenu(start: 0, original: "", candidates: [Candidate("a"), Candidate("b")])
    menu?.move(by: -1)
    #expect(menu?.text == "b")
    menu?.move(by: 5)
    #expect(menu?.text == "a")
    #expect(CompletionMenu(start: 0, original: "", candidates: []) == nil)
  }
}
