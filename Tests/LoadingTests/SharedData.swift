import Foundation

/// Data sets beside the checkout, which no test may need.
enum SharedData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }
}
