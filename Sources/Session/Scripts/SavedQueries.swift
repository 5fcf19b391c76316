internal import CBundledQueries
internal import LineEditing
internal import Loading

/// A script that `run` can find by its name.
struct SavedQuery: Hashable {
  /// Its name, without the ending `.enq`.
  var name: String
  /// Where it is: a path, or a name in words for one that is part of the program.
  var place: String
  var source: Source

  enum Source: Hashable {
    case file
    case shipped(Int)
  }

  /// The text of the script.
  func text() throws(TextFile.Failure) -> String {
    switch source {
    case .file: return try TextFile.read(place)
    case .shipped(let index):
      let query = cbq_query_at(index)
      return String(
        decoding: UnsafeBufferPointer(start: query.bytes, count: query.size), as: UTF8.self)
    }
  }

  /// What it answers, as its first line says.
  var summary: String {
    guard let text = try? text() else { return "" }
    let line = text.prefix { $0 != "\n" }
    guard line.hasPrefix("#") else { return "" }
    return String(line.drop { $0 == "#" || $0 == " " })
  }
}

/// Where scripts are looked for by name: `./Queries`, the user's own folder, and those that are part of the
/// program.
struct SavedQueries {
  /// The user's own folder; `nil` where none is known.
  let ownFolder: String?

  /// The folder that this process finds.
  static var standard: SavedQueries { SavedQueries(environment: Terminal.processEnvironment) }

  /// `$XDG_DATA_HOME/enquire/queries`, else `~/.local/share/enquire/queries`.
  ///
  /// See <https://specifications.freedesktop.org/basedir-spec/latest/>.
  /// - Parameter local: The folder that comes first, where the program was started.
  init(local: String? = "Queries", environment: Terminal.Environment) {
    localFolder = local
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      ownFolder = data + "/enquire/queries"
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      ownFolder = home + "/.local/share/enquire/queries"
    } else {
      ownFolder = nil
    }
  }

  private let localFolder: String?

  private var folders: [String] { [localFolder, ownFolder].compactMap { $0 } }

  /// The script of a name or a path.
  func find(_ name: String) -> SavedQuery? {
    let stem = name.hasSuffix(".enq") ? String(name.dropLast(4)) : name
    for place in places(name) where TextFile.exists(place) && !TextFile.isFolder(place) {
      return SavedQuery(name: stem, place: place, source: .file)
    }
    return shipped.first { $0.name == stem }
  }

  /// The paths at which a script is looked for.
  func places(_ name: String) -> [String] {
    let bare = [name, name + ".enq"]
    guard !name.hasPrefix("/") else { return bare }
    return bare + folders.flatMap { folder in bare.map { folder + "/" + $0 } }
  }

  /// Every script that has a name, the first of each name, by name.
  var all: [SavedQuery] {
    let files = folders.flatMap { folder in
      (FolderListing.names(in: folder) ?? []).filter { $0.hasSuffix(".enq") }.map {
        SavedQuery(name: String($0.dropLast(4)), place: folder + "/" + $0, source: .file)
      }
    }
    var seen: Set<String> = []
    return (files + shipped).filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }

  /// The scripts that are part of the program.
  var shipped: [SavedQuery] {
    (0..<cbq_query_count()).map {
      SavedQuery(
        name: String(cString: cbq_query_at($0).name), place: "part of the program",
        source: .shipped($0))
    }
  }
}
