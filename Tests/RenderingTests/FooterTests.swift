import Execution
import Rendering
import Testing
import TextLayout

/// What stands below the table.
private func footer(
  _ answer: Answer, _ width: Int?, time: String? = nil, _ glyphs: Glyphs = .unicode,
  joins: Bool = true
) -> [String] {
  var options = RenderOptions(width: width)
  options.joinsRemarks = joins
  options.time = time
  options.glyphs = glyphs
  let lines = Renderer.render(answer, as: .table, options: options).split(separator: "\n")
  let rows = lines.lastIndex { $0.contains("not recorded") } ?? lines.startIndex - 1
  return lines[(rows + 1)...].map(String.init)
}

@Suite struct FooterTests {
  private var answer: Answer {
    var answer = Samples.countBy
    answer.notes = ["in months"]
    return answer
  }

  @Test func `base, notes and time are one line where they fit`() {
    #expect(footer(answer, 80, time: "1.2 ms") == ["194 children · in months · 1.2 ms"])
    #expect(footer(answer, 80) == ["194 children · in months"])
    #expect(footer(answer, 80, time: "85 us", .ascii) == ["194 children | in months | 85 us"])
  }

  @Test func `where they do not fit none is left out`() {
    #expect(
      footer(answer, 26, time: "1.2 ms") == ["194 children · 1.2 ms", "note: in months"])
    #expect(
      footer(answer, 20, time: "1.2 ms") == ["194 children", "1.2 ms", "note: in months"])
    var long = answer
    long.notes.append(String(repeating: "word ", count: 30) + "end")
    let lines = footer(long, 40)
    #expect(lines[0] == "194 children" && lines[1] == "note: in months")
    #expect(lines.joined(separator: " ").contains("word end"))
    #expect(lines.allSatisfy { displayWidth($0) <= 40 })
  }

  @Test func `a script's answer keeps a line for each`() {
    let lines = ["194 children", "note: in months"]
    #expect(footer(answer, 80, joins: false) == lines)
    #expect(footer(answer, nil) == lines)
  }

  @Test func `a count has its time beside it`() {
    var options = RenderOptions(width: 80)
    options.joinsRemarks = true
    options.time = "1.2 ms"
    #expect(
      Renderer.render(Samples.count, as: .table, options: options) == "194 children · 1.2 ms\n")
  }
}
