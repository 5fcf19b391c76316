internal import Language
internal import LineEditing

extension Session {
  /// Files and folders for `open`, `run` and `save`, and the saved queries for `run`.
  func fileCandidates(_ context: CompletionContext) -> [Candidate] {
    guard context.expected.contains(where: { $0.thing == .file }) else { return [] }
    let typed = context.typed
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    var candidates = FolderListing.names(in: folder.isEmpty ? "." : folder)
      .filter { $0.name.hasPrefix(start) && ($0.name.hasPrefix(".") == start.hasPrefix(".")) }
      .map { entry in
        // A folder is left open, so that Tab goes on inside it.
        entry.isFolder
          ? Candidate("\"\(folder)\(entry.name)/", note: "folder")
          : Candidate(QueryText.quoted(folder + entry.name))
      }
    if context.before.trimmingBlanks.lowercased() == "run", folder.isEmpty {
      candidates = savedQueries(beginning: String(start)) + candidates
    }
    return candidates
  }

  /// The scripts of the folder that `save` writes to, by the names that `run` takes.
  private func savedQueries(beginning start: String) -> [Candidate] {
    FolderListing.names(in: "Queries").compactMap { entry in
      guard !entry.isFolder, entry.name.hasSuffix(".enq"), entry.name.hasPrefix(start) else {
        return nil
      }
      return Candidate(QueryText.quoted(String(entry.name.dropLast(4))), note: "saved query")
    }
  }
}
