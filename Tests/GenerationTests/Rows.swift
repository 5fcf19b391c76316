import Foundation

/// A table as texts, read by a parser of the tests' own: the product's is judged elsewhere.
struct Rows {
  let header: [String]
  let rows: [[String: String]]

  /// Reads CSV with quoted fields and line feeds.
  init(csv bytes: [UInt8]) throws {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var position = 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: ","):
        record.append(text())
        field = []
      case UInt8(ascii: "\n"):
        record.append(text())
        field = []
        records.append(record)
        record = []
      default: field.append(byte)
      }
    }
    guard !isQuoted, field.isEmpty, record.isEmpty, let header = records.first else {
      throw BadRows(reason: "the file does not end in a whole row")
    }
    for record in records where record.count != header.count {
      throw BadRows(reason: "a row of \(record.count) fields: \(record)")
    }
    self.header = header
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  struct BadRows: Error {
    let reason: String
  }

  /// How many rows hold each value of a field.
  func counts(_ field: String) -> [String: Int] {
    rows.reduce(into: [:]) { $0[$1[field] ?? "?", default: 0] += 1 }
  }

  /// The number of rows for which something holds.
  func count(where holds: ([String: String]) -> Bool) -> Int { rows.count(where: holds) }

  /// The values of a field, in row order.
  func values(_ field: String) -> [String] { rows.map { $0[field] ?? "?" } }
}

/// A package in memory, by file name.
struct Package {
  var files: [String: [UInt8]]

  /// A table.
  func table(_ name: String) throws -> Rows {
    try Rows(csv: files[name + ".csv"] ?? [])
  }

  /// The files that are committed beside the C source that embeds them.
  static func committed() throws -> Package {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CBundledData/scr-2009-10")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let pairs = try names.map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
    return Package(files: Dictionary(uniqueKeysWithValues: pairs))
  }
}
