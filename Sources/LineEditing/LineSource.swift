internal import CEditLine

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The lines of a file descriptor, which may be a file, a pipe or a terminal, and may hold anything.
final class LineSource {
  enum Line: Equatable {
    /// A line without its break; invalid UTF-8 is replaced by `�`.
    case text(String)
    case interrupted
    case end
  }

  /// Longer lines are cut.
  ///
  /// A query of this length is none; the mark left at the cut makes sure
  /// that the rest is not taken for one either.
  let lineLimit: Int
  private let descriptor: Int32
  private var chunk: [UInt8] = []
  private var position = 0
  private var isAtStart = true

  init(descriptor: Int32, lineLimit: Int = 1 << 20) {
    self.descriptor = descriptor
    self.lineLimit = lineLimit
  }

  /// Waits for a line; the last one need not end in a line break.
  func nextLine() -> Line {
    var line: [UInt8] = []
    var isCut = false
    while true {
      if position == chunk.count {
        switch fill(timeoutMilliseconds: -1) {
        case .interrupted: return .interrupted
        case .nothing, .end: return line.isEmpty ? .end : .text(decode(line, isCut: isCut))
        case .bytes: break
        }
      }
      let end = chunk[position...].firstIndex(of: UInt8(ascii: "\n"))
      let part = chunk[position..<(end ?? chunk.count)]
      isCut = isCut || part.count > lineLimit - line.count
      line += part.prefix(lineLimit - line.count)
      position = end.map { $0 + 1 } ?? chunk.count
      if end != nil { return .text(decode(line, isCut: isCut)) }
    }
  }

  /// Whether the next line is indented and not blank, as far as that can be known in time.
  func nextLineIsIndented(timeoutMilliseconds: Int32) -> Bool {
    var offset = position
    while true {
      while offset < chunk.count, chunk[offset] == 0x20 || chunk[offset] == 0x09 { offset += 1 }
      if offset < chunk.count {
        let byte = chunk[offset]
        return offset > position && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
      }
      let seen = offset - position
      guard seen < lineLimit, fill(timeoutMilliseconds: timeoutMilliseconds) == .bytes else {
        return false
      }
      offset = position + seen
    }
  }

  private func decode(_ bytes: [UInt8], isCut: Bool) -> String {
    var rest = bytes[...]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if isAtStart, rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
    isAtStart = false
    if rest.last == UInt8(ascii: "\r") { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self) + (isCut ? "\u{FFFD}" : "")
  }

  private enum Filling { case bytes, nothing, interrupted, end }

  /// Reads more after what is left of the chunk.
  private func fill(timeoutMilliseconds: Int32) -> Filling {
    while true {
      var ready = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cel_wake_fd(), events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ready, nfds_t(ready.count), timeoutMilliseconds)
      if count == 0 { return .nothing }
      if count < 0, errno != EINTR { return .end }
      if count > 0, ready[1].revents != 0, WakeEvents.take().contains(.interrupted) {
        return .interrupted
      }
      guard count > 0, ready[0].revents != 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let received = read(descriptor, &bytes, bytes.count)
      if received < 0, errno == EINTR || errno == EAGAIN { continue }
      guard received > 0 else { return .end }
      chunk = Array(chunk[position...]) + bytes[..<received]
      position = 0
      return .bytes
    }
  }
}
