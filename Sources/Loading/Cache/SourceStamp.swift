internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension SnapshotMetadata.SourceEntry {
  /// What the system says of a file now; a size of -1 where there is none.
  ///
  /// The time of the last change is the system's own: no program can set it back, so a file whose
  /// content changed has another stamp even if its size and its date are the same.
  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self.init(path: path, size: -1, modified: 0, changed: 0, identity: 0)
      return
    }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      path: path, size: Int(status.st_size), modified: Self.nanoseconds(modified),
      changed: Self.nanoseconds(changed), identity: UInt64(status.st_ino))
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  /// Whether the file changed so lately that its next change could have the same time.
  var isFresh: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) - max(changed, modified) < 2_000_000_000
  }
}

/// Every file that a load looked for, as it was when it was looked for first.
final class SourceLog: Sendable {
  private let entries = Mutex<[String: SnapshotMetadata.SourceEntry]>([:])

  /// Takes a file or folder in, whether it is there or not.
  func note(_ path: String) {
    entries.withLock { entries in
      if entries[path] == nil { entries[path] = SnapshotMetadata.SourceEntry(of: path) }
    }
  }

  /// The files, by path.
  var all: [SnapshotMetadata.SourceEntry] {
    entries.withLock { $0.values.sorted { $0.path < $1.path } }
  }
}
