internal import Language
internal import LineEditing
internal import Loading

extension Session {
  /// Files and folders for `open`, `run` and `save`, and the saved queries for `run`.
  func fileCandidates(_ context: CompletionContext) -> [Candidate] {
    guard context.expected.contains(where: { $0.thing == .file }) else { return [] }
    let typed = context.typed
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let names = FolderListing.names(in: folder.isEmpty ? "." : folder) ?? []
    var candidates = names.filter { $0.hasPrefix(start) }.prefix(Self.mostFiles).map { name in
      // A folder is left open, so that Tab goes on inside it.
      TextFile.isFolder((folder.isEmpty ? "./" : folder) + name)
        ? Candidate("\"\(folder)\(name)/", note: "folder")
        : Candidate(QueryText.quoted(folder + name))
    }
    if context.before.trimmingBlanks.lowercased() == "run", folder.isEmpty {
      candidates = savedQueries(beginning: String(start)) + candidates
    }
    return candidates
  }

  /// More than anyone reads in a menu.
  private static let mostFiles = 2000

  /// The scripts that `run` finds by name.
  private func savedQueries(beginning start: String) -> [Candidate] {
    SavedQueries.standard.all.filter { $0.name.hasPrefix(start) }.map {
      Candidate(QueryText.quoted($0.name), note: $0.summary.isEmpty ? "saved query" : $0.summary)
    }
  }
}
