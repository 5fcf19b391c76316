/// The rows of one element of a file, which are added to their tables when it is whole.
final class JSONRows {
  struct Row {
    var table: Int
    /// The row that holds this one, among these.
    var parent: Int
  }

  struct Cell: BitwiseCopyable, Sendable {
    var row: Int
    var column: Int
    var offset: Int
    /// -1 for a value that is missing.
    var length: Int
    var kind: ValueKinds.RawValue
  }

  private(set) var tables: [JSONTable] = []
  var rows: [Row] = []
  private let cells = GrowingMemory<Cell>()
  let scratch = GrowingMemory<UInt8>()
  /// How many values could only be kept as their JSON text, and how many found no column.
  private(set) var keptAsText = 0
  private(set) var leftOut = 0
  var pendingText = 0
  private var pendingLeftOut = 0

  /// Objects inside objects deeper than this are kept as text.
  static let mostDepth = 32

  func addTable(named name: String, parent: Int? = nil) -> Int {
    var unique = name.isEmpty ? "table" : name
    while tables.contains(where: { $0.name == unique }) { unique += "_2" }
    tables.append(JSONTable(name: unique, parent: parent))
    return tables.count - 1
  }

  /// Forgets what was not added.
  func reset() {
    rows.removeAll(keepingCapacity: true)
    (cells.count, scratch.count, pendingText, pendingLeftOut) = (0, 0, 0, 0)
  }

  func tableOfList(_ node: JSONNode, in parent: Int) -> Int {
    if let known = node.table { return known }
    let isTaken = tables.contains { $0.name == node.name }
    let name = isTaken ? tables[parent].name + "_" + node.name : node.name
    let table = addTable(named: name, parent: parent)
    node.table = table
    return table
  }

  func add(_ text: JSONScanner.Text, _ kind: ValueKinds, _ node: JSONNode, _ row: Int) {
    guard let column = tables[rows[row].table].column(node) else {
      pendingLeftOut += 1
      return
    }
    cells.append(
      Cell(
        row: row, column: column, offset: text.offset, length: text.length, kind: kind.rawValue))
  }

  @inline(__always)
  func address(
    _ text: JSONScanner.Text, _ base: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    text.offset < 0 ? UnsafePointer(scratch.base) + ~text.offset : base + text.offset
  }

  // MARK: Adding

  /// Adds the rows to their tables.
  ///
  /// - Parameter isMember: Whether they belong to the one row that its table has.
  func commit(_ base: UnsafePointer<UInt8>, line: Int, isMember: Bool = false) {
    var numbers: [Int] = []
    numbers.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let table = tables[row.table]
      if isMember, index == 0 {
        numbers.append(0)
        continue
      }
      numbers.append(table.rowCount)
      table.lines.append(1, from: line)
      table.hasSeenRow = true
      if table.parent != nil {
        table.parentRows.append(
          UInt32(truncatingIfNeeded: row.parent < 0 ? 0 : numbers[row.parent]))
      }
    }
    for index in 0..<cells.count {
      let cell = cells.base[index]
      let column = tables[rows[cell.row].table].columns[cell.column]
      let text = JSONScanner.Text(offset: cell.offset, length: max(0, cell.length))
      if cell.length < 0 {
        column.isUsed = true
        if cell.kind == ValueKinds.list.rawValue { column.noteList() }
      } else {
        column.set(
          numbers[cell.row], address(text, base), text.length, ValueKinds(rawValue: cell.kind))
      }
    }
    keptAsText += pendingText
    leftOut += pendingLeftOut
    reset()
  }
}
