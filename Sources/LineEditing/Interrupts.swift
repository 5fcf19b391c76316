internal import CEditLine

/// Ctrl-C outside the editor, as a number that a running query polls.
///
/// Read `count` before the statement is read, not when its query starts: a Ctrl-C in between would
/// be lost.
public enum Interrupts {
  /// From now on SIGINT is counted instead of ending the process, and SIGPIPE and SIGXFSZ are
  /// ignored.
  ///
  /// Only the first call does anything.
  public static func install() { cel_signals_install() }

  /// How many interrupts have come since `install()`; may be read from any thread.
  public static var count: Int { Int(cel_interrupt_count()) }
}
