/// The rows of two answers to one statement, matched.
struct RowMatching {
  /// Rows that both have: their names, and the values of each.
  private(set) var pairs: [(name: String, a: [ComparedValue], b: [ComparedValue])] = []
  private(set) var onlyInA: [String] = []
  private(set) var onlyInB: [String] = []
  /// The positions in each of the columns that are compared: those that are no part of the key.
  private(set) var comparedColumns: [(a: Int, b: Int)] = []
  /// Columns that only one of the two has.
  private(set) var loneColumns: [(isInA: Bool, name: String)] = []

  /// - Complexity: O(cells).
  init(_ a: ComparedAnswer, _ b: ComparedAnswer) {
    let names = Dictionary(b.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let shared = a.columns.indices.compactMap { column in
      names[a.columns[column].name].map { (a: column, b: $0) }
    }
    let known = Set(a.columns.map(\.name))
    loneColumns =
      a.columns.filter { names[$0.name] == nil }.map { (true, $0.name) }
      + b.columns.filter { !known.contains($0.name) }.map { (false, $0.name) }
    let keyCount = Self.keyCount(a, b, shared)
    let keys = shared.prefix(keyCount ?? shared.count)
    comparedColumns = Array(shared.dropFirst(keyCount ?? shared.count))
    match(a.rows, keys.map(\.a), b.rows, keys.map(\.b))
  }

  /// How many leading columns tell the rows of both apart; `nil` where not even all do.
  private static func keyCount(
    _ a: ComparedAnswer, _ b: ComparedAnswer, _ shared: [(a: Int, b: Int)]
  ) -> Int? {
    func isKey(_ rows: [[ComparedValue]], _ columns: [Int]) -> Bool {
      var seen: Set<[ComparedValue]> = []
      return rows.allSatisfy { row in seen.insert(columns.map { row[$0] }).inserted }
    }
    // A name is never compared as if it were a number, even where there is one row only.
    let fewest = shared.first.map { a.columns[$0.a].isName ? 1 : 0 } ?? 0
    return (fewest...max(fewest, shared.count)).first { count in
      let columns = shared.prefix(count)
      return isKey(a.rows, columns.map(\.a)) && isKey(b.rows, columns.map(\.b))
    }
  }

  private mutating func match(
    _ a: [[ComparedValue]], _ keysOfA: [Int], _ b: [[ComparedValue]], _ keysOfB: [Int]
  ) {
    func keyed(_ rows: [[ComparedValue]], _ columns: [Int]) -> [[ComparedValue]] {
      var counts: [[ComparedValue]: Int] = [:]
      return rows.map { row in
        let key = columns.map { row[$0] }
        let number = counts[key, default: 0]
        counts[key] = number + 1
        // Rows that are the same in everything are told apart by their number.
        return number == 0 ? key : key + [.number(Double(number), text: "")]
      }
    }
    let others = keyed(b, keysOfB)
    let places = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1, $0) })
    var isMatched = b.map { _ in false }
    for (row, key) in zip(a, keyed(a, keysOfA)) {
      guard let place = places[key] else {
        onlyInA.append(Self.name(key))
        continue
      }
      isMatched[place] = true
      pairs.append((Self.name(key), row, b[place]))
    }
    for (place, key) in others.enumerated() where !isMatched[place] {
      onlyInB.append(Self.name(key))
    }
  }

  private static func name(_ key: [ComparedValue]) -> String {
    key.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
