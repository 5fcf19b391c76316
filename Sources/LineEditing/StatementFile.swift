internal import CEditLine

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A statement in a file of its own, that only its owner can read, for another program to edit.
final class StatementFile {
  /// No editor leaves a longer statement on purpose.
  private static let sizeLimit = 1 << 20
  private let path: String

  /// Fails where the file cannot be written.
  init?(_ statement: String) {
    let folder = Terminal.processEnvironment("TMPDIR") ?? "/tmp"
    let ending = ".enq"
    var name = Array("\(folder)/enquire-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&name, Int32(ending.utf8.count))
    guard descriptor >= 0 else { return nil }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let error = writeAll((statement + "\n").utf8, to: descriptor)
    close(descriptor)
    if error != 0 { return nil }
  }

  deinit { unlink(path) }

  /// What a program has made of the statement, without the line breaks at its end; `nil` where the
  /// program says that it failed.
  func edited(in program: String) -> String? {
    let quoted =
      "'"
      + path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
    guard cel_run_command_line("\(program) \(quoted)") == 0 else { return nil }
    // The program may have put another file in the place of this one.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.sizeLimit)
    let count = readBytes(descriptor, &bytes)
    guard count >= 0 else { return nil }
    var text = KeyDecoder.insertable(String(decoding: bytes[..<count], as: UTF8.self))
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
