/// Writes small files whole or not at all.
public enum WholeFile {
  /// Why a file could not be written, in words.
  public struct Failure: Error {
    /// Lower case, without a full stop.
    public let reason: String
  }

  /// Writes a file beside its place, which takes its name when it has reached the disk; so a full disk or
  /// a killed program leaves what was there before.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do throws(FileProblem) {
      var file = try SnapshotFile(replacing: path, mode: 0o644)
      try file.append(bytes)
      try file.keep()
    } catch {
      throw Failure(reason: error.reason)
    }
  }
}
