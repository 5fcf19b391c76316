internal import Language
internal import Rendering

/// The manual page of the program, in the man macros of troff.
///
/// Made from the help of its commands, which is made from their definitions, and from the registries
/// of the language, so that it says what the program does.
///
/// See man(7), <https://man7.org/linux/man-pages/man7/man.7.html>.
public struct ManualPage {
  /// The manual page as troff reads it.
  public private(set) var text = ""

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - version: The program's version.
  ///   - commands: The name of each command, and its help as the program prints it on lines of any
  ///     length; the program itself first.
  public init(version: String, commands: [(name: String, help: String)]) {
    text = ".TH ENQUIRE 1 \"\" \"enquire \(version)\" \"User commands\"\n"
    for (index, command) in commands.enumerated() {
      add(CommandHelp(command.help), of: command.name, isProgram: index == 0)
    }
    section("STATEMENTS")
    paragraph("One statement a line; the program's own help explains every word: help WORD.")
    for form in StatementForm.allCases { item(form.usage, form.summary) }
    section("CLAUSES AND CONDITIONS")
    for topic in LanguageTopic.all { item(topic.usage, topic.summary) }
    section("MEASURES AND FUNCTIONS")
    for topic in HelpTopic.measures + HelpTopic.functions { item(topic.usage, topic.summary) }
    section("FORMATS")
    for format in OutputFormat.all { item(format.name, format.summary) }
    section("OPTIONS OF SET")
    for option in SettingOption.allCases { item(option.rawValue, option.summary) }
    section("FILES")
    for file in Self.files { item(file.path, file.use) }
    section("ENVIRONMENT")
    for variable in Self.variables { item(variable.name, variable.use) }
    section("EXAMPLES")
    for form in StatementForm.allCases { verbatim(form.example) }
  }

  private static let files = [
    (
      path: "$XDG_CONFIG_HOME/enquire/settings",
      use: "What set has set at the prompt; else ~/.config/enquire/settings."
    ),
    (
      path: "$XDG_STATE_HOME/enquire/history",
      use: "What was typed at the prompt; else ~/.local/state/enquire/history."
    ),
    (
      path: "$XDG_CACHE_HOME/enquire",
      use: "Snapshots of large files, so that they load at once; else ~/.cache/enquire."
    ),
  ]

  private static let variables = [
    (name: "NO_COLOR", use: "When set, answers have no colour unless set color on says so."),
    (name: "TERM", use: "What the terminal can do; dumb gives plain lines."),
  ]

  private mutating func add(_ help: CommandHelp, of name: String, isProgram: Bool) {
    if isProgram {
      section("NAME")
      paragraph("enquire - \(help.overview.first ?? "")")
      section("SYNOPSIS")
      paragraph(help.usage)
      section("DESCRIPTION")
    } else {
      section("COMMAND \(name.uppercased())")
      paragraph(help.usage)
      help.overview.first.map { paragraph($0) }
    }
    for line in help.overview.dropFirst() {
      line.hasPrefix(" ") ? verbatim(line.trimmingBlanks) : paragraph(line)
    }
    for entry in help.entries { item(entry.words, entry.summary) }
  }

  private mutating func section(_ title: String) { text += ".SH \(Self.escaped(title))\n" }

  private mutating func paragraph(_ words: String) {
    text += ".PP\n\(Self.escaped(words))\n"
  }

  private mutating func item(_ words: String, _ explanation: String) {
    text +=
      ".TP\n\\fB\(Self.escaped(words, isLineStart: false))\\fR\n\(Self.escaped(explanation))\n"
  }

  private mutating func verbatim(_ line: String) {
    text += ".PP\n.nf\n\(Self.escaped(line))\n.fi\n"
  }

  /// A line with what troff would take for its own written so that it prints.
  private static func escaped(_ line: String, isLineStart: Bool = true) -> String {
    var result = ""
    for character in line {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return isLineStart && result.hasPrefix(".") ? "\\&" + result : result
  }
}
