import Foundation
import Testing

@testable import Session

/// `copy`: the last answer on the clipboard.
@MainActor @Suite struct CopyTests {
  /// A session as the shell makes it, on a terminal with some environment.
  private func shell(
    _ environment: [String: String] = ["TERM": "xterm"]
  ) -> (session: Session, output: MemorySink, errors: MemorySink) {
    let (output, errors) = (MemorySink(), MemorySink())
    var options = Session.Options()
    options.isInteractive = true
    let session = Session(output: output, errors: errors, options: options)
    session.clipboard = Clipboard { environment[$0] }
    #expect(session.open([]) == .success)
    return (session, output, errors)
  }

  /// The texts that a terminal would find on its clipboard, one after the other.
  private func copied(_ written: String) throws -> [String] {
    try written.components(separatedBy: "\u{1B}]52;c;").dropFirst().map { rest in
      let content = try #require(rest.components(separatedBy: "\u{7}").first)
      let bytes = try #require(Data(base64Encoded: content))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("copy", "markdown"), ("copy as markdown", "markdown"), ("copy as csv", "csv"),
    ("copy as json", "json"), ("copy as html", "html"),
  ])
  func `the text is what the format gives`(statement: String, format: String) throws {
    let (session, output, errors) = shell()
    let question = "count children by ethnicity"
    _ = session.run(question)
    let before = output.text.count
    #expect(session.run(statement).status == .success, "\(errors.text)")
    let (other, expected, _) = makeSession()
    #expect(other.run("\(question) as \(format)").status == .success)
    let wanted = expected.text.replacing(" as \(format)", with: "")
    #expect(try copied(String(output.text.dropFirst(before))) == [wanted])
    #expect(errors.text.contains("copied as \(format): "))
  }

  @Test func `what arrives is said once, and what may be in its way`() {
    let (session, _, errors) = shell()
    _ = session.run("count children by gender; copy; copy as csv")
    #expect(errors.text.components(separatedBy: "(OSC 52)").count == 2, "\(errors.text)")
    #expect(errors.text.hasSuffix("copied as csv: 4 lines\n"), "\(errors.text)")
  }

  @Test func `a list is copied with the rows that were not shown`() throws {
    let (session, output, _) = shell()
    #expect(session.run("list children show id sort by id; copy as csv").status == .success)
    let text = try #require(try copied(output.text).first)
    let (other, whole, _) = makeSession()
    _ = other.run("list children show id sort by id as csv")
    #expect(text == whole.text && text.split(separator: "\n").count == 195)
  }

  @Test func `a list that was limited by the question stays so`() throws {
    let (session, output, _) = shell()
    _ = session.run("list children show id first 3; copy as csv")
    #expect(try copied(output.text).first?.split(separator: "\n").count == 4)
  }

  @Test func `through tmux the text goes to tmux and to the terminal`() throws {
    let (session, output, errors) = shell(["TERM": "tmux-256color", "TMUX": "/tmp/t,1,0"])
    _ = session.run("count children; copy")
    let start = try #require(output.text.firstRange(of: "\u{1B}]52"))
    let sequences = String(output.text[start.lowerBound...])
    let parts = sequences.components(separatedBy: "\u{1B}Ptmux;")
    #expect(parts.count == 2)
    // What tmux hands on has each ESC twice.
    #expect(parts[1] == "\u{1B}" + parts[0] + "\u{1B}\\")
    #expect(try copied(parts[0]).first?.contains("194") == true)
    #expect(errors.text.contains("allow-passthrough") && errors.text.contains("set-clipboard"))
  }

  @Test func `through screen the text goes in pieces that it hands on`() throws {
    let (session, output, _) = shell(["TERM": "screen", "STY": "1.pts"])
    _ = session.run("count children by ethnicity; copy")
    let start = try #require(output.text.firstRange(of: "\u{1B}P"))
    let pieces = String(output.text[start.lowerBound...]).components(separatedBy: "\u{1B}\\")
    #expect(pieces.count > 3 && pieces.last == "")
    #expect(pieces.dropLast().allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 256 })
    let handedOn = pieces.map { $0.replacing("\u{1B}P", with: "") }.joined()
    #expect(try copied(handedOn).first?.hasPrefix("| ethnicity") == true)
  }

  @Test func `an answer that is too long is refused whole, and the limit told`() throws {
    let (session, output, errors) = shell()
    _ = session.run("list narratives")
    let before = output.text.count
    #expect(session.run("copy").status == .mistake)
    #expect(output.text.count == before)
    #expect(errors.text.contains("74994 at most: nothing was copied"), "\(errors.text)")
    #expect(errors.text.contains("as markdown into \"FILE\""))
  }

  @Test(arguments: [0, 1, 2, 3, 4, Clipboard.mostBytes])
  func `any length up to the limit`(length: Int) throws {
    let text = String(repeating: "ü", count: length / 2) + (length % 2 == 1 ? "x" : "")
    for environment in [[:], ["TMUX": "t"], ["STY": "s"]] {
      let clipboard = Clipboard { environment[$0] }
      let sequence = try #require(clipboard.sequence(for: text))
      let handedOn = sequence.replacing("\u{1B}\\\u{1B}P", with: "")
      #expect(try copied(handedOn).allSatisfy { $0 == text })
      #expect(clipboard.sequence(for: text + String(repeating: "y", count: 74_995)) == nil)
    }
  }

  @Test func `where there is no clipboard it is said, and what to do instead`() {
    let (batch, _, errors) = makeSession()
    _ = batch.run("count children")
    #expect(batch.run("copy as csv").status == .mistake)
    #expect(errors.text.contains("only the shell copies, and only at a terminal"))
    #expect(errors.text.contains("as csv into \"FILE\""))
    let (dumb, output, told) = shell(["TERM": "dumb"])
    _ = dumb.run("count children")
    #expect(dumb.run("copy").status == .mistake)
    #expect(told.text.contains("only writes lines (TERM)") && !output.text.contains("\u{1B}"))
  }

  @Test func `before there is an answer, and after other data were opened`() {
    let (session, _, errors) = shell()
    #expect(session.run("copy").status == .mistake)
    #expect(errors.text.contains("nothing has been answered yet that could be copied"))
    _ = session.run("count children")
    #expect(session.open([]) == .success)
    #expect(session.run("copy").status == .mistake)
  }

  @Test func `a script copies nothing`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).enq")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("count children\ncopy\n".utf8).write(to: file)
    let (session, output, errors) = shell()
    #expect(session.run("run \"\(file.path)\"").status == .mistake)
    #expect(errors.text.contains("a script copies nothing"), "\(errors.text)")
    #expect(!output.text.contains("\u{1B}]"))
  }

  @Test(arguments: [
    ("copy csv", "copy as csv"), ("copy as cvs", "copy as csv"), ("clipboard", "copy"),
    ("cpoy", "copy"),
  ])
  func `a mistake is mended`(statement: String, mended: String) {
    let (session, _, errors) = shell()
    _ = session.run("count children")
    #expect(session.run(statement).status == .mistake)
    #expect(session.correction == mended, "\(errors.text)")
  }

  @Test func `what else follows copy is refused with a word on the order`() {
    let (session, _, errors) = shell()
    #expect(session.run("copy count children").status == .mistake)
    #expect(errors.text.contains("ask first, and then copy"), "\(errors.text)")
  }
}
