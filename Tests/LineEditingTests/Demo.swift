import TestSupport

/// The toy shell, with its prompt there.
func demo(
  _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
  environment: [String: String] = [:]
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    builtProduct(named: "line-editing-demo"), arguments, rows: rows, columns: columns,
    environment: environment)
  try terminal.wait(for: "prompt") { $0.cursorLine == "toy>" && $0.column == 5 }
  return terminal
}

extension Screen {
  /// The screen's text with the rows run together, for lines that are wider than the screen.
  var joined: String { lines.joined() }
}
