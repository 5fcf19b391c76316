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
    report.isSynthetic = record.reportedSources.contains { record.sources[$0].isSynthetic }
    report.facts = facts(on: record, of: script)
    for entry in record.entries { report.add(entry, of: record) }
    report.script = (try? script?.text()) ?? ""
    return report
  }

  private func facts(
    on record: ScriptRecord, of script: SavedQuery?
  ) -> [(name: String, value: String)] {
    var facts = record.dataFacts
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

extension ScriptRecord {
  /// What a report was made from.
  fileprivate var dataFacts: [(name: String, value: String)] {
    let reported = reportedSources
    guard reported.count == 1 else {
      return reported.enumerated().map { number, source in
        (name: "Data \(number + 1)", value: sources[source].inOneLine)
      }
    }
    let source = sources[reported[0]]
    return [(name: "Data", value: source.titleAndVersion)]
      + (source.title == source.name ? [] : [(name: "Package", value: source.name)])
      + [
        (name: "Version", value: source.version ?? "none is stated"),
        (name: "Rows", value: source.kindOfRows), (name: "Read from", value: source.origin),
      ]
  }

  /// The number of a data set in the head of the report; `nil` where there is one alone.
  fileprivate func number(ofSource source: Int) -> Int? {
    let reported = reportedSources
    return reported.count < 2 ? nil : reported.firstIndex(of: source).map { $0 + 1 }
  }
}

extension ScriptRecord.Source {
  fileprivate var kindOfRows: String {
    isSynthetic ? "synthetic, as the package says" : "not declared synthetic"
  }

  fileprivate var origin: String {
    paths.isEmpty ? "the program itself" : paths.joined(separator: ", ")
  }

  fileprivate var inOneLine: String {
    let package = title == name ? "" : "; package \(name)"
    let version = version == nil ? "; no version is stated" : ""
    return "\(titleAndVersion)\(package)\(version); rows \(kindOfRows); read from \(origin)"
  }
}

extension Report {
  /// Adds what happened in a script.
  @MainActor
  fileprivate mutating func add(_ entry: ScriptRecord.Entry, of record: ScriptRecord) {
    switch entry {
    case .heading(let level, let text): blocks.append(.heading(level: level, text: text))
    case .prose(let pieces):
      var parts: [Piece] = []
      for piece in pieces {
        switch piece {
        case .text(let words): parts.append(.text(words))
        case .value(let words, let found):
          parts.append(.value(words, query: add(found, of: record)))
        }
      }
      blocks.append(.prose(parts))
    case .answer(let found, let showsBars):
      blocks.append(.answer(query: add(found, of: record), showsBars: showsBars))
    case .code(let text): blocks.append(.code(text))
    case .check(let check):
      checks.append(
        Check(text: check.text, place: "\(check.script):\(check.line)", holds: check.holds))
      if !check.holds { blocks.append(.failure(Failure(check, isWarning: false))) }
    case .warning(let check): blocks.append(.failure(Failure(check, isWarning: true)))
    case .opened(let source):
      guard let number = record.number(ofSource: source) else { return }
      blocks.append(
        .prose([
          .text("From here on, of data \(number): \(record.sources[source].titleAndVersion).")
        ]))
    }
  }

  /// Adds a query to the appendix.
  ///
  /// - Returns: Its position there.
  @MainActor
  private mutating func add(_ found: ScriptRecord.Found, of record: ScriptRecord) -> Int {
    let data = record.number(ofSource: found.source).map { ", data \($0)" } ?? ""
    queries.append(Query(answer: found.answer, place: found.place + data, loop: found.loop))
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
