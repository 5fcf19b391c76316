/// A piece of SQL that has a value, and how tightly its outermost sign binds.
///
/// The signs are those that all dialects share. Where they disagree on what binds tighter, as on
/// `||` and `is`, operands get brackets.
struct SQLExpression: Sendable, Hashable {
  /// How tightly a sign binds, loosest first.
  enum Binding: Int, Comparable, Sendable {
    case or, and, not, comparison, concatenation, additive, multiplicative, whole

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  /// The SQL; of several lines where it is long.
  var text: String
  var binding: Binding
  /// The opposite in so many words, where a sign has one: `<>` of `=`.
  ///
  /// It is undecided where the expression is.
  private var opposite: String?

  init(_ text: String, _ binding: Binding = .whole, opposite: String? = nil) {
    self.text = text
    self.binding = binding
    self.opposite = opposite
  }

  /// Whether it is short and plain enough to be written twice.
  var isPlain: Bool { text.count <= 40 && !text.contains("\n") && !text.contains("(select") }

  /// The text as an operand of a sign that binds as tightly as `limit`; in brackets if it is looser.
  func operand(of limit: Binding) -> String {
    binding >= limit ? text : SQLLayout.brackets(text)
  }
}

extension SQLExpression {
  static let null = SQLExpression("null")
  static let yes = SQLExpression("true")
  static let no = SQLExpression("false")

  static func call(_ name: String, _ arguments: SQLExpression...) -> SQLExpression {
    SQLExpression(SQLLayout.list(arguments.map(\.text), before: "\(name)(", after: ")"))
  }

  /// `a = b`, `a in (...)`, `a is null`: signs that do not chain.
  static func comparison(
    _ left: SQLExpression, _ sign: String, _ right: SQLExpression
  ) -> SQLExpression {
    let first = left.operand(of: .concatenation)
    let second = right.operand(of: .concatenation)
    return SQLExpression(
      "\(first) \(sign) \(second)", .comparison,
      opposite: opposites[sign].map { "\(first) \($0) \(second)" })
  }

  private static let opposites = [
    "=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in",
    "not in": "in",
  ]

  /// `a is null`, `a is not true`.
  func tested(_ test: String) -> SQLExpression {
    SQLExpression("\(operand(of: .concatenation)) \(test)", .comparison)
  }

  var isNull: SQLExpression {
    SQLExpression(tested("is null").text, .comparison, opposite: tested("is not null").text)
  }

  var isNotNull: SQLExpression {
    SQLExpression(tested("is not null").text, .comparison, opposite: tested("is null").text)
  }

  /// The opposite, undecided where the expression is.
  var negated: SQLExpression {
    switch text {
    case "true": .no
    case "false": .yes
    default:
      if let opposite {
        SQLExpression(opposite, binding, opposite: text)
      } else {
        SQLExpression("not \(operand(of: .comparison))", .not, opposite: operand(of: .comparison))
      }
    }
  }

  /// `a in (x, y)`, or `a = x` of a single one.
  func isAmong(_ values: [SQLExpression]) -> SQLExpression {
    guard values.count != 1 else { return .comparison(self, "=", values[0]) }
    let list = SQLLayout.list(values.map(\.text), before: "(", after: ")")
    return .comparison(self, "in", SQLExpression(list))
  }

  /// `a not in (x, y)`, or `a <> x` of a single one.
  func isNotAmong(_ values: [SQLExpression]) -> SQLExpression { isAmong(values).negated }

  static func all(_ parts: [SQLExpression]) -> SQLExpression { joined(parts, "and", .and, .yes) }
  static func any(_ parts: [SQLExpression]) -> SQLExpression { joined(parts, "or", .or, .no) }

  private static func joined(
    _ parts: [SQLExpression], _ word: String, _ binding: Binding, _ none: SQLExpression
  ) -> SQLExpression {
    guard parts.count > 1 else { return parts.first ?? none }
    let texts = parts.map { $0.operand(of: binding) }
    return SQLExpression(SQLLayout.joined(texts, by: word), binding)
  }

  static func sum(
    _ left: SQLExpression, _ sign: String, _ right: SQLExpression
  ) -> SQLExpression {
    SQLExpression(
      "\(left.operand(of: .additive)) \(sign) \(right.operand(of: .multiplicative))", .additive)
  }

  static func product(
    _ left: SQLExpression, _ sign: String, _ right: SQLExpression
  ) -> SQLExpression {
    SQLExpression(
      "\(left.operand(of: .multiplicative)) \(sign) \(right.operand(of: .whole))",
      .multiplicative)
  }

  static func concatenated(_ parts: [SQLExpression]) -> SQLExpression {
    SQLExpression(parts.map { $0.operand(of: .whole) }.joined(separator: " || "), .concatenation)
  }

  /// `case when a then x ... else y end`.
  static func cases(
    _ cases: [(when: SQLExpression, then: SQLExpression)], otherwise: SQLExpression? = nil
  ) -> SQLExpression {
    let lines =
      cases.map { "when \($0.when.text) then \($0.then.text)" }
      + (otherwise.map { ["else \($0.text)"] } ?? [])
    return SQLExpression(SQLLayout.block("case", lines, "end"))
  }

  /// `case a when x then y ... end`.
  static func cases(
    of subject: SQLExpression, _ cases: [(value: SQLExpression, then: SQLExpression)]
  ) -> SQLExpression {
    guard !cases.isEmpty else { return .null }
    let lines = cases.map { "when \($0.value.text) then \($0.then.text)" }
    return SQLExpression(SQLLayout.block("case \(subject.text)", lines, "end"))
  }

  /// The value, and nothing where a condition is not true.
  func only(when condition: SQLExpression) -> SQLExpression {
    Self.cases([(condition, self)])
  }
}
