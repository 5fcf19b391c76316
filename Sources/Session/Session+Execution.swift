internal import Diagnostics
internal import Execution
internal import Language
internal import LineEditing
internal import Planning
internal import Rendering
internal import Tables
internal import TextLayout

extension Session {
  /// Runs a statement that has no mistakes.
  func execute(
    _ statement: BoundStatement, source: SourceText, span: Span
  ) throws(QueryCancelled) -> ExitStatus {
    switch statement {
    case .query(let query, let output):
      let asked = workspace
      let status = try show(
        output, source, remembering: query.answered, as: query.text, query.dimensions
      ) { executor throws(QueryCancelled) in try executor.answer(query) }
      if status == .success { rememberWhole(query, of: asked) }
      return status
    case .find(let search, let output):
      return try show(output, source, remembering: search.set, as: search.text) {
        executor throws(QueryCancelled) in try executor.find(search)
      }
    case .missing(let set, let text, let output):
      return try show(output, source) { executor throws(QueryCancelled) in
        try executor.missing(set, text: text, first: output.first)
      }
    case .values(let column, let set, let text, let output):
      return try show(output, source) { executor throws(QueryCancelled) in
        try executor.values(column, of: set, text: text, first: output.first)
      }
    case .describe(let target):
      let (text, proposals) = (source.text(span), proposals(about: target))
      return try show(Output(), source) { executor throws(QueryCancelled) in
        var answer = try executor.describe(target, text: text)
        answer.notes += proposals
        return answer
      }
    case .defineField, .defineSet, .defineMeasure, .defineMissing, .defineRelation:
      return define(statement, source: source, span: span)
    case .expect(let expectation):
      return try check(expectation, source: source)
    case .warn(let expectation):
      return try warn(unless: expectation, source: source)
    case .explain(_, let sentence):
      record?.add(.prose([.text(sentence)]))
      present(paragraph(sentence) + "\n")
      return .success
    case .explainPlan(let inner):
      let (text, showsTime) = (source.text(span), settings.timing)
      return try show(Output(), source) { executor throws(QueryCancelled) in
        try executor.plan(inner, text: text, showsTime: showsTime)
      }
    case .explainSQL(let sql):
      record?.add(.code(sql))
      present(sql.hasSuffix("\n") ? sql : sql + "\n")
      return .success
    case .command(.copy(let clauses)):
      return try copy(clauses, source: source, span: span)
    case .command(let command):
      return runCommand(command, source: source, span: span)
    }
  }

  /// Answers a query and writes the answer where its clauses say.
  ///
  /// - Parameter rows: What `those` means from now on; `nil` leaves its meaning as it is.
  private func show(
    _ clauses: Output, _ source: SourceText, remembering rows: BoundSet? = nil,
    as text: String = "", _ dimensions: [ColumnExpression] = [],
    answer: @escaping @Sendable (Executor) throws(QueryCancelled) -> Answer
  ) throws(QueryCancelled) -> ExitStatus {
    guard let workspace, let format = format(clauses, source) else { return .mistake }
    var executor = executor(workspace)
    // Cells that nobody will see are not made; a file gets them all.
    if options.isInteractive, clauses.file == nil, !format.isForPrograms {
      executor.mostListedRows = settings.rows
    }
    let (found, elapsed) = try timedAnswer(of: executor, answer)
    lastAnswer = found
    remember(found)
    record?.add(.answer(self.found(found), showsBars: format.name == OutputFormat.bars.name))
    if let rows {
      self.workspace?.catalogue.answered = AnsweredSet(
        set: rows, dimensions: dimensions, text: text)
      lastQuery = text
    }
    if let file = clauses.file {
      var titled = found
      if format.isTitled { titled.statement = Self.question(found.statement, without: clauses) }
      return write(titled, as: format, to: file, span: clauses.fileSpan, source)
    }
    present(rendered(found, as: format, took: settings.timing ? elapsed : nil))
    if format.isForPrograms { remark(on: found) }
    if settings.timing, !format.tellsTime, !joinsRemarks(format) {
      errors.write(glyphs.spelled("time: \(Self.inWords(elapsed))\n"))
    }
    return .success
  }

  func executor(_ workspace: Workspace) -> Executor {
    let before = interruptsBefore
    return Executor(
      workspace.catalogue, cache: workspace.cache,
      cancellation: CancellationCheck(deadline: deadline, now: now) { Interrupts.count != before })
  }

  /// What a format for programs leaves unsaid goes to the person beside it.
  func remark(on answer: Answer) {
    guard !options.errorsAsJSON,
      answer.base?.undecided ?? 0 > 0 || !answer.notes.isEmpty || !answer.tests.isEmpty
    else { return }
    for line in Renderer.remarks(on: answer) { errors.write(line + "\n") }
  }

  /// The format that `as` names, or that the file's name implies, or that is set.
  func format(_ clauses: Output, _ source: SourceText) -> OutputFormat? {
    if let name = clauses.format {
      if let format = OutputFormat.named(name.text) { return format }
      let names = OutputFormat.all.map(\.name)
      let near = NearestName.nearest(to: name.text, among: names)
      report(
        [
          Diagnostic(
            .unknownFormat, "there is no format \"\(name.text)\"", at: name.span,
            notes: ["formats: " + names.joined(separator: ", ")],
            edits: near.first.map { [Diagnostic.Edit(name.span, $0)] } ?? [])
        ], of: source, statement: nil)
      return nil
    }
    if let file = clauses.file, let implied = OutputFormat.forFile(file) { return implied }
    return settings.format
  }

  /// Writes an answer to a file.
  private func write(
    _ answer: Answer, as format: OutputFormat, to file: String, span: Span?, _ source: SourceText
  ) -> ExitStatus {
    var plain = RenderOptions()
    plain.palette = .plain
    return write(
      Renderer.render(answer, as: format, options: plain), to: file, span: span, source)
  }

  /// Writes a text to a file, but never over the data that are open.
  func write(
    _ text: String, to file: String, span: Span?, _ source: SourceText
  ) -> ExitStatus {
    let span = span ?? Span(0, 0)
    let opened = workspace?.paths.map(TextFile.resolved) ?? []
    if opened.contains(TextFile.resolved(file)) {
      report(
        [
          Diagnostic(
            .fileNotWritten, "\(file) holds the data that is open, and is not overwritten",
            at: span, notes: ["choose another name"])
        ], of: source, statement: nil)
      return .mistake
    }
    do {
      try TextFile.write(text, to: file)
    } catch {
      report(
        [
          Diagnostic(
            .fileNotWritten, "\(file) cannot be written: \(error.reason)", at: span)
        ], of: source, statement: nil)
      return .mistake
    }
    if options.isInteractive { errors.write("written to \(file)\n") }
    return .success
  }

  /// A statement without the clauses at its end that say where the answer goes, for a title.
  static func question(_ statement: String, without clauses: Output) -> String {
    var text = statement[...]
    let endings =
      (clauses.file.map { [" into \"\($0)\""] } ?? [])
      + (clauses.format.map { [" as \($0.text)"] } ?? [])
    for ending in endings + endings where text.hasSuffix(ending) {
      text = text.dropLast(ending.count)
    }
    return String(text)
  }

  /// Text in lines that fit the terminal.
  func paragraph(_ text: String) -> String {
    wrapped(text, to: min(options.width ?? 100, 100)).joined(separator: "\n")
  }
}
