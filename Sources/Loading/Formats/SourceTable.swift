internal import Tables

/// A table of a source that tells the types of its values, before they are read.
struct SourceTable {
  var name: String
  var raw: RawTable
  /// What the values of each column are in the source.
  var kinds: [ValueKinds]
  var primaryKey: [String] = []
  var foreignKeys: [Key] = []

  /// Fields that hold the key of another table of the source.
  struct Key {
    var fields: [String]
    /// The name of the other table.
    var table: String
    var parentFields: [String]
  }
}

/// What a source was found to hold.
struct SourceContent {
  var tables: [SourceTable] = []
  var issues: [LoadIssue] = []
}

/// The kinds of value that a column holds.
struct ValueKinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let text = ValueKinds(rawValue: 1)
  /// Texts that are written like numbers.
  static let numericText = ValueKinds(rawValue: 2)
  static let integer = ValueKinds(rawValue: 4)
  static let fraction = ValueKinds(rawValue: 8)
  /// Whole numbers with more digits than are held exactly.
  static let longInteger = ValueKinds(rawValue: 16)
  static let boolean = ValueKinds(rawValue: 32)
  static let list = ValueKinds(rawValue: 64)

  static let numbers: ValueKinds = [.integer, .fraction]
}

/// A column of a source while it is read; rows that are left out are missing.
final class SourceColumn {
  let name: String
  private let interner = TextInterner()
  private let codes = GrowingMemory<UInt32>()
  private(set) var kinds: ValueKinds = []
  /// Whether the source names the column in a row that counts.
  var isUsed = false
  private var missing: UInt32?

  init(name: String) { self.name = name }

  /// Sets the value of a row; eight bytes must be readable from any of the text's.
  func set(_ row: Int, _ text: UnsafePointer<UInt8>, _ length: Int, _ kind: ValueKinds) {
    isUsed = true
    fill(row)
    let before = interner.count
    let code = interner.code(text, length, TextBytes.hash(text, length))
    note(kind, UnsafeBufferPointer(start: text, count: length), isNew: interner.count > before)
    if row < codes.count { codes.base[row] = code } else { codes.append(code) }
  }

  private func note(_ kind: ValueKinds, _ text: CellText.Bytes, isNew: Bool) {
    kinds.formUnion(kind)
    if kind == .text, !kinds.contains(.numericText), isNew || !kinds.isDisjoint(with: .numbers),
      CellText.number(CellText.trimmed(text)) != nil
    {
      kinds.insert(.numericText)
    }
    if kind == .integer, text.count > 18, CellText.integer(text) == nil {
      kinds.insert(.longInteger)
    }
  }

  /// Remembers that the column holds lists, of which this one is empty.
  func noteList() { kinds.insert(.list) }

  /// Makes the rows before one missing that have no value.
  private func fill(_ row: Int) {
    guard codes.count < row else { return }
    let code = missing ?? interner.code(codes.nothing, 0, TextBytes.hash(codes.nothing, 0))
    missing = code
    while codes.count < row { codes.append(code) }
  }

  /// The column as it was read; nothing may be added after.
  func raw(named name: String, rows: Int) -> RawColumn {
    fill(rows)
    return RawColumn(
      name: name, codes: Codes(narrowing: codes.storage(), below: interner.count),
      texts: interner.dictionary())
  }
}

extension GrowingMemory<UInt32> {
  /// The address of a text without bytes.
  fileprivate var nothing: UnsafePointer<UInt8> {
    UnsafePointer(UnsafeRawPointer(base).assumingMemoryBound(to: UInt8.self))
  }
}
