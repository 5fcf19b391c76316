#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The three pipes of a program that is being run.
final class Channels {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  /// Reading and writing ends of standard input, output and errors.
  private var ends: [(reading: Int32, writing: Int32)] = []

  init() throws {
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard pipe(&pair) == 0 else { throw NotSeen(description: "no pipe") }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends.append((pair[0], pair[1]))
    }
    // The program may end without reading its input.
    signal(SIGPIPE, SIG_IGN)
  }

  #if canImport(Darwin)
    func redirect(_ actions: inout posix_spawn_file_actions_t?) {
      for (own, standard) in childEnds { posix_spawn_file_actions_adddup2(&actions, own, standard) }
    }
  #else
    func redirect(_ actions: inout posix_spawn_file_actions_t) {
      for (own, standard) in childEnds { posix_spawn_file_actions_adddup2(&actions, own, standard) }
    }
  #endif

  private var childEnds: [(Int32, Int32)] {
    [(ends[0].reading, 0), (ends[1].writing, 1), (ends[2].writing, 2)]
  }

  /// Writes the input and reads what comes, both as far as they go, until both outputs are closed.
  ///
  /// - Returns: False when that did not happen in time.
  func exchange(input: [UInt8], seconds: Int) -> Bool {
    close(&ends[0].reading)
    close(&ends[1].writing)
    close(&ends[2].writing)
    _ = fcntl(ends[0].writing, F_SETFL, O_NONBLOCK)
    var rest = input[...]
    let limit = ContinuousClock.now + .seconds(seconds)
    while ends[1].reading >= 0 || ends[2].reading >= 0 {
      if rest.isEmpty { close(&ends[0].writing) }
      var ready = [
        pollfd(fd: ends[0].writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: ends[1].reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[2].reading, events: Int16(POLLIN), revents: 0),
      ]
      poll(&ready, 3, 200)
      if ready[0].revents != 0 { send(&rest) }
      if ready[1].revents != 0 { receive(&ends[1].reading, into: &output) }
      if ready[2].revents != 0 { receive(&ends[2].reading, into: &errors) }
      if ContinuousClock.now > limit { return false }
    }
    return true
  }

  func close() {
    for index in ends.indices {
      close(&ends[index].reading)
      close(&ends[index].writing)
    }
  }

  private func send(_ rest: inout ArraySlice<UInt8>) {
    let count = rest.withUnsafeBytes { write(ends[0].writing, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EAGAIN && errno != EINTR {
      rest = []
    }
  }

  private func receive(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &block, block.count)
    if count > 0 {
      bytes += block[..<count]
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      close(&descriptor)
    }
  }

  private func close(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #elseif canImport(Darwin)
      _ = Darwin.close(descriptor)
    #endif
    descriptor = -1
  }
}
