internal import Diagnostics
internal import Execution
internal import Planning
internal import Tables

extension Session {
  /// Where a statement stands, as `file:line`.
  static func place(of span: Span, in source: SourceText) -> String {
    "\(source.name ?? "<prompt>"):\(source.position(of: span.start).line)"
  }

  /// An answer with where it was asked for.
  func found(_ answer: Answer) -> ScriptRecord.Found {
    ScriptRecord.Found(
      answer: answer, place: statementPlace, loop: loopPlace.joined(separator: ", "),
      source: record?.openSource ?? 0)
  }

  /// The open data, as a record names them.
  var openSource: ScriptRecord.Source? {
    workspace.map { open in
      let data = open.catalogue.data
      return ScriptRecord.Source(
        title: data.title, name: data.name, version: data.version, isSynthetic: data.isSynthetic,
        paths: open.paths)
    }
  }
}
