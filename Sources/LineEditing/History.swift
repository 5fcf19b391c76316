/// The statements typed so far, each whole however many lines it has, oldest first.
///
/// They are kept in a file that several shells may write at once.
@MainActor public final class History {
  /// The statements, oldest first; at most `limit`.
  public private(set) var entries: [String] = []
  /// How many statements are kept in memory.
  public let limit: Int
  private let file: HistoryFile?
  private var hasFailed = false

  /// Reads a history; a file that is not there or cannot be read is an empty one.
  ///
  /// - Parameters:
  ///   - path: The file, or `nil` to keep the history in memory only.
  ///   - limit: How many statements are kept in memory; the file keeps all.
  public init(path: String?, limit: Int = 5000) {
    self.limit = max(1, limit)
    file = path.map(HistoryFile.init)
    for entry in file?.read() ?? [] { append(entry) }
  }

  /// Adds a statement, in memory and in the file.
  ///
  /// A blank one, one that begins with a blank, and a repetition of the last one are left out.
  ///
  /// - Returns: Why the file cannot be written, the first time that it cannot.
  public func add(_ statement: String) -> HistoryFailure? {
    guard let first = statement.first, !first.isWhitespace, append(statement) else { return nil }
    guard let file, let failure = file.append(statement), !hasFailed else { return nil }
    hasFailed = true
    return failure
  }

  /// The newest statement that begins with a text and goes on.
  func newest(beginningWith text: String) -> String? {
    let prefix = Array(text.utf8)
    return entries.last { $0.utf8.count > prefix.count && $0.utf8.starts(with: prefix) }
  }

  @discardableResult
  private func append(_ statement: String) -> Bool {
    guard statement != entries.last else { return false }
    entries.append(statement)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
    return true
  }

  /// Where the history is kept: `$XDG_STATE_HOME/enquire/history`, else
  /// `~/.local/state/enquire/history`; `nil` without a home folder.
  public nonisolated static func defaultPath(
    environment: Terminal.Environment = Terminal.processEnvironment
  ) -> String? {
    // The specification wants a relative path ignored:
    // https://specifications.freedesktop.org/basedir-spec/latest/
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/enquire/history"
    }
    guard let home = environment("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/enquire/history"
  }
}

/// Why a history cannot be written.
public struct HistoryFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The system's words for it.
  public let reason: String

  /// One line: `history is not saved: PATH: reason`.
  public var description: String { "history is not saved: \(path): \(reason)" }
}
