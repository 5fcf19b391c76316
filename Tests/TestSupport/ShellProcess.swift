import CEditLine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program that was run to its end has written and returned.
public struct ShellProcess: Sendable, Hashable {
  /// Everything written to standard output; invalid UTF-8 is replaced.
  public var output: String
  /// Everything written to standard error.
  public var errors: String
  /// The exit code, or 128 and the signal that ended the program.
  public var exitCode: Int32

  /// Runs a program to its end, or kills it after a limit.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - input: What it reads from standard input.
  ///   - environment: The whole environment; a small fixed one by default.
  ///   - folder: Where it runs; here by default.
  /// - Throws: `NotSeen` where the program cannot be started or does not end.
  public static func run(
    _ program: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String] = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
    folder: String? = nil, seconds: Int = 60
  ) throws -> ShellProcess {
    try run(
      program, arguments, input: Array(input.utf8), environment: environment, folder: folder,
      seconds: seconds)
  }

  /// Runs a program to its end on input that may be any bytes.
  public static func run(
    _ program: String, _ arguments: [String] = [], input: [UInt8],
    environment: [String: String] = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
    folder: String? = nil, seconds: Int = 60
  ) throws -> ShellProcess {
    let channels = try Channels()
    defer { channels.close() }
    let assignments = environment.map { "\($0.key)=\($0.value)" }
    // A shell changes the folder: posix_spawn has no portable way to.
    let moved = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
    let command = moved + [program] + arguments
    let process = withCStrings(command) { arguments in
      withCStrings(assignments) { assignments in
        spawning.withLock { _ in
          spawn(command[0], arguments, assignments, channels: channels)
        }
      }
    }
    guard process > 0 else { throw NotSeen(description: "\(program) could not be started") }
    let isInTime = channels.exchange(input: input, seconds: seconds)
    if !isInTime { kill(process, SIGKILL) }
    let exitCode = cel_process_status(process, true)
    guard isInTime else {
      throw NotSeen(description: "\(program) \(arguments) has not ended in \(seconds) s")
    }
    return ShellProcess(
      output: String(decoding: channels.output, as: UTF8.self),
      errors: String(decoding: channels.errors, as: UTF8.self), exitCode: exitCode)
  }

  private static func spawn(
    _ program: String, _ arguments: [UnsafeMutablePointer<CChar>?],
    _ environment: [UnsafeMutablePointer<CChar>?], channels: Channels
  ) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    channels.redirect(&actions)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ignored signals are inherited: a test runner's must not become the program's.
    var defaults = sigset_t()
    sigfillset(&defaults)
    sigdelset(&defaults, SIGKILL)
    sigdelset(&defaults, SIGSTOP)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = -1
    let error = posix_spawn(&process, program, &actions, &attributes, arguments, environment)
    return error == 0 ? process : -1
  }
}
