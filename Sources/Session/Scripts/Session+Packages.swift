internal import Diagnostics
internal import Language
internal import Loading
internal import Planning
internal import Tables

extension Session {
  /// `save package FOLDER`: what is known of the data, so that it is declared the next time.
  func savePackage(_ saving: PackageSaving, source: SourceText) -> ExitStatus {
    guard let workspace else { return .dataNotRead }
    let script = workspace.script
    do {
      let saved = try Loader.savePackage(
        workspace.loaded,
        PackageRequest(
          path: saving.path, includesData: saving.includesData, replaces: saving.replaces,
          definitions: script.text.isEmpty ? nil : (script.name, script.text)))
      let copied = saved.copied == 0 ? "" : " with \(saved.copied) files of data"
      output.write("saved as \(saved.path)\(copied); open it with: open \"\(saved.path)\"\n")
    } catch {
      report(
        [Diagnostic(.fileNotWritten, error.message, at: saving.span, notes: error.notes)],
        of: source, statement: nil)
      return .mistake
    }
    for text in script.leftOut {
      errors.write("left out, since it means nothing on its own: \(text)\n")
    }
    return .success
  }
}

extension Workspace {
  /// The definitions in force as a script, and those that mean nothing without an answer or a parameter.
  ///
  /// The script that came with the data is kept as it is, with its comments.
  var script: (name: String, text: String, leftOut: [String]) {
    let own = catalogue.data.definitions
    var text = own?.text ?? ""
    var leftOut: [String] = []
    var known = Workspace(loaded, paths: [])
    for definition in definitions where definition.script == nil {
      let parsed = Parser.parse(SourceText(definition.text))
      guard let statement = parsed.first?.statement,
        let bound = Binder.bind(statement, in: known.catalogue).statement,
        known.define(bound, definition) != nil
      else {
        leftOut.append(definition.text)
        continue
      }
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      text += Formatter.format(statement) + "\n"
    }
    return (own?.name ?? "definitions.enq", text, leftOut)
  }
}
