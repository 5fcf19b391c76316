/// Cells to codes, a column at a time.
extension CSVChunk {
  /// Turns the cells into codes, a column at a time.
  func encode(
    _ fields: some FieldGrid, _ columns: [CSVColumn], _ parsing: ParseMemory
  ) {
    codes.reserve(rowCount * columns.count)
    newsOfColumn.reserveCapacity(columns.count + 1)
    parsing.table.reserve(rowCount)
    parsing.cells.reserve(rowCount)
    for (index, column) in columns.enumerated() {
      newsOfColumn.append(news.count)
      sorted.append(
        column.isAscending
          ? fields.listAscending(index, rows: rowCount, in: memory, codes.base + codes.count) : nil)
      if sorted[index] != nil {
        codes.count &+= rowCount
      } else if column.isMostlyNew {
        list(fields, index)
      } else if column.interner.isFar {
        lookUpFar(fields, index, column.interner.reader, parsing)
      } else {
        lookUpNear(fields, index, column, parsing)
      }
    }
    newsOfColumn.append(news.count)
  }

  /// Lists every cell as a new text: the texts of the column hardly repeat.
  private func list(_ fields: some FieldGrid, _ column: Int) {
    news.reserve(rowCount)
    let (out, listed) = (codes.base + codes.count, news.base + news.count)
    fields.forEachField(of: column, rows: rowCount) { row, offset, bytes, length in
      listed[row] = NewText(
        offset: offset, length: UInt32(truncatingIfNeeded: length),
        hash: TextBytes.hash(bytes, length))
      out[row] = Self.newBit | UInt32(truncatingIfNeeded: row)
    }
    news.count &+= rowCount
    codes.count &+= rowCount
  }

  /// Looks each cell up in a small table, and lists the texts that are new.
  private func lookUpNear(
    _ fields: some FieldGrid, _ index: Int, _ column: CSVColumn, _ parsing: ParseMemory
  ) {
    let (table, known) = (parsing.table, column.known.table(of: column.interner))
    let interner = column.interner.reader
    let out = codes.base + codes.count
    let firstNew = news.count
    var row = 0
    while true {
      row = fields.lookUp(index, from: row, rows: rowCount, in: known, out)
      guard row < rowCount else { break }
      let (offset, bytes, length) = fields.field(of: index, row: row)
      let text = NewText(
        offset: offset, length: UInt32(truncatingIfNeeded: length),
        hash: TextBytes.hash(bytes, length))
      out[row] = code(text, bytes, interner, table, from: firstNew)
      row &+= 1
    }
    codes.count &+= rowCount
    if news.count > firstNew { table.clear() }
  }

  /// Looks each cell up in a table that is far from the processor, which is asked for ahead.
  private func lookUpFar(
    _ fields: some FieldGrid, _ column: Int, _ interner: TextInterner.Reader,
    _ parsing: ParseMemory
  ) {
    let (table, cells) = (parsing.table, parsing.cells.base)
    fields.forEachField(of: column, rows: rowCount) { row, offset, bytes, length in
      let text = NewText(
        offset: offset, length: UInt32(truncatingIfNeeded: length),
        hash: TextBytes.hash(bytes, length))
      interner.prefetch(text.hash)
      cells[row] = text
    }
    let out = codes.base + codes.count
    let firstNew = news.count
    for row in 0..<rowCount {
      let text = cells[row]
      out[row] = code(text, address(text), interner, table, from: firstNew)
    }
    codes.count &+= rowCount
    if news.count > firstNew { table.clear() }
  }

  /// The code of a text: its column's, or a position among the new ones.
  @inline(__always)
  private func code(
    _ text: NewText, _ bytes: UnsafePointer<UInt8>, _ interner: TextInterner.Reader,
    _ table: NewTextTable, from firstNew: Int
  ) -> UInt32 {
    let code = interner.find(bytes, Int(text.length), text.hash)
    guard code == TextInterner.none else { return code }
    return Self.newBit | UInt32(truncatingIfNeeded: table.position(text, from: firstNew, in: self))
  }
}
