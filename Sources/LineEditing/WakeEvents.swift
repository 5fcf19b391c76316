internal import CEditLine

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The signals that came since the last look, out of the pipe that their handlers write to.
struct WakeEvents: OptionSet {
  let rawValue: Int

  static let interrupted = WakeEvents(rawValue: 1)
  static let resized = WakeEvents(rawValue: 2)
  static let resumed = WakeEvents(rawValue: 4)
  static let stopWanted = WakeEvents(rawValue: 8)

  /// Empties the pipe; never blocks.
  static func take() -> WakeEvents {
    var events: WakeEvents = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(cel_wake_fd(), &bytes, bytes.count)
      guard count > 0 else { return events }
      for byte in bytes[..<count] {
        switch byte {
        case UInt8(ascii: "i"): events.insert(.interrupted)
        case UInt8(ascii: "w"): events.insert(.resized)
        case UInt8(ascii: "t"): events.insert(.stopWanted)
        default: events.insert(.resumed)
        }
      }
    }
  }
}
