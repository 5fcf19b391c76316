internal import Loading
internal import Rendering
internal import TextLayout

/// The answers of one run, in order.
struct RunResults {
  /// What the data are called, where that is known.
  var data: String
  var answers: [ComparedAnswer]

  /// Why a file holds no answers, in words, and what would help.
  struct Failure: Error {
    var message: String
    var notes: [String] = []
  }

  init(data: String, answers: [ComparedAnswer]) {
    self.data = data
    self.answers = answers
  }

  @MainActor
  init(_ record: ScriptRecord) {
    data = record.dataNames
    answers = record.answers.map(ComparedAnswer.init)
  }

  /// The answers of a script as one JSON object: `data`, and `answers` as `as json` writes them.
  @MainActor
  static func json(_ record: ScriptRecord) -> String {
    let answers = record.answers.map { found in
      let text = Renderer.render(found.answer, as: .json)
      guard !found.loop.isEmpty, let brace = text.firstIndex(of: "{") else { return text }
      return "{\n  \"loop\": \(JSONText.string(found.loop)),"
        + text[text.index(after: brace)...]
    }
    return "{\"data\": \(JSONText.string(record.dataNames)), \"answers\": [\n"
      + answers.joined(separator: ",\n") + "]}\n"
  }
}

// MARK: Reading

extension RunResults {
  private static let howToSave = [
    "an answer is saved by `as json into \"FILE\"`, and all of a script by "
      + "`enquire run SCRIPT --format json --out FILE`"
  ]

  /// Reads what `as json into` or `enquire run --format json` wrote.
  ///
  /// - Complexity: O(bytes).
  init(path: String) throws(Failure) {
    let text: String
    do throws(TextFile.Failure) {
      guard !TextFile.isFolder(path) else { throw TextFile.Failure(reason: "it is a folder") }
      text = try TextFile.readPlain(path)
    } catch {
      throw Failure(message: "\(path) cannot be read: \(error.reason)")
    }
    let values: [JSONValue]
    do throws(JSONProblem) {
      values = try JSONParser.parseSequence(Array(text.utf8))
    } catch {
      throw Failure(
        message: "\(path) is no JSON: line \(error.line): \(error.message)", notes: Self.howToSave)
    }
    data = ""
    answers = []
    for value in values {
      if case .text(let name)? = value["data"] { data = name }
      if case .list(let list)? = value["answers"] {
        for (index, answer) in list.enumerated() {
          answers.append(try Self.answer(answer, "answer \(index + 1) of \(path)"))
        }
      } else {
        answers.append(try Self.answer(value, path))
      }
    }
    guard !values.isEmpty else {
      throw Failure(message: "\(path) is empty: it holds no answers", notes: Self.howToSave)
    }
  }

  private static func answer(_ value: JSONValue, _ place: String) throws(Failure) -> ComparedAnswer
  {
    func failure(_ what: String) -> Failure {
      Failure(message: "\(place) is no saved answer: \(what)", notes: howToSave)
    }
    guard case .object = value else { throw failure("it is \(value.inWords)") }
    guard case .text(let statement)? = value["statement"] else {
      throw failure("it has no \"statement\"")
    }
    guard case .list(let columns)? = value["columns"], case .list(let rows)? = value["rows"] else {
      throw failure("it has no \"columns\" or no \"rows\"")
    }
    var known: [ComparedAnswer.Column] = []
    for column in columns {
      guard case .text(let name)? = column["name"], case .text(let kind)? = column["type"] else {
        throw failure("column \(known.count + 1) has no name or no type")
      }
      known.append(ComparedAnswer.Column(name: name, kind: kind))
    }
    var cells: [[ComparedValue]] = []
    for row in rows {
      let values = known.map { row[$0.name].flatMap(ComparedValue.init) }
      guard values.allSatisfy({ $0 != nil }) else {
        throw failure("row \(cells.count + 1) lacks a value of a column")
      }
      cells.append(values.compactMap(\.self))
    }
    let loop = if case .text(let loop)? = value["loop"] { "  [\(loop)]" } else { "" }
    let base = value["base"].flatMap { base in
      whole(base["total"]).flatMap { total in
        whole(base["undecided"]).map { (total: total, undecided: $0) }
      }
    }
    return ComparedAnswer(
      statement: statement + loop, columns: known, rows: cells,
      totalRowCount: whole(value["totalRows"]) ?? cells.count, base: base)
  }

  private static func whole(_ value: JSONValue?) -> Int? {
    if case .number(let text)? = value { return Int(text) }
    return nil
  }
}
