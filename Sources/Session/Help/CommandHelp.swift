/// The parts of a command's help, as `swift-argument-parser` prints it.
///
/// Headings in capitals begin a part; an entry is indented by two, with its explanation after two blanks
/// or on the next line.
struct CommandHelp {
  /// What it does: a sentence first, then lines as they stand.
  private(set) var overview: [String] = []
  /// How it is called.
  private(set) var usage = ""
  /// Arguments, options and subcommands, each with its explanation.
  private(set) var entries: [(words: String, summary: String)] = []

  init(_ help: String) {
    var part = ""
    for line in help.split(separator: "\n").map(String.init) {
      if let heading = Self.heading(of: line) {
        part = heading.name
        if !heading.rest.isEmpty { add(heading.rest, to: part) }
      } else {
        add(line, to: part)
      }
    }
  }

  /// `OVERVIEW: Checks data.` and `OPTIONS:`.
  private static func heading(of line: String) -> (name: String, rest: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy({ $0.isUppercase || $0 == " " }), !name.hasPrefix(" ")
    else { return nil }
    return (String(name), String(line[line.index(after: colon)...]).trimmingBlanks)
  }

  private mutating func add(_ line: String, to part: String) {
    switch part {
    case "OVERVIEW": overview.append(line)
    case "USAGE": usage += (usage.isEmpty ? "" : " ") + line.trimmingBlanks
    default: addEntry(line)
    }
  }

  private mutating func addEntry(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    guard indent >= 2 else { return }
    let bare = line.trimmingBlanks
    if indent > 4, !entries.isEmpty {
      let before = entries[entries.count - 1].summary
      entries[entries.count - 1].summary += (before.isEmpty ? "" : " ") + bare
      return
    }
    guard let gap = bare.firstRange(of: "  ") else {
      // The sentence after the subcommands stands for itself, and says how to get help.
      if !bare.hasPrefix("See '") { entries.append((bare, "")) }
      return
    }
    entries.append(
      (String(bare[..<gap.lowerBound]), String(bare[gap.upperBound...]).trimmingBlanks))
  }
}
