internal import Execution
internal import Rendering
internal import TextLayout

/// What changed between two runs, as it is shown.
struct ComparisonText {
  let comparison: RunComparison
  /// What the two runs are called: the data, or the file.
  let a: String
  let b: String

  // MARK: For people

  /// A part for each statement that changed, what only one has, and a line of sums.
  func text(_ format: OutputFormat, _ options: RenderOptions) -> String {
    format.name == OutputFormat.markdown.name ? markdown : plain(options)
  }

  private func plain(_ options: RenderOptions) -> String {
    func lines(_ text: String, _ indentation: String = "  ") -> String {
      guard let width = options.width else { return text + "\n" }
      return wrapped(text, to: width, indentation: indentation).joined(separator: "\n") + "\n"
    }
    var out = lines("a: \(sanitised(a))") + lines("b: \(sanitised(b))")
    for (statement, changes) in byStatement {
      let heading = lines(sanitised(statement)).dropLast()
      out += "\n" + options.palette.paint(String(heading), .heading) + "\n"
      let widest = Renderer.render(answer(changes), as: .table).split(separator: "\n")
        .map { displayWidth(String($0)) }.max()
      if let width = options.width, let widest, widest > width {
        // Where a table would hide its numbers, each change has lines of its own.
        for change in changes { out += change.lines.map { lines($0, "    ") }.joined() }
      } else {
        var table = options
        table.width = nil
        out += Renderer.render(answer(changes), as: .table, options: table)
      }
    }
    for (side, lone) in bySide {
      out += "\nonly in \(side):\n"
      for one in lone { out += lines("  " + Self.name(one), "    ") }
    }
    return out + "\n" + lines(sums)
  }

  private var markdown: String {
    func code(_ text: String) -> String {
      let words = sanitised(text).split(whereSeparator: \.isNewline).joined(separator: " ")
      return words.contains("`") ? "`` \(words.replacing("``", with: "` `")) ``" : "`\(words)`"
    }
    var out = "a: \(code(a))  \nb: \(code(b))\n"
    for (statement, changes) in byStatement {
      out += "\n\(code(statement))\n\n" + Renderer.render(answer(changes), as: .markdown)
    }
    for (side, lone) in bySide {
      out += "\nonly in \(side):\n\n" + lone.map { "- \(code(Self.name($0)))\n" }.joined()
    }
    return out + "\n\(sums)\n"
  }

  /// What only one of the runs has, each with the name of the run.
  private var bySide: [(side: String, lone: [RunComparison.Lone])] {
    [true, false].map { isInA in
      (isInA ? "a" : "b", comparison.lone.filter { $0.isInA == isInA })
    }.filter { !$0.lone.isEmpty }
  }

  private static func name(_ lone: RunComparison.Lone) -> String {
    sanitised(lone.statement) + (lone.row.map { ": \(sanitised($0))" } ?? "")
  }

  /// `3 numbers changed, 41 are the same`.
  private var sums: String {
    let changed = comparison.changes.count
    var parts = [
      changed == 0 ? "nothing changed" : "\(changed) \(changed == 1 ? "number" : "numbers") changed"
    ]
    parts.append("\(comparison.unchangedCount) are the same")
    for isInA in [true, false] {
      let lone = comparison.lone.filter { $0.isInA == isInA }
      let rows = lone.count { $0.row != nil }
      let side = isInA ? "a" : "b"
      if rows > 0 { parts.append("\(rows) \(rows == 1 ? "row" : "rows") only in \(side)") }
      let answers = lone.count - rows
      if answers > 0 {
        parts.append("\(answers) \(answers == 1 ? "answer" : "answers") only in \(side)")
      }
    }
    return parts.joined(separator: ", ")
  }

