import TestSupport
import Testing
import TextLayout

@testable import Session

/// What statements answer on a terminal, or in a pipe.
@MainActor
private func shown(
  _ statements: String, width: Int?, isInteractive: Bool = true, drawsBlocks: Bool = true
) -> (output: String, errors: String) {
  let output = MemorySink()
  let errors = MemorySink()
  var options = Session.Options()
  options.width = width
  options.isInteractive = isInteractive
  options.drawsBlocks = drawsBlocks
  let session = Session(output: output, errors: errors, options: options)
  #expect(session.open([]) == .success)
  #expect(session.run(statements, name: isInteractive ? nil : "<command>").status == .success)
  return (output.text, errors.text)
}

/// How the answer is shown on the screen: from the option of the session to the text.
@MainActor
@Suite struct ScreenTests {
  @Test(arguments: [
    "count reviews by month of submitted_date", "tabulate reviews by year of incident_date",
  ])
  func `a series has its sparkline at the prompt, and where a terminal runs a script`(text: String)
  {
    #expect(shown(text, width: 80).output.contains("▂"))
    #expect(shown(text, width: 80, isInteractive: false).output.contains("▂"))
    #expect(shown(text, width: 80, drawsBlocks: false).output.contains("#"))
    #expect(!shown(text, width: nil, isInteractive: false).output.contains("▂"))
    #expect(!shown(text + " as csv", width: 80).output.contains("▂"))
  }

  @Test func `a terminal without blocks has no character of ours that it cannot show`() {
    let statements = """
      describe; describe children.status; summarise age of children; tabulate children by status
      tabulate children by status, died with row %
      count reviews by year of evaluated_date as bars; list narratives first 8
      set timing on; count children; explain plan count children where died
      """
    for width in [20, 36, 80, 200] {
      let text = shown(statements, width: width, drawsBlocks: false).output
      for mark in "█▏▎▍▌▋▊▉▁▂▃▄▅▆▇─│├└…·µ" {
        #expect(!text.contains(mark), "\(mark) at \(width): \(text)")
      }
    }
  }

  @Test func `what a pipe gets does not depend on the terminal's characters`() {
    let text = "describe; summarise age of children; count children by status as bars"
    let without = shown(text, width: nil, isInteractive: false, drawsBlocks: false)
    #expect(without.output == shown(text, width: nil, isInteractive: false).output)
    #expect(without.output.contains("█") && without.output.contains("└ reviews"))
  }

  @Test func `at the prompt base, notes and time are one line`() {
    let text = "set timing on; summarise age of children by outcome"
    let prompt = shown(text, width: 80)
    let last = prompt.output.split(separator: "\n").last
    #expect(last?.hasPrefix("194 children · in months · ") == true)
    #expect(last?.hasSuffix("s") == true && !prompt.errors.contains("time:"))
    let batch = shown(text, width: 80, isInteractive: false)
    #expect(batch.output.hasSuffix("194 children\nnote: in months\n"))
    #expect(batch.errors.hasPrefix("time: "))
    let csv = shown("set timing on; count children by gender as csv", width: 80)
    #expect(csv.errors.contains("time: "))
  }

  @Test func `a narrow window loses neither base nor note`() {
    for width in [20, 36, 80, 200] {
      let text = shown(
        "count children where status = \"Child in need\" and age < 3", width: width
      ).output
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("is at least"), "\(width): \(text)")
      #expect(words.contains("of 193 decided; 1 undecided: 1 age"), "\(width): \(text)")
      #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= width })
    }
  }

  @Test func `the map of the data has every entity once at every width`() {
    for width in [20, 36, 80, 200] {
      let lines = shown("describe", width: width).output.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= width })
      for count in ["75", "147", "194", "581", "906", "973", "1337", "25"] {
        #expect(lines.contains { $0.split(separator: " ").contains { $0 == count } }, "\(count)")
      }
    }
    #expect(shown("describe", width: 36).output.contains("  │ └ characteristics   581\n"))
  }

  @Test func `an expected table of a summary holds without its picture`() throws {
    let script = """
      summarise age of children
      ----
        n  missing  mean    sd  min  p25  median    p75    max
      191        3  65.3  71.8  0.0  4.5    31.0  122.5  215.0
      194 children
      note: in months

      """
    let folder = try TemporaryFolder()
    let path = try folder.write(script, to: "summary.enq")
    let (session, output, errors) = makeSession()
    #expect(session.runScript(path, arguments: []) == .success, "\(output.text)\(errors.text)")
  }
}
