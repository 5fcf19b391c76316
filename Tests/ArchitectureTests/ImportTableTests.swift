import Foundation
import Testing

/// Who may import whom.
///
/// Data flows one way: bytes, tables, query, answer, text.
private let allowedImports: [String: Set<String>] = [
  "TextLayout": ["CEditLine"],
  "Diagnostics": ["TextLayout"],
  "Threading": [],
  "Bitmaps": ["CBitmapKernels", "Threading"],
  "TextSearch": ["Bitmaps", "Threading"],
  "Tables": ["Bitmaps", "TextSearch"],
  "Loading": [
    "Tables", "Bitmaps", "TextSearch", "Threading", "Diagnostics", "CBundledData",
    "CDelimitedScan",
  ],
  "Statistics": [],
  "Language": ["Diagnostics"],
  "Lessons": ["Diagnostics"],
  "Scripts": ["Diagnostics"],
  "Planning": ["Language", "Tables", "Bitmaps", "TextSearch", "Diagnostics"],
  "Execution": [
    "Planning", "Language", "Tables", "Bitmaps", "TextSearch", "Threading", "Statistics",
    "Diagnostics",
  ],
  "Rendering": ["Execution", "Tables", "TextLayout"],
  "LineEditing": ["CEditLine", "TextLayout"],
  "Session": [
    "Rendering", "Execution", "Planning", "Language", "Scripts", "Loading", "Tables", "Bitmaps",
    "Threading", "Diagnostics", "TextLayout", "LineEditing", "CBundledQueries", "Lessons",
  ],
  "enquire": ["Session", "LineEditing", "ArgumentParser"],
  "enquire-generate": ["Tables", "ArgumentParser"],
]

/// What any module may import: the standard library's parts and the C library.
private let systemImports: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

/// The modules that read JSON.
private let mayUseFoundationEssentials: Set<String> = ["Loading"]

@Suite struct ImportTableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func swiftFiles(under folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter {
        !["public", "internal", "package", "private", "fileprivate", "@preconcurrency"]
          .contains($0)
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      return String(words[words.count == 2 ? 1 : 2].prefix { $0 != "." })
    }
  }

  @Test(arguments: allowedImports.keys.sorted())
  func `a module imports only what the table allows`(module: String) throws {
    let allowed = try #require(allowedImports[module]).union(systemImports)
      .union(mayUseFoundationEssentials.contains(module) ? ["FoundationEssentials"] : [])
    let files = Self.swiftFiles(under: Self.root.appending(path: "Sources/\(module)"))
    #expect(!files.isEmpty, "no files found for \(module)")
    for file in files {
      for name in try Self.imports(of: file) {
        #expect(allowed.contains(name), "\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test func `every source folder is in the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    let withSwift = folders.filter {
      !Self.swiftFiles(under: Self.root.appending(path: "Sources/\($0)")).isEmpty
    }
    #expect(Set(withSwift) == Set(allowedImports.keys))
  }

  @Test func `the top level holds only what it may`() throws {
    let allowed: Set<String> = ["Package.swift", "Sources", "Tests", "Queries", "README.md"]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
    // Resolved versions are written by the package manager and never committed.
    let others = entries.filter {
      !$0.hasPrefix(".") && !allowed.contains($0) && $0 != "Package.resolved"
    }
    #expect(others.isEmpty)
  }
}
