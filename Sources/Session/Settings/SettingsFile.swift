public import LineEditing

/// The options that `set` has set at the prompt, kept from one session to the next.
///
/// One `OPTION = VALUE` a line; `#` begins a comment. Only the line of the option that changes is ever
/// rewritten, so that a person's comments stay, and so do options that this version does not know.
public struct SettingsFile: Sendable {
  /// Where it is.
  public let path: String

  /// The file of a path; nothing is read yet.
  public init(path: String) { self.path = path }

  /// Something in the file that is not followed.
  struct Problem: Equatable {
    /// From 1; `nil` where it is the whole file.
    var line: Int?
    /// Why, in lower case without a full stop.
    var reason: String
  }

  /// What the file asks for.
  struct Content {
    var values: [(option: SettingOption, value: String)] = []
    var problems: [Problem] = []
  }

  /// `$XDG_CONFIG_HOME/enquire/settings`, else `~/.config/enquire/settings`; `nil` where neither is
  /// known.
  ///
  /// See <https://specifications.freedesktop.org/basedir-spec/latest/>, which wants a relative path
  /// ignored.
  public static func defaultPath(
    environment: Terminal.Environment = Terminal.processEnvironment
  ) -> String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/enquire/settings"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/enquire/settings"
  }

  /// Reads the file; one that is not there asks for nothing.
  ///
  /// Whether an option takes its value is for `Settings.set` to say.
  func read() -> Content {
    guard TextFile.isThere(path) else { return Content() }
    do throws(TextFile.Failure) {
      return Self.content(of: try TextFile.readPlain(path))
    } catch {
      return Content(problems: [Problem(line: nil, reason: error.reason)])
    }
  }

  private static func content(of text: String) -> Content {
    var content = Content()
    for (index, line) in lines(of: text).enumerated() {
      guard let entry = entry(of: line) else {
        if !isBlank(line) {
          content.problems.append(Problem(line: index + 1, reason: "it is not OPTION = VALUE"))
        }
        continue
      }
      if let option = SettingOption(rawValue: entry.name) {
        content.values.append((option, entry.value))
      } else {
        content.problems.append(
          Problem(line: index + 1, reason: "there is no option \"\(entry.name)\""))
      }
    }
    return content
  }

  /// Keeps the value of an option, making the file and its folder where they are missing.
  ///
  /// - Throws: Why it could not; the file is as it was.
  func keep(_ value: String, of option: SettingOption) throws(TextFile.Failure) {
    let old = TextFile.isThere(path) ? try TextFile.readPlain(path) : ""
    var lines = Self.lines(of: old)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let line = "\(option.rawValue) = \(value)"
    if let place = lines.lastIndex(where: { Self.entry(of: $0)?.name == option.rawValue }) {
      lines[place] = line
    } else {
      lines.append(line)
    }
    try TextFile.makeFolders(above: path)
    try TextFile.write(lines.map { $0 + "\n" }.joined(), to: path)
  }

  private static func lines(of text: String) -> [String] {
    // A line break that another system wrote counts as one character.
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private static func isBlank(_ line: String) -> Bool {
    let bare = line.trimmingBlanks
    return bare.isEmpty || bare.hasPrefix("#")
  }

  private static func entry(of line: String) -> (name: String, value: String)? {
    guard !isBlank(line), let sign = line.firstIndex(of: "=") else { return nil }
    let name = String(line[..<sign]).trimmingBlanks.lowercased()
    let value = String(line[line.index(after: sign)...]).trimmingBlanks
    return name.isEmpty || value.isEmpty ? nil : (name, value)
  }
}
