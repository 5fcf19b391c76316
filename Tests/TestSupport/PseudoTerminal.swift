import CEditLine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a test waited for and did not see, with the screen as it was.
public struct NotSeen: Error, CustomStringConvertible {
  /// What was waited for, and the screen.
  public let description: String
}

/// A program on a terminal of its own, driven key by key.
///
/// A test waits for what is to be seen, never for a time; the limit only ends a test that fails.
public final class PseudoTerminal {
  /// The process.
  public let process: Int32
  /// What is to be seen.
  public private(set) var screen: Screen
  /// Everything the program has written.
  public private(set) var output: [UInt8] = []
  private let control: Int32
  private var exitCode: Int32?

  /// Starts a program.
  ///
  /// - Parameter environment: Added to a small fixed environment: UTF-8, `xterm`, no home folder.
  ///   An empty value removes a variable.
  public init(
    _ program: String, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = [:]
  ) throws {
    var variables = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
    ]
    variables.merge(environment) { $1 }
    let assignments = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    var control: Int32 = -1
    process = withCStrings([program] + arguments) { arguments in
      withCStrings(assignments) { assignments in
        spawning.withLock { _ in
          cel_pty_spawn(program, arguments, assignments, Int32(rows), Int32(columns), &control)
        }
      }
    }
    guard process > 0 else { throw NotSeen(description: "\(program) could not be started") }
    self.control = control
    _ = fcntl(control, F_SETFL, O_NONBLOCK)
    screen = Screen(rows: rows, columns: columns)
  }

  deinit {
    if exitCode == nil {
      kill(process, SIGKILL)
      _ = cel_process_status(process, true)
    }
    close(control)
  }

  /// Types keys.
  public func send(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(control, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN && errno != EINTR {
        return
      } else {
        // The program may be waiting for its own output to be read.
        _ = receive(timeoutMilliseconds: 10)
      }
    }
  }

  /// Waits until the screen is as it should be.
  ///
  /// - Throws: `NotSeen` after `seconds`, or when the program has ended without it.
  public func wait(
    for what: String, seconds: Int = 20, until isAsExpected: (Screen) -> Bool
  ) throws {
    let limit = ContinuousClock.now + .seconds(seconds)
    while !isAsExpected(screen) {
      guard receive(timeoutMilliseconds: 100) != .ended else {
        if isAsExpected(screen) { return }
        throw NotSeen(description: "the program ended before: \(what)\n\(picture)")
      }
      guard ContinuousClock.now < limit else {
        throw NotSeen(description: "not seen in \(seconds) s: \(what)\n\(picture)")
      }
    }
  }

  /// Waits for the program to end.
  ///
  /// - Returns: Its exit code, or 128 and the signal that ended it.
  public func waitForExit(seconds: Int = 20) throws -> Int32 {
    if let exitCode { return exitCode }
    let limit = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < limit {
      if receive(timeoutMilliseconds: 20) == .ended { usleep(1000) }
      let status = cel_process_status(process, false)
      if status >= 0 {
        exitCode = status
        while receive(timeoutMilliseconds: 0) == .received {}
        return status
      }
    }
    throw NotSeen(description: "the program has not ended in \(seconds) s\n\(picture)")
  }

  /// Changes the terminal's size, which the program is told by a signal.
  public func resize(rows: Int, columns: Int) {
    while receive(timeoutMilliseconds: 0) == .received {}
    screen.resize(rows: rows, columns: columns)
    _ = cel_pty_resize(control, Int32(rows), Int32(columns))
  }

  /// Whether the terminal echoes, gives whole lines and makes Ctrl-C a signal, as a shell expects.
  public var isAsShellsWantIt: Bool {
    var modes = termios()
    guard tcgetattr(control, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  private enum Receipt { case received, nothing, ended }

  private func receive(timeoutMilliseconds: Int32) -> Receipt {
    var ready = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, timeoutMilliseconds) > 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(control, &bytes, bytes.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return .nothing }
    guard count > 0 else { return .ended }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
    return .received
  }

  private var picture: String {
    screen.lines.map { "|\($0)" }.joined(separator: "\n")
      + "\ncursor \(screen.row), \(screen.column)"
  }
}

/// One process is started at a time: a second child would inherit the first one's terminal before
/// that is marked as not to be inherited, and keep it open.
let spawning = Mutex(())

/// Calls a function with an array of C strings that ends in `NULL`.
func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
