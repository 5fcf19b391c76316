internal import CEditLine
public import TextLayout

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The size of a terminal.
public struct TerminalSize: Sendable, Hashable {
  /// The number of lines.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// Creates a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// Facts about the terminal and what its user wants of it.
public enum Terminal {
  /// Looks up an environment variable.
  public typealias Environment = (String) -> String?

  /// The environment of the process.
  public static func processEnvironment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether a file descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The size of the terminal on a file descriptor, or `nil` where there is none or it is unknown.
  public static func size(_ descriptor: Int32) -> TerminalSize? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cel_terminal_size(descriptor, &rows, &columns), columns > 0, rows > 0 else { return nil }
    return TerminalSize(rows: Int(rows), columns: Int(columns))
  }

  /// Whether what is written to a file descriptor should be coloured.
  ///
  /// It must be a terminal that is not dumb, and `NO_COLOR` must be unset or empty
  /// (https://no-color.org).
  public static func wantsColor(
    _ descriptor: Int32, environment: Environment = processEnvironment
  ) -> Bool {
    isTerminal(descriptor) && !isDumb(environment) && (environment("NO_COLOR") ?? "").isEmpty
  }

  /// Whether the terminal says that it has 256 colours or more.
  public static func hasManyColors(environment: Environment = processEnvironment) -> Bool {
    (environment("TERM") ?? "").contains("256color") || !(environment("COLORTERM") ?? "").isEmpty
  }

  /// Whether the terminal shows block characters, such as those of a sparkline.
  public static func drawsBlocks(environment: Environment = processEnvironment) -> Bool {
    usesUTF8(environment) && !isDumb(environment)
  }

  /// Whether a line that is written to a file descriptor can be written over.
  public static func canRedraw(
    _ descriptor: Int32, environment: Environment = processEnvironment
  ) -> Bool {
    isTerminal(descriptor) && !isDumb(environment)
  }

  /// What the terminal writes on, as far as it says so through `COLORFGBG`; dark otherwise.
  public static func background(
    environment: Environment = processEnvironment
  ) -> Palette.Background {
    let last = (environment("COLORFGBG") ?? "").split(separator: ";").last
    return last == "7" || last == "15" ? .light : .dark
  }

  /// Whether the editor works on standard input and output: both are terminals that understand
  /// cursor movement, and no other character set than UTF-8 is asked for.
  public static func canEdit(environment: Environment = processEnvironment) -> Bool {
    isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO) && !isDumb(environment)
      && usesUTF8(environment)
  }

  /// The program that edits a text, as a shell's words: `$VISUAL`, else `$EDITOR`, else `vi`.
  static func editor(environment: Environment = processEnvironment) -> String {
    ["VISUAL", "EDITOR"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "vi"
  }

  /// Whether the terminal cannot move its cursor, or says nothing of itself.
  public static func isDumb(_ environment: Environment) -> Bool {
    let kind = environment("TERM") ?? ""
    return kind.isEmpty || kind == "dumb"
  }

  /// A locale that was chosen counts; where none was, a terminal of today is taken to be UTF-8.
  static func usesUTF8(_ environment: Environment) -> Bool {
    let chosen = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    guard let chosen else { return cel_has_utf8() }
    let name = chosen.uppercased()
    return (name.contains("UTF-8") || name.contains("UTF8")) && cel_has_utf8()
  }
}
