#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where text goes: a standard stream, or memory in tests.
@MainActor
public protocol TextSink: AnyObject {
  /// Writes all of the text.
  func write(_ text: String)
}

/// A standard stream.
///
/// A reader that went away, such as a pager that quit early, is no error: what is left is dropped.
@MainActor
public final class StandardSink: TextSink {
  private let descriptor: Int32
  private var isClosed = false

  /// Standard output.
  public static let output = StandardSink(descriptor: 1)
  /// Standard error.
  public static let error = StandardSink(descriptor: 2)

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes all of the text, however many calls the system needs for it.
  public func write(_ text: String) {
    guard !isClosed else { return }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if written < 0, errno == EINTR || errno == EAGAIN {
        continue
      } else {
        isClosed = true
        return
      }
    }
  }

  /// Writes a short text to standard error from any thread; what does not fit at once is dropped.
  nonisolated static func hint(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write($0, to: 2) }
  }

  private nonisolated static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// Keeps the text, for tests and for what must be looked at before it is shown.
@MainActor
public final class MemorySink: TextSink {
  /// Everything written so far.
  public private(set) var text = ""

  /// Creates an empty sink.
  public init() {}

  /// Adds the text.
  public func write(_ text: String) { self.text += text }
}
