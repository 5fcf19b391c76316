internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder that a package is saved in.
struct PackageFolder {
  private let path: String
  /// Whether the folder is made where there is none.
  private let isMade: Bool
  private let replaces: Bool

  init(_ path: String, isMade: Bool, replaces: Bool) {
    self.path = path
    self.isMade = isMade
    self.replaces = replaces
  }

  /// A file of the data on its way into the folder.
  private struct Copy {
    enum Content {
      case file(any ByteSource)
      /// Rows that stand in no file of delimited text.
      case rows(WrittenTable)
    }
    var content: Content
    var name: String
  }

  /// Writes the data, where they are to be copied, then the definitions, then the descriptor.
  func save(
    _ loaded: LoadedData, descriptor: String, _ request: PackageRequest
  ) throws(LoadFailure) -> (path: String, copied: Int) {
    try makeFolder()
    let definitions = request.definitions
    var taken = Set([descriptor, definitions?.name].compactMap { $0 })
    var copies: [Copy] = []
    let origins = try places(loaded, &taken, &copies, copiesData: request.includesData)
    let files = copies.map(\.name) + [definitions?.name, descriptor].compactMap { $0 }
    try refuseExisting(files)
    let text = PackageWriting(
      data: loaded.dataSet, origins: origins, definitionsName: definitions?.name
    ).text
    // All are written before the first takes its place, so that a full disk leaves what was there.
    var written: [WrittenFile] = []
    for copy in copies {
      written.append(
        try write(copy.name) { file throws(FileProblem) in
          switch copy.content {
          case .file(let source): try file.copy(source)
          case .rows(let text):
            try text.write { (bytes) throws(FileProblem) in try file.append(bytes) }
          }
        })
    }
    let texts = [(definitions?.name, definitions?.text), (descriptor, text)]
    for case (let name?, let text?) in texts {
      written.append(
        try write(name) { file throws(FileProblem) in try file.append(Array(text.utf8)) })
    }
    try place(written)
    return (path + "/" + descriptor, copies.count)
  }

  private func place(_ written: [WrittenFile]) throws(LoadFailure) {
    var made: [String] = []
    for file in written {
      let place = path + "/" + file.name
      let isNew = !FolderFiles.exists(place)
      do throws(FileProblem) {
        try file.content.keep()
        if isNew { made.append(place) }
      } catch {
        // Half a package is none: what was not there before goes.
        for place in made { unlink(place) }
        throw LoadFailure("\(place) cannot be written: \(error.reason)")
      }
    }
  }

  private func makeFolder() throws(LoadFailure) {
    if FolderFiles.names(in: path) != nil { return }
    guard isMade else {
      throw LoadFailure(
        "there is no folder \(path)",
        notes: ["a package stands beside its data; `with data` makes the folder and copies them"])
    }
    do throws(FileProblem) {
      try FolderFiles.make(path, mode: 0o755)
    } catch {
      throw LoadFailure("the folder \(path) cannot be made: \(error.reason)")
    }
  }

  /// The tables' descriptions with their files relative to the folder; files that are elsewhere are
  /// to be copied, and rows that stand in none to be written.
  private func places(
    _ loaded: LoadedData, _ taken: inout Set<String>, _ copies: inout [Copy], copiesData: Bool
  ) throws(LoadFailure) -> [SourceDescription] {
    let inside = loaded.origins.map { origin in
      origin.paths.map { origin.isNoText == true ? nil : relative(origin.location(of: $0)) }
    }
    taken.formUnion(inside.joined().compactMap { $0 })
    var result: [SourceDescription] = []
    for (table, origin) in loaded.origins.enumerated() {
      if let outside = zip(origin.paths, inside[table]).first(where: { $0.1 == nil })?.0 {
        guard copiesData else { throw refused(outside, origin) }
      }
      if origin.isNoText == true {
        let table = loaded.dataSet.tables[table]
        let name = Self.unused(table.schema.name + ".csv", &taken)
        let written = origin.writtenOut(table, to: name)
        copies.append(Copy(content: .rows(WrittenTable(table: table, origin: written)), name: name))
        result.append(written)
        continue
      }
      var placed = origin
      for (position, file) in origin.paths.enumerated() {
        if let known = inside[table][position] {
          placed.paths[position] = known
          continue
        }
        let name = Self.unused(PathText.lastComponent(file), &taken)
        copies.append(Copy(content: .file(try Self.open(file, of: origin)), name: name))
        placed.paths[position] = name
      }
      result.append(placed)
    }
    return result
  }

  private func refused(_ file: String, _ origin: SourceDescription) -> LoadFailure {
    let reason =
      origin.isNoText == true
      ? "the rows of \(file) stand in no file of delimited text"
      : origin.folder == nil
        ? "\(file) is part of the program, and not in \(path)" : "\(file) is not in \(path)"
    return LoadFailure(
      reason,
      notes: [
        "a package leads nowhere outside its folder: save it beside the data, or copy them "
          + "with: save package \"\(path)\" with data"
      ])
  }

  private static func open(
    _ file: String, of source: SourceDescription
  ) throws(LoadFailure) -> any ByteSource {
    do throws(FileProblem) {
      guard let folder = source.folder else { return try BundledFiles().open(file) }
      return try FolderFiles(folder: folder).open(file)
    } catch {
      throw LoadFailure("\(file) cannot be read: \(error.reason)")
    }
  }

  /// A name that no other file of the package has.
  private static func unused(_ name: String, _ taken: inout Set<String>) -> String {
    var result = name
    var number = 2
    while !taken.insert(result).inserted {
      let ending = PathText.fileExtension(name)
      result = PathText.stem(name) + "-\(number)" + (ending.isEmpty ? "" : "." + ending)
      number += 1
    }
    return result
  }

  /// A file's path from the folder; `nil` when it lies elsewhere.
  private func relative(_ location: String?) -> String? {
    guard let location, let file = PathText.resolved(location),
      let folder = PathText.resolved(path)
    else {
      return nil
    }
    let start = folder == "/" ? "/" : folder + "/"
    return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : nil
  }

  private func refuseExisting(_ names: [String]) throws(LoadFailure) {
    guard !replaces else { return }
    for name in names where FolderFiles.exists(path + "/" + name) {
      throw LoadFailure(
        "\(path)/\(name) exists, and is not overwritten",
        notes: ["say so with `replace`, or choose another folder"])
    }
  }

  /// Writes a file beside its place.
  private func write(
    _ name: String, _ body: (inout SnapshotFile) throws(FileProblem) -> Void
  ) throws(LoadFailure) -> WrittenFile {
    do throws(FileProblem) {
      let written = try WrittenFile(name, in: path)
      try body(&written.content)
      try written.content.finish()
      return written
    } catch {
      throw LoadFailure("\(path)/\(name) cannot be written: \(error.reason)")
    }
  }
}

/// A file of a package that waits until all the others are written.
private final class WrittenFile {
  let name: String
  var content: SnapshotFile

  init(_ name: String, in folder: String) throws(FileProblem) {
    self.name = name
    content = try SnapshotFile(replacing: folder + "/" + name, mode: 0o644)
  }
}

extension SnapshotFile {
  /// Appends all bytes of a source.
  fileprivate mutating func copy(_ source: any ByteSource) throws(FileProblem) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    var place = 0
    while true {
      let count = try source.read(block, at: place)
      if count == 0 {
        guard place >= source.size ?? 0 else {
          throw FileProblem(reason: "the file became shorter while it was copied")
        }
        return
      }
      try append(UnsafeRawBufferPointer(rebasing: block[..<count]))
      place += count
    }
  }
}
