@testable import enquire_generate

/// A folder that keeps its files in memory.
final class MemoryFolder: PackageFolder {
  private(set) var files: [String: [UInt8]] = [:]

  func makeFile(_ name: String) -> any ByteSink {
    files[name] = []
    return MemoryFile(name: name, folder: self)
  }

  private struct MemoryFile: ByteSink {
    let name: String
    let folder: MemoryFolder

    func write(_ bytes: [UInt8]) { folder.files[name, default: []] += bytes }
    func close() {}
  }
}

extension Package {
  /// A package as the generator makes it now.
  static func generated(
    seed: UInt64 = PackageGenerator.canonicalSeed, children: Int? = nil,
    narratives: Bool = true
  ) throws -> Package {
    let folder = MemoryFolder()
    try PackageGenerator(seed: seed, childCount: children, withNarratives: narratives)
      .write(to: folder)
    return Package(files: folder.files)
  }
}

/// A package that a test looks at; its description names the seed of a failure.
enum Subject: Sendable, CustomStringConvertible {
  case committed
  case seed(UInt64)
  case size(Int, seed: UInt64)

  var description: String {
    switch self {
    case .committed: "the committed package"
    case .seed(let seed): "seed \(seed)"
    case .size(let children, let seed): "\(children) children of seed \(seed)"
    }
  }

  func package() throws -> Package {
    switch self {
    case .committed: try Package.committed()
    case .seed(let seed): try Package.generated(seed: seed)
    case .size(let children, let seed): try Package.generated(seed: seed, children: children)
    }
  }
}
