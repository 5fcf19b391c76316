internal import CEditLine

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keys from the terminal, and the signals that ask for attention between them.
final class TerminalInput {
  private let descriptor: Int32 = STDIN_FILENO
  private var bytes: [UInt8] = []
  private var position = 0
  private var events: WakeEvents = []
  /// Whether all keys so far were typed before anybody asked for them.
  private var isTypedAhead = true

  /// Whether a key is there already: what it changes need not be painted before it.
  var hasMore: Bool { position < bytes.count || isReadable(timeoutMilliseconds: 0) }

  /// Begins to read; the signals that came while nobody did are forgotten.
  func begin() {
    isTypedAhead = true
    forgetEvents()
  }

  private func forgetEvents() {
    _ = WakeEvents.take()
    events = []
  }

  /// Waits a moment for the process to have been stopped and continued.
  func awaitResumption(timeoutMilliseconds: Int32) {
    var wake = pollfd(fd: cel_wake_fd(), events: Int16(POLLIN), revents: 0)
    poll(&wake, 1, timeoutMilliseconds)
    forgetEvents()
  }

  func nextKey() -> Key {
    while position == bytes.count {
      if let key = eventKey() { return key }
      guard wait() else { return .hungUp }
    }
    let decoder = KeyDecoder(
      nextByte: { [unowned self] in nextByte(timeoutMilliseconds: $0) },
      unread: { [unowned self] _ in position -= 1 })
    position += 1
    let byte = bytes[position - 1]
    // A terminal that was not raw yet has kept a Ctrl-D as a zero byte.
    return byte == 0 && isTypedAhead ? .endOfInput : decoder.decode(byte)
  }

  private func eventKey() -> Key? {
    if events.remove(.interrupted) != nil { return .cancel }
    if events.remove(.stopWanted) != nil { return .suspend }
    if events.remove(.resumed) != nil { return .resumed }
    if events.remove(.resized) != nil { return .resized }
    return nil
  }

  /// Waits for bytes or events; false when the terminal is gone.
  private func wait() -> Bool {
    isTypedAhead = isTypedAhead && isReadable(timeoutMilliseconds: 0)
    while true {
      var ready = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cel_wake_fd(), events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ready, nfds_t(ready.count), -1)
      if count < 0, errno != EINTR { return false }
      guard count > 0 else { continue }
      if ready[1].revents != 0 {
        events.formUnion(WakeEvents.take())
        return true
      }
      return fill()
    }
  }

  private func nextByte(timeoutMilliseconds: Int32) -> UInt8? {
    if position == bytes.count {
      guard isReadable(timeoutMilliseconds: timeoutMilliseconds), fill() else { return nil }
    }
    position += 1
    return bytes[position - 1]
  }

  private func isReadable(timeoutMilliseconds: Int32) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&ready, 1, timeoutMilliseconds)
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }

  private func fill() -> Bool {
    var block = [UInt8](repeating: 0, count: 4096)
    let count = readBytes(descriptor, &block)
    guard count > 0 else { return count < 0 && errno == EAGAIN }
    bytes = Array(block[..<count])
    position = 0
    return true
  }
}
