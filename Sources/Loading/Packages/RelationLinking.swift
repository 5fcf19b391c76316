internal import Bitmaps
internal import Tables

/// Finds the parent of each child row by their keys.
struct RelationLinking {
  private let relation: Relation
  private let parent: Table
  private let child: Table
  private let parentFile: String
  private let childFile: String

  init(_ relation: Relation, tables: [Table], files: [String]) {
    self.relation = relation
    parent = tables[relation.parentTable]
    child = tables[relation.childTable]
    parentFile = files[relation.parentTable]
    childFile = files[relation.childTable]
  }

  /// The relation as row numbers, and keys that are there twice or lead nowhere.
  ///
  /// - Complexity: O(parents + children).
  func link() -> (index: RelationIndex, issues: [LoadIssue]) {
    let parents = relation.parentFields.map { KeyCodes(parent.columns[$0]) }
    let children = relation.childFields.map { KeyCodes(child.columns[$0]) }
    let translations = zip(children, parents).map { child, parent in
      CodeTranslation(from: child.texts, to: parent.texts).codes
    }
    let rows = ParentRows(parents, rowCount: parent.rowCount)
    var dangling = Repeated()
    let parentOfChild = Storage(count: child.rowCount) { row -> Int32 in
      switch Self.key(row, children, translations, rows) {
      case .missing: return -1
      case .unknown: break
      case .key(let key): if let found = rows[key] { return found }
      }
      dangling.add(row)
      return -1
    }
    var issues: [LoadIssue] = []
    if let first = rows.duplicates.first {
      issues.append(
        issue(
          .duplicateKey, parentFile, parent, relation.parentFields, first,
          "is there before; rows that refer to it lead to the first", rows.duplicates.count))
    }
    if let first = dangling.first {
      issues.append(
        issue(
          .danglingReference, childFile, child, relation.childFields, first,
          "is no row of \(parent.schema.name); the row leads nowhere", dangling.count))
    }
    let index = RelationIndex(parentOfChild: parentOfChild, parentRowCount: parent.rowCount)
    return (index, issues)
  }

  private enum Key {
    case key(UInt128)
    /// A part is missing.
    case missing
    /// A part is no part of any parent's key.
    case unknown
  }

  /// The key of a child row in the codes of the parents.
  @inline(__always)
  private static func key(
    _ row: Int, _ columns: [KeyCodes], _ translations: [[Int32]], _ rows: ParentRows
  ) -> Key {
    var key: UInt128 = 0
    var isKnown = true
    for part in columns.indices {
      guard let code = columns[part].code(row) else { return .missing }
      let translated = translations[part][code]
      if translated < 0 { isKnown = false }
      key = rows.extended(key, part, Int(translated))
    }
    return isKnown ? .key(key) : .unknown
  }

  private func issue(
    _ kind: LoadIssue.Kind, _ file: String, _ table: Table, _ fields: [Int], _ row: Int,
    _ outcome: String, _ count: Int
  ) -> LoadIssue {
    let values = fields.map { field -> String in
      let keys = KeyCodes(table.columns[field])
      return keys.code(row).map { keys.texts[$0] } ?? ""
    }
    return LoadIssue(
      kind, file: file, record: row + 1, field: table.schema.fields[fields[0]].name,
      message: "\"\(values.joined(separator: ", "))\" \(outcome)", count: count)
  }
}

/// The first of some rows, and how many they are.
private struct Repeated {
  private(set) var first: Int?
  private(set) var count = 0

  mutating func add(_ row: Int) {
    if first == nil { first = row }
    count += 1
  }
}

/// The parent row of each key; of a key that is there twice, the first.
private struct ParentRows {
  /// How many codes each part of the key has.
  private let sizes: [Int]
  /// Of a key of one part: a row for each code, -1 for none.
  private var rowOfCode: [Int32] = []
  /// Of a key of several parts.
  private var rowOfKey: [UInt128: Int32] = [:]
  private(set) var duplicates = Repeated()

  init(_ columns: [KeyCodes], rowCount: Int) {
    sizes = columns.map(\.texts.count)
    if columns.count == 1 {
      rowOfCode = Array(repeating: -1, count: sizes[0])
    } else {
      rowOfKey.reserveCapacity(rowCount)
    }
    for row in 0..<rowCount {
      var key: UInt128 = 0
      var isWhole = true
      for part in columns.indices {
        guard let code = columns[part].code(row) else {
          isWhole = false
          break
        }
        key = extended(key, part, code)
      }
      if isWhole { add(key, row) }
    }
  }

  private mutating func add(_ key: UInt128, _ row: Int) {
    if self[key] != nil {
      duplicates.add(row)
    } else if sizes.count == 1 {
      rowOfCode[Int(key)] = Int32(row)
    } else {
      rowOfKey[key] = Int32(row)
    }
  }

  /// A key with the code of its next part.
  ///
  /// Distinct keys stay distinct while the product of the sizes fits 128 bits, as it does for five
  /// parts of ten million texts each.
  @inline(__always)
  func extended(_ key: UInt128, _ part: Int, _ code: Int) -> UInt128 {
    key &* UInt128(max(1, sizes[part])) &+ UInt128(truncatingIfNeeded: code)
  }

  @inline(__always)
  subscript(key: UInt128) -> Int32? {
    guard sizes.count == 1 else { return rowOfKey[key] }
    let row = rowOfCode[Int(key)]
    return row < 0 ? nil : row
  }
}
