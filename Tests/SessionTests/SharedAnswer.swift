import Foundation
import TestSupport

/// A question of a real set of data with the answer that other engines agree on.
struct SharedAnswer: Decodable {
  /// The question in English.
  let question: String
  /// The question as it was put to the other engines.
  let sql: String
  /// One value, or rows of values.
  let answer: Value

  enum Value: Decodable {
    case cell(AnswerCell)
    case rows([[AnswerCell]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let rows = try? container.decode([[AnswerCell]].self) {
        self = .rows(rows)
      } else {
        self = .cell(try container.decode(AnswerCell.self))
      }
    }
  }

  /// The answers of the set in a folder.
  static func all(in folder: URL) throws -> [SharedAnswer] {
    struct Answers: Decodable { let answers: [SharedAnswer] }
    let data = try Data(contentsOf: folder.appending(path: "answers.json"))
    return try JSONDecoder().decode(Answers.self, from: data).answers
  }

  /// How far a number may be from the answer, which is rounded only where the question says so.
  private var tolerance: Double {
    guard let match = sql.firstMatch(of: /\bround\(.*?\),(\d)\)/), let places = Int(match.1) else {
      return 1e-9
    }
    return 0.5 * pow(10, -Double(places)) + 1e-9
  }

  /// Whether the largest or the first rows are asked for, and not just rows.
  private var isOrdered: Bool { sql.contains(/ORDER BY [^)]*\b(2|DESC)\b/) }

  /// Whether the rows of an answer are this answer.
  ///
  /// Rows may come in any order unless an order is asked for; then the numbers they are ordered by are in
  /// the same order, so that only rows with the same number may be exchanged. What is not recorded stands
  /// last, wherever other engines put it.
  func agrees(with rows: [[AnswerCell]]) -> Bool {
    switch answer {
    case .cell(let cell):
      return rows.count == 1 && rows[0].count == 1 && rows[0][0].agrees(with: cell, tolerance)
    case .rows(let expected):
      guard rows.count == expected.count else { return false }
      guard !isOrdered || isInOrder(rows, expected) else { return false }
      var left = rows
      return expected.allSatisfy { wanted in
        guard let index = left.firstIndex(where: { agrees($0, wanted) }) else { return false }
        left.remove(at: index)
        return true
      }
    }
  }

  private func isInOrder(_ rows: [[AnswerCell]], _ expected: [[AnswerCell]]) -> Bool {
    let firstBlank = rows.firstIndex { $0.first == .nothing } ?? rows.count
    if rows[firstBlank...].contains(where: { $0.first != .nothing }) { return false }
    let named = expected.filter { $0.first != .text("") }
    return zip(rows, named).allSatisfy { row, wanted in
      guard let number = row.last, let other = wanted.last else { return false }
      return number.agrees(with: other, tolerance)
    }
  }

  private func agrees(_ row: [AnswerCell], _ wanted: [AnswerCell]) -> Bool {
    row.count == wanted.count && zip(row, wanted).allSatisfy { $0.agrees(with: $1, tolerance) }
  }
}

/// A value in an answer.
enum AnswerCell: Decodable, Equatable {
  case nothing
  case flag(Bool)
  case number(Double)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Whether this is what other engines found, to which every cell of a file is text and a blank one is
  /// an empty text.
  func agrees(with other: AnswerCell, _ tolerance: Double) -> Bool {
    switch (self, other) {
    case (.nothing, .text("")): true
    case (.text(let own), .text(let wanted)): own == wanted
    case (.number(let own), .number(let wanted)): abs(own - wanted) <= tolerance
    case (.number(let own), .text(let wanted)):
      Double(wanted).map { abs(own - $0) <= 1e-9 } ?? false
    default: false
    }
  }
}

/// The rows of an answer that the program wrote as JSON.
struct WrittenAnswer: Decodable {
  struct Column: Decodable { let name: String }
  let columns: [Column]
  let rows: [[String: AnswerCell]]
  let totalRows: Int

  /// The rows, as far as a question asks for them.
  func rows(_ part: SharedAnswerFile.Question.Part) -> [[AnswerCell]] {
    let names: [String]
    switch part {
    case .rowCount: return [[.number(Double(totalRows))]]
    case .column(let name): names = [name]
    case .all: names = columns.map(\.name).filter { !$0.hasPrefix("n of ") }
    }
    return rows.map { row in names.compactMap { row[$0] } }
  }
}
