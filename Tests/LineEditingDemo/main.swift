// A toy shell round the line editor, for the tests of the editor: it says what it has read.
import LineEditing
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

let arguments = CommandLine.arguments.dropFirst()
func value(after option: String) -> String? {
  arguments.firstIndex(of: option).flatMap { arguments.dropFirst($0).first }
}

func say(_ line: String) {
  print(line)
  fflush(nil)
}

let toy = ToyLanguage()
let history = History(path: value(after: "--history") ?? History.defaultPath())
let reader = makeReader(
  prompts: Prompts(first: "toy> ", continuation: "...> "),
  hooks: EditorHooks(
    isComplete: toy.isComplete, complete: toy.complete, suggest: toy.suggest,
    highlight: toy.highlight),
  history: history, palette: Palette(usesColor: Terminal.wantsColor(1)),
  mode: arguments.contains("--vi")
    ? .vi : arguments.contains("--emacs") ? .emacs : .fromEditrc)

reading: while true {
  let interruptsBefore = Interrupts.count
  switch reader.readStatement() {
  case .endOfInput:
    say("bye")
    break reading
  case .interrupted:
    say("interrupted")
  case .statement(let statement):
    if let failure = reader.remember(statement) { say(failure.description) }
    if statement == "wait" {
      say("waiting")
      while Interrupts.count == interruptsBefore { usleep(1000) }
      say("cancelled")
    } else if statement == "nap" {
      say("napping")
      var key = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      poll(&key, 1, -1)
    } else {
      let shown = statement.unicodeScalars.map { $0 == "\n" ? "⏎" : String($0) }.joined()
      say("got <\(sanitised(shown))> \(statement.unicodeScalars.count)")
    }
  }
}
