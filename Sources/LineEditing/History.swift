/// The statements typed so far, each once and whole however many lines it has, oldest first.
///
/// They are kept in a file that several shells may write at once.
@MainActor public final class History {
  /// The statements, oldest first; at most `limit`.
  public private(set) var entries: [String] = []
  /// How many statements are kept in memory.
  public let limit: Int
  /// Whether `add` keeps nothing, in memory or in the file.
  public var isOff = false
  private var file: HistoryFile?
  private var hasFailed = false
  /// The statements again, to find one that is asked again.
  private var known: Set<String> = []

  /// Reads a history; a file that is not there or cannot be read is an empty one.
  ///
  /// - Parameters:
  ///   - path: The file, or `nil` to keep the history in memory only.
  ///   - limit: How many statements are kept in memory; the file keeps all.
  public init(path: String?, limit: Int = 5000) {
    self.limit = max(1, limit)
    file = path.map(HistoryFile.init)
    refresh()
  }

  /// Adds a statement, in memory and in the file.
  ///
  /// A blank one, one that begins with a blank, and a repetition of the last one are left out. One
  /// that was added before moves to the end.
  ///
  /// - Returns: Why the file cannot be written, the first time that it cannot.
  public func add(_ statement: String) -> HistoryFailure? {
    guard !isOff, let first = statement.first, !first.isWhitespace, statement != entries.last
    else { return nil }
    var failure: HistoryFailure?
    do throws(HistoryFailure) {
      for other in try file?.append(statement) ?? [] { append(other) }
    } catch {
      failure = hasFailed ? nil : error
      hasFailed = true
    }
    append(statement)
    return failure
  }

  /// Takes up what other shells have written since.
  public func refresh() {
    for other in file?.readNew() ?? [] { append(other) }
  }

  /// The statements that hold a text, with their numbers from 1, oldest first; a text in lower case
  /// is found in any case.
  ///
  /// - Complexity: O(size of the history).
  public func matches(_ text: String) -> [(number: Int, statement: String)] {
    let ignoresCase = text == text.lowercased()
    return entries.enumerated().compactMap { offset, entry in
      let searched = ignoresCase ? entry.lowercased() : entry
      return text.isEmpty || searched.contains(text) ? (offset + 1, entry) : nil
    }
  }

  /// The newest statement that begins with a text and goes on.
  func newest(beginningWith text: String) -> String? {
    let prefix = Array(text.utf8)
    return entries.last { $0.utf8.count > prefix.count && $0.utf8.starts(with: prefix) }
  }

  private func append(_ statement: String) {
    if !known.insert(statement).inserted, let old = entries.lastIndex(of: statement) {
      entries.remove(at: old)
    }
    entries.append(statement)
    if entries.count > limit { known.remove(entries.removeFirst()) }
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
