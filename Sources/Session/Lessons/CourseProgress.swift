public import LineEditing

/// The exercises that were answered, with the answers; a line each in a file of the user.
public struct CourseProgress: Sendable {
  /// An exercise that is done.
  struct Place: Hashable {
    /// From 1.
    var lesson, exercise: Int
  }

  /// The right answers, in the order in which they were given.
  private(set) var answers: [(place: Place, statement: String)] = []
  private let path: String?

  /// Reads what was kept; a line that makes no sense is left out.
  init(path: String?) {
    self.path = path
    guard let path, let text = try? TextFile.readPlain(path) else { return }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let lesson = Int(parts[0]), let exercise = Int(parts[1]) else {
        continue
      }
      answers.append((Place(lesson: lesson, exercise: exercise), String(parts[2])))
    }
  }

  /// Whether an exercise is done.
  func isDone(_ place: Place) -> Bool { answers.contains { $0.place == place } }

  /// Keeps an answer.
  ///
  /// - Returns: Why it could not be kept on the disk; `nil` where it was.
  mutating func add(_ place: Place, _ statement: String) -> String? {
    let line = statement.split { $0.isNewline }.joined(separator: " ")
    answers.append((place, line))
    guard let path else { return nil }
    let text = answers.map { "\($0.place.lesson) \($0.place.exercise) \($0.statement)\n" }
    do throws(TextFile.Failure) {
      try TextFile.makeFolders(above: path)
      try TextFile.write(text.joined(), to: path)
      return nil
    } catch {
      return "\(path) cannot be written: \(error.reason)"
    }
  }

  /// `$XDG_STATE_HOME/enquire/lessons`, else `~/.local/state/enquire/lessons`; `nil` where neither is
  /// known.
  ///
  /// See <https://specifications.freedesktop.org/basedir-spec/latest/>.
  public static func defaultPath(
    environment: Terminal.Environment = Terminal.processEnvironment
  ) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/enquire/lessons"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/enquire/lessons"
  }
}
