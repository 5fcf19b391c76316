#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files that will take another's place, and what is left of them when their program is killed.
///
/// A program holds a lock on such a file for as long as it writes it, and the system lets go of the lock
/// when the program ends in whatever way. So a file without one is nobody's: no process number could tell,
/// since those are used again, and mean nothing on another machine that shares the folder.
enum HalfWrittenFile {
  private static let ending = ".tmp"

  /// The name of a file that is to take the place of another.
  static func name(of path: String, _ attempt: Int) -> String {
    "\(path).\(getpid())\(attempt == 0 ? "" : "-\(attempt)")\(ending)"
  }

  /// Takes the lock on a file just made.
  ///
  /// - Returns: Whether the file is still there: another program may have taken it for abandoned before
  ///   it was locked.
  static func claim(_ descriptor: Int32) -> Bool {
    // Where there are no locks, nobody removes anything either.
    while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { return true } }
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Removes what was left beside a file by programs that were killed while they wrote it.
  static func removeAbandoned(of path: String) {
    let folder = PathText.folder(path)
    let start = PathText.lastComponent(path) + "."
    for name in FolderFiles.names(in: folder.isEmpty ? "." : folder) ?? []
    where name.hasPrefix(start) && name.hasSuffix(ending) {
      let number = name.dropFirst(start.count).dropLast(ending.count)
      let parts = number.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count <= 2, parts.allSatisfy({ Int32($0) != nil }) else { continue }
      removeIfAbandoned(PathText.joined(folder, name))
    }
  }

  /// Removes a half written file unless a program still writes it.
  static func removeIfAbandoned(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    var (own, named) = (stat(), stat())
    // It may have been renamed, and the name be another's, while the lock was asked for.
    guard fstat(descriptor, &own) == 0, lstat(path, &named) == 0, own.st_ino == named.st_ino,
      own.st_mode & S_IFMT == S_IFREG
    else { return }
    unlink(path)
  }
}
