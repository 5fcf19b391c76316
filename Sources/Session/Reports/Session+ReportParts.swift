internal import Language
internal import Planning
internal import Rendering
internal import Tables

extension Session {
  /// The document of a script that has run.
  func report(on record: ScriptRecord, of file: String) -> Report {
    let script = SavedQueries.standard.find(file)
    let summary = script?.summary ?? ""
    var report = Report(title: summary.isEmpty ? script?.name ?? file : summary)
    report.isSynthetic = workspace?.catalogue.data.isSynthetic == true
    report.facts = facts(on: record, of: script)
    for entry in record.entries { report.add(entry) }
    report.script = (try? script?.text()) ?? ""
    return report
  }

  private func facts(
    on record: ScriptRecord, of script: SavedQuery?
  ) -> [(name: String, value: String)] {
    let data = workspace?.catalogue.data
    var facts = [(name: "Data", value: dataName)]
    if let data, data.title != data.name { facts.append(("Package", data.name)) }
    facts.append(("Version", data?.version ?? "none is stated"))
    facts.append(
      (
        "Rows",
        data?.isSynthetic == true ? "synthetic, as the package says" : "not declared synthetic"
      ))
    let paths = workspace?.paths ?? []
    facts.append(
      ("Read from", paths.isEmpty ? "the program itself" : paths.joined(separator: ", ")))
    facts.append(("Date", today().description))
    facts.append(("Script", script.map { $0.source == .file ? $0.place : $0.name } ?? ""))
    for parameter in record.parameters.sorted(by: { $0.key < $1.key }) {
      facts.append(("Parameter \(parameter.key)", Formatter.format(parameter.value)))
    }
    if !record.checks.isEmpty {
      let held = record.checks.count { $0.holds }
      facts.append(("Expectations", "\(held) of \(record.checks.count) hold"))
    }
    return facts
  }
}

extension Report {
  /// Adds what happened in a script.
  @MainActor
  fileprivate mutating func add(_ entry: ScriptRecord.Entry) {
    switch entry {
    case .heading(let level, let text): blocks.append(.heading(level: level, text: text))
    case .prose(let pieces):
      var parts: [Piece] = []
      for piece in pieces {
        switch piece {
        case .text(let words): parts.append(.text(words))
        case .value(let words, let found): parts.append(.value(words, query: add(found)))
        }
      }
      blocks.append(.prose(parts))
    case .answer(let found, let showsBars):
      blocks.append(.answer(query: add(found), showsBars: showsBars))
    case .code(let text): blocks.append(.code(text))
    case .check(let check):
      checks.append(
        Check(text: check.text, place: "\(check.script):\(check.line)", holds: check.holds))
      if !check.holds { blocks.append(.failure(Failure(check, isWarning: false))) }
    case .warning(let check): blocks.append(.failure(Failure(check, isWarning: true)))
    }
  }

  /// Adds a query to the appendix.
  ///
  /// - Returns: Its position there.
  @MainActor
  private mutating func add(_ found: ScriptRecord.Found) -> Int {
    queries.append(Query(answer: found.answer, place: found.place, loop: found.loop))
    return queries.count - 1
  }
}

extension Report.Failure {
  @MainActor
  fileprivate init(_ check: ScriptRecord.Check, isWarning: Bool) {
    // The first line says again what should hold.
    let found = check.message.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("does not hold: ") }
    self.init(
      isWarning: isWarning, text: check.text, message: found.joined(separator: "\n"))
  }
}
