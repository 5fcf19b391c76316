import Language
import Tables

/// Evaluates conditions row by row, straight from the syntax tree: slow, plain, and written without
/// a look at the engine.
///
/// `nil` is undecided.
struct NaiveEvaluator {
  let data: NaiveData

  enum Row: Hashable {
    case parent(Int)
    case child(Int)
  }

  func truth(_ expression: Expression, _ row: Row) -> Bool? {
    switch expression.kind {
    case .group(let inner): return truth(inner, row)
    case .not(let inner): return truth(inner, row).map { !$0 }
    case .logical(.and, let left, let right):
      let a = truth(left, row)
      let b = truth(right, row)
      if a == false || b == false { return false }
      return a == nil || b == nil ? nil : true
    case .logical(.or, let left, let right):
      let a = truth(left, row)
      let b = truth(right, row)
      if a == true || b == true { return true }
      return a == nil || b == nil ? nil : false
    case .path(let path):
      if case .flag(let value) = cell(path, row) { return value }
      return nil
    case .literal(.boolean(let value)): return value
    case .comparison(let sign, let left, let right, _): return compare(sign, left, right, row)
    case .membership(let subject, let isNegated, let values):
      let parts = values.map { compare(.equal, subject, $0, row) }
      let any: Bool? = parts.contains(true) ? true : parts.contains(nil) ? nil : false
      return isNegated ? any.map { !$0 } : any
    case .between(let subject, let isNegated, let low, let high):
      let above = compare(.greaterOrEqual, subject, low, row)
      let below = compare(.lessOrEqual, subject, high, row)
      guard let above, let below else { return nil }
      return isNegated != (above && below)
    case .test(let subject, let isNegated, let test):
      return self.test(subject, test, row).map { isNegated != $0 }
    case .has(let subject, let mode, let values): return has(subject, mode, values, row)
    case .quantified(let quantifier, _, let condition):
      return quantified(quantifier, condition, row)
    default: fatalError("not generated")
    }
  }

  private func cell(_ path: Path, _ row: Row) -> Cell {
    let name = path.names[path.names.count - 1].text
    switch (row, path.names.count) {
    case (.parent(let index), 1): return data.parents[index][name] ?? .missing
    case (.child(let index), 1): return data.children[index][name] ?? .missing
    case (.child(let index), _):
      guard let parent = data.parentOfChild[index] else { return .missing }
      return data.parents[parent][name] ?? .missing
    default: fatalError("no such path")
    }
  }

  private func value(_ expression: Expression, _ row: Row) -> Cell {
    switch expression.kind {
    case .path(let path): return cell(path, row)
    case .countOf(_, let condition):
      let truths = children(of: row).map { child in condition.map { truth($0, child) } ?? true }
      return truths.contains(nil)
        ? .missing : .number(Double(truths.filter { $0 == true }.count))
    case .literal(.number(let number)): return .number(number)
    default: fatalError("not generated")
    }
  }

  private func compare(
    _ sign: ComparisonOperator, _ left: Expression, _ right: Expression, _ row: Row
  ) -> Bool? {
    switch (value(left, row), right.kind) {
    case (.missing, _): return nil
    case (.flag(let flag), .literal(.boolean(let wanted))):
      return sign == .equal ? flag == wanted : flag != wanted
    case (.text(let text), .literal(.text(let wanted))):
      if sign == .equal { return text == wanted }
      if sign == .notEqual { return text != wanted }
      guard let a = NaiveData.levels.firstIndex(of: text),
        let b = NaiveData.levels.firstIndex(of: wanted)
      else { fatalError("not ordered") }
      return holds(sign, Double(a), Double(b))
    case (.number(let number), .literal(.number(let limit))):
      // A bare number beside an age means completed years.
      if case .path(let path) = left.kind, path.text == "age" {
        return holds(sign, (number / 12).rounded(.down), limit)
      }
      return holds(sign, number, limit)
    case (.number(let number), .literal(.quantity(let limit, .months))):
      return holds(sign, number, limit)
    case (.number(let number), .literal(.quantity(let limit, .years))):
      return holds(sign, (number / 12).rounded(.down), limit)
    case (.number(let number), .literal(.date(let date))):
      let day = date.day ?? 1
      guard let wanted = CalendarDate(year: date.year, month: date.month, day: day) else {
        fatalError("no such date")
      }
      return holds(sign, number, Double(wanted.dayNumber))
    case (.number(let number), .path), (.number(let number), .countOf):
      guard case .number(let other) = value(right, row) else { return nil }
      return holds(sign, number, other)
    default: fatalError("not generated")
    }
  }

  private func holds(_ sign: ComparisonOperator, _ a: Double, _ b: Double) -> Bool {
    switch sign {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  private func test(_ subject: Expression, _ test: Test, _ row: Row) -> Bool? {
    let held = value(subject, row)
    switch test {
    case .missing: return held == .missing
    case .recorded: return held != .missing
    case .yes: return held == .missing ? nil : held == .flag(true)
    case .no: return held == .missing ? nil : held == .flag(false)
    case .value(let wanted): return compare(.equal, subject, wanted, row)
    case .empty: return held == .missing ? nil : held == .list([])
    case .level(let level, let wanted):
      let sign: ComparisonOperator =
        switch level {
        case .atLeast: .greaterOrEqual
        case .atMost: .lessOrEqual
        case .above: .greater
        case .below: .less
        }
      return compare(sign, subject, wanted, row)
    }
  }

  private func has(
    _ subject: Expression, _ mode: HasMode, _ values: [Expression], _ row: Row
  ) -> Bool? {
    guard case .list(let held) = value(subject, row) else { return nil }
    let wanted = values.map { value -> String in
      guard case .literal(.text(let text)) = value.kind else { fatalError("not generated") }
      return text
    }
    switch mode {
    case .one, .any: return wanted.contains { held.contains($0) }
    case .all: return wanted.allSatisfy { held.contains($0) }
    case .none: return !wanted.contains { held.contains($0) }
    case .only: return !held.isEmpty && held.allSatisfy { wanted.contains($0) }
    }
  }

  private func children(of row: Row) -> [Row] {
    guard case .parent(let parent) = row else { fatalError("children have none") }
    return data.children.indices.filter { data.parentOfChild[$0] == parent }.map { .child($0) }
  }

  /// Tries every way the undecided rows could turn out.
  private func quantified(
    _ quantifier: Quantifier, _ condition: Expression?, _ row: Row
  ) -> Bool? {
    let truths = children(of: row).map { child in condition.map { truth($0, child) } ?? true }
    let certain = truths.filter { $0 == true }.count
    let open = truths.filter { $0 == nil }.count
    let outcomes = Set(
      (0...open).map { more -> Bool in
        let yes = certain + more
        switch quantifier {
        case .any: return yes >= 1
        case .every(let ifAny): return truths.isEmpty ? ifAny : yes == truths.count
        case .no: return yes == 0
        case .atLeast(let count): return yes >= count
        case .atMost(let count): return yes <= count
        case .exactly(let count): return yes == count
        }
      })
    return outcomes.count == 1 ? outcomes.first : nil
  }
}
