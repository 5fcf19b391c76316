internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Snapshots of large files that were read before, kept without being asked for.
///
/// A snapshot is used only while every file that its load looked for is as it was then, absent ones
/// included; so it is never stale, and deleting it costs nothing but time.
struct LoadCache {
  /// Raised whenever files would be understood otherwise than before.
  static let edition = 1
  /// Smaller data are read about as fast as a snapshot is opened.
  static let leastBytes = 50 << 20
  /// The oldest snapshots go when there are more bytes than this.
  static let mostBytes = 16 << 30

  let folder: String
  /// The snapshot of these paths.
  let path: String
  private let paths: [String]

  /// A cache for paths as they are opened together.
  init(_ paths: [String], _ options: LoadOptions, folder: String) {
    self.folder = folder
    self.paths = paths
    let key =
      "\(Self.edition) \(SnapshotFormat.version) \(options.infersRelations)\n"
      + paths.map { PathText.absolute($0) }.joined(separator: "\n")
    path = "\(folder)/\(Self.hexadecimal(ContentHash.of(Array(key.utf8)))).enqs"
  }

  /// The data as they were read before; `nil` where they were not, or a file has changed since.
  ///
  /// - Parameter reload: Reads the files, for columns of a snapshot that is damaged.
  func load(reload: @escaping @Sendable () -> LoadedData?) -> LoadedData? {
    guard access(path, R_OK) == 0, let reader = try? SnapshotReader(path) else { return nil }
    let sources = reader.metadata.sources
    guard !sources.isEmpty,
      sources.allSatisfy({ $0 == SnapshotMetadata.SourceEntry(of: $0.path) })
    else { return nil }
    return reader.load(insteadOfDamaged: reload, isCached: true)
  }

  /// What it takes to keep loaded data; `nil` where it is not worth it, or a file may change unseen.
  func plan(_ log: SourceLog) -> CachePlan? {
    let sources = log.all
    let bytes = sources.reduce(0) { $0 + max(0, $1.size) }
    guard bytes >= Self.leastBytes, !sources.contains(where: \.isFresh) else { return nil }
    return CachePlan(folder: folder, path: path, sources: sources)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A snapshot that is to be written.
struct CachePlan: Sendable {
  let folder: String
  let path: String
  let sources: [SnapshotMetadata.SourceEntry]

  /// Writes the snapshot, unless a file changed while it was read or there is no room.
  func write(
    _ loaded: LoadedData, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FileProblem) {
    guard sources.allSatisfy({ $0 == SnapshotMetadata.SourceEntry(of: $0.path) }) else { return }
    try FolderFiles.make(folder, mode: 0o700)
    guard hasRoom else { throw FileProblem(reason: "there is no room for it") }
    try SnapshotWriter.write(
      loaded.dataSet, loaded.report, sources: sources, origins: loaded.origins, to: path,
      isCancelled: isCancelled)
    removeOldest()
  }

  /// Whether the disk keeps as much again free as the sources are large.
  private var hasRoom: Bool {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return true }
    let free = Int(status.f_bavail) &* Int(status.f_frsize)
    return free > 2 * sources.reduce(0) { $0 + max(0, $1.size) }
  }

  /// Removes the snapshots that were written longest ago, while all together are too large, and
  /// what programs that were killed left half written.
  private func removeOldest() {
    let files = (FolderFiles.names(in: folder) ?? []).map {
      SnapshotMetadata.SourceEntry(of: folder + "/" + $0)
    }
    for file in files where file.path.hasSuffix(".tmp") {
      HalfWrittenFile.removeIfAbandoned(file.path)
      // Where files cannot be locked, their age has to tell.
      if !file.isRecent { unlink(file.path) }
    }
    let snapshots = files.filter { $0.path.hasSuffix(".enqs") }.sorted { $0.modified > $1.modified }
    var bytes = 0
    for snapshot in snapshots {
      bytes += snapshot.size
      if bytes > LoadCache.mostBytes, snapshot.path != path { unlink(snapshot.path) }
    }
  }
}

extension SnapshotMetadata.SourceEntry {
  /// Whether another program may still be writing it.
  fileprivate var isRecent: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int(now.tv_sec) - modified / 1_000_000_000 < 3600
  }
}
