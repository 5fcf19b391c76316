/// How a run of the program ends; scripts depend on the numbers.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// All well.
  case success = 0
  /// An expectation did not hold, data that were checked have errors, or two runs that were compared
  /// by `enquire diff` differ, as diff(1) ends.
  case expectationFailed = 1
  /// A mistake in a script or on the command line.
  case mistake = 2
  /// The data could not be read.
  case dataNotRead = 3
  /// Ended by Ctrl-C.
  case interrupted = 130

  /// The graver comes after the lighter; of two, a run ends with the graver.
  public static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

  /// Takes the graver of two.
  mutating func worsen(to other: ExitStatus) { self = max(self, other) }
}