  private var byStatement: [(statement: String, changes: [RunComparison.Change])] {
    var order: [String] = []
    let groups = Dictionary(grouping: comparison.changes, by: \.statement)
    for change in comparison.changes where order.last != change.statement {
      if !order.contains(change.statement) { order.append(change.statement) }
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func answer(_ changes: [RunComparison.Change]) -> Answer {
    let hasRows = changes.contains { !$0.row.isEmpty }
    let columns =
      (hasRows ? [AnswerColumn("row", .text)] : []) + [AnswerColumn("number", .text)]
      + ["a", "b", "change", "%"].map { AnswerColumn($0, .text, isRightAligned: true) }
    let rows = changes.map { change in
      let texts =
        (hasRows ? [change.row] : []) + [
          change.number, change.text(change.a), change.text(change.b), change.differenceText,
          change.relativeText,
        ]
      return texts.map { AnswerValue.text($0) }
    }
    return Answer(statement: "", body: .table(AnswerTable(columns: columns, rows: rows)))
  }

  // MARK: For programs

  /// Every change as one table, for formats that hold nothing else.
  var table: Answer {
    let columns = [
      AnswerColumn("statement", .text), AnswerColumn("row", .text), AnswerColumn("number", .text),
      AnswerColumn("a", .text), AnswerColumn("b", .text), AnswerColumn("change", .number),
      AnswerColumn("relative", .number),
    ]
    func number(_ number: Double?) -> AnswerValue {
      number.map { .number($0) } ?? .missing(reason: nil)
    }
    var rows = comparison.changes.map { change -> [AnswerValue] in
      [
        .text(change.statement), .text(change.row), .text(change.number),
        .text(change.a.text), .text(change.b.text), number(change.roundedDifference),
        number(change.relative),
      ]
    }
    rows += comparison.lone.map { one in
      let (here, there) = (AnswerValue.text("present"), AnswerValue.missing(reason: "absent"))
      return [
        .text(one.statement), .text(one.row ?? ""), .text(""), one.isInA ? here : there,
        one.isInA ? there : here, .missing(reason: nil), .missing(reason: nil),
      ]
    }
    return Answer(
      statement: "compare runs", body: .table(AnswerTable(columns: columns, rows: rows)),
      notes: ["a is \(a)", "b is \(b)", sums])
  }

  /// One object; its keys are a promise.
  var json: String {
    func value(_ value: ComparedValue) -> String {
      switch value {
      case .missing: "null"
      case .number(_, let text): text
      case .text(let text): JSONText.string(text)
      }
    }
    func number(_ number: Double?) -> String { number.map(ComparedValue.digits) ?? "null" }
    let changes = comparison.changes.map { change in
      JSONText.object([
        ("statement", JSONText.string(change.statement)), ("row", JSONText.string(change.row)),
        ("number", JSONText.string(change.number)), ("a", value(change.a)), ("b", value(change.b)),
        ("change", number(change.roundedDifference)), ("relative", number(change.relative)),
      ])
    }
    func lone(_ isInA: Bool) -> [String] {
      comparison.lone.filter { $0.isInA == isInA }.map {
        JSONText.object([
          ("statement", JSONText.string($0.statement)),
          ("row", $0.row.map(JSONText.string) ?? "null"),
        ])
      }
    }
    func list(_ values: [String]) -> String {
      "[" + values.map { "\n    " + $0 }.joined(separator: ",") + (values.isEmpty ? "]" : "\n  ]")
    }
    return """
      {
        "a": \(JSONText.string(a)),
        "b": \(JSONText.string(b)),
        "same": \(comparison.isSame),
        "changes": \(list(changes)),
        "onlyInA": \(list(lone(true))),
        "onlyInB": \(list(lone(false))),
        "unchanged": \(comparison.unchangedCount)
      }

      """
  }
}

extension RunComparison.Change {
  /// The change without a table: what it is of, and what it was and is.
  fileprivate var lines: [String] {
    let name = sanitised(row.isEmpty ? number : "\(row): \(number)")
    let sums = [differenceText, relativeText].filter { !$0.isEmpty }.joined(separator: ", ")
    let values = "\(sanitised(text(a))) -> \(sanitised(text(b)))"
    return [name, "  " + values + (sums.isEmpty ? "" : "  (\(sums))")]
  }

  /// A value as it is shown, with as many decimals as tell the two apart.
  fileprivate func text(_ value: ComparedValue) -> String {
    guard case .number(let number, let text) = value else { return value.text }
    guard !isPercent else {
      return a.text == b.text ? ComparedValue.digits(number) + "%" : text + "%"
    }
    let (short, otherA, otherB) = (Self.short(number), a.number, b.number)
    let isTold = otherA.map(Self.short) != otherB.map(Self.short)
    return isTold ? short : text
  }

  /// `+5`, `-2.2 points`; empty where one of the two is no number.
  fileprivate var differenceText: String {
    guard let difference = roundedDifference else { return "" }
    let sign = difference > 0 ? "+" : ""
    guard isPercent else { return sign + ComparedValue.digits(difference) }
    let points = InlineText.rounded(difference, decimals: 1)
    return points == "0.0" ? "<0.1 points" : "\(sign)\(points) points"
  }

  /// `+5.6%`; empty where there is no such part.
  fileprivate var relativeText: String {
    guard let relative else { return "" }
    let text = InlineText.rounded(relative * 100, decimals: 1)
    if text == "0.0" { return "<0.1%" }
    return (relative > 0 ? "+" : "") + text + "%"
  }

  /// The difference without the dust of binary fractions.
  fileprivate var roundedDifference: Double? {
    guard let difference else { return nil }
    let rounded = (difference * 1e6).rounded() / 1e6
    return rounded == 0 || !rounded.isFinite ? difference : rounded
  }

  fileprivate static func short(_ number: Double) -> String {
    guard abs(number) < 1e12, number != number.rounded() else {
      return ComparedValue.digits(number)
    }
    var text = InlineText.rounded(number, decimals: 4)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
