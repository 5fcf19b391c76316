internal import Execution
internal import Language
internal import Planning
internal import Tables

extension QuizWriter {
  /// A condition of a kind on a field of a table.
  ///
  /// - Parameter path: What leads to the table, such as `review.`; empty for the rows' own fields.
  mutating func condition(
    _ rung: QuizRung, _ table: Int, after path: String = ""
  ) -> QuizCondition? {
    switch rung {
    case .value: return value(table, path)
    case .yes: return yes(table, path)
    case .number: return number(table, path)
    case .date: return date(table, path)
    case .missing: return missing(table, path)
    case .level: return level(table, path)
    case .list: return list(table, path)
    default: return nil
    }
  }

  private mutating func value(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .valuedAlone),
      let value = value(of: field)
    else { return nil }
    let (name, quoted) = (path + QueryText.name(field.name), QueryText.quoted(value))
    return QuizCondition(
      field: field.name, query: "\(name) = \(quoted)",
      words: "\"\(value)\" in the field \(field.name)",
      value: quoted, alternatives: ["\(name) is \(quoted)", "\(name) in (\(quoted))"],
      wrong: ("\(name) != \(quoted)", "That counts those with another value."))
  }

  private mutating func yes(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .yesOrNo) else { return nil }
    let name = path + QueryText.name(field.name)
    return QuizCondition(
      field: field.name, query: "\(name) = yes", words: "yes in the field \(field.name)",
      value: "yes", alternatives: [name, "\(name) is yes"],
      wrong: ("not \(name)", "That counts those for which it is no."))
  }

  /// `age >= 6 months`: at least so many is the same for every unit, however ages are completed.
  private mutating func number(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .number) else { return nil }
    let name = QueryText.name(field.name)
    var limit: String?
    if let unit = field.schema.displayUnit {
      limit = random.pick([2, 3, 4, 5, 6, 8, 10, 12, 20]).map { "\($0) \(unit.rawValue)" }
    } else if let rank = random.pick([10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90]) {
      limit = cells("p\(rank) \(name) of \(self.name(ofTable: table))")?.first
        .flatMap(Self.roundNumber)
    }
    guard let limit else { return nil }
    return QuizCondition(
      field: field.name, query: "\(path)\(name) >= \(limit)",
      words: "\(limit) or more in the field \(field.name)", value: limit,
      alternatives: ["not \(path)\(name) < \(limit)"],
      wrong: ("\(path)\(name) < \(limit)", "That counts those with less."))
  }

  private mutating func date(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .date) else { return nil }
    let name = QueryText.name(field.name)
    let years = lines("count \(self.name(ofTable: table)) by year of \(name)") ?? []
    guard let year = random.pick(years.compactMap { $0.compactMap(Int.init).first { $0 > 1000 } })
    else { return nil }
    return QuizCondition(
      field: field.name, query: "\(path)\(name) in \(year)",
      words: "a date in the year \(year) in the field \(field.name)", value: "\(year)",
      alternatives: ["\(path)\(name) between \(year)-01-01 and \(year)-12-31"],
      wrong: ("\(path)\(name) before \(year)", "That counts those before the year."))
  }

  private mutating func missing(_ table: Int, _ path: String) -> QuizCondition? {
    // Of a many-valued field, none and not recorded are two things.
    guard let field = field(table, .single) else { return nil }
    let name = path + QueryText.name(field.name)
    return QuizCondition(
      field: field.name, query: "\(name) is missing", words: "no value in the field \(field.name)",
      value: "missing", alternatives: ["\(name) is not recorded"],
      wrong: ("\(name) is recorded", "That counts those with a value."))
  }

  private mutating func level(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .scale),
      let value = value(of: field)
    else { return nil }
    let (name, quoted) = (path + QueryText.name(field.name), QueryText.quoted(value))
    return QuizCondition(
      field: field.name, query: "\(name) is at least \(quoted)",
      words: "the level \"\(value)\" or one above it in the field \(field.name)", value: quoted,
      wrong: ("\(name) = \(quoted)", "That takes the level alone; those above it belong to it."))
  }

  private mutating func list(_ table: Int, _ path: String) -> QuizCondition? {
    guard let field = field(table, .list),
      let value = value(of: field)
    else { return nil }
    let (name, quoted) = (path + QueryText.name(field.name), QueryText.quoted(value))
    return QuizCondition(
      field: field.name, query: "\(name) has \(quoted)",
      words: "\"\(value)\" among the values in the field \(field.name)", value: quoted,
      alternatives: ["\(name) has any of (\(quoted))"],
      wrong: ("\(name) has only \(quoted)", "That takes those with nothing else."))
  }

  /// A value of a coded field that can be said in a sentence.
  mutating func value(of field: FieldInfo) -> String? {
    let count = field.dictionary.count
    guard count > 0, let code = random.pick(Array(0..<min(count, 1000))) else { return nil }
    let label = field.label(ofCode: code)
    let isPlain = label.allSatisfy { !$0.isNewline && $0 != "\"" && $0 != "\\" }
    // Two codes of one label would make it unclear which is meant.
    let isUnique =
      field.schema.categories.count { $0.label.lowercased() == label.lowercased() } <= 1
    return !label.isEmpty && label.count <= 60 && isPlain && isUnique ? label : nil
  }

  /// A number as a person would choose it; `nil` where it would need too many digits.
  private static func roundNumber(_ text: String) -> String? {
    guard let number = Double(text), abs(number) < 1e9 else { return nil }
    if abs(number) >= 10 || number == number.rounded() { return String(Int(number.rounded(.down))) }
    let rounded = (number * 100).rounded(.down) / 100
    return rounded == 0 ? nil : String(rounded)
  }

  /// The lines of a table that a statement answers with.
  func lines(_ statement: String) -> [[String]]? {
    guard case .lines(let lines)? = material.attempt(statement)?.result else {
      return nil
    }
    return lines
  }

  /// The numbers of the one line that a statement answers with.
  func cells(_ statement: String) -> [String]? {
    guard case .table(let table)? = material.attempt(statement)?.answer.body,
      table.rows.count == 1
    else { return nil }
    return table.rows[0].compactMap { value in
      switch value {
      case .integer(let number): String(number)
      case .number(let number): String(number)
      default: nil
      }
    }
  }
}

extension FieldInfo {
  /// Whether it holds numbers.
  var isNumeric: Bool { schema.type == .integer || schema.type == .number }
}
