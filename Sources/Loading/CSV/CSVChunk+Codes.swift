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
      isAscending.append(column.isAscending && listAscending(fields, index))
      if isAscending[index] { continue }
      if column.isMostlyNew {
        list(fields, index)
      } else if column.interner.isFar {
        lookUpFar(fields, index, column.interner.reader, parsing)
      } else {
        lookUpNear(fields, index, column.interner.reader, parsing)
      }
    }
    newsOfColumn.append(news.count)
  }

  /// Lists the texts of a column that are above the one before; equal ones are one.
  ///
  /// - Returns: Whether none is below the one before. If one is, nothing is listed.
  private func listAscending(_ fields: some FieldGrid, _ column: Int) -> Bool {
    news.reserve(rowCount)
    let (out, listed) = (codes.base + codes.count, news.base + news.count)
    var count = 0
    var isAscending = true
    fields.forEachField(of: column, rows: rowCount) { row, offset, bytes, length in
      guard isAscending else { return }
      var place = TextInterner.Place.above
      if count > 0 {
        let last = listed[count &- 1]
        place = TextBytes.place(bytes, length, beside: address(last), Int(last.length))
      }
      if place == .above {
        listed[count] = NewText(
          offset: offset, length: UInt32(truncatingIfNeeded: length), hash: 0)
        count &+= 1
      }
      isAscending = place != .below
      out[row] = Self.newBit | UInt32(truncatingIfNeeded: count &- 1)
    }
    guard isAscending else { return false }
    news.count &+= count
    codes.count &+= rowCount
    return true
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
    _ fields: some FieldGrid, _ column: Int, _ interner: TextInterner.Reader,
    _ parsing: ParseMemory
  ) {
    let (table, cache) = (parsing.table, parsing.cache)
    cache.clear()
    let out = codes.base + codes.count
    let firstNew = news.count
    cache.withEntries { entries in
      fields.forEachField(of: column, rows: rowCount) { row, offset, bytes, length in
        let key = ShortTextCache.key(bytes, length)
        let isShort = length <= ShortTextCache.longest
        if isShort {
          let cached = entries.find(key)
          if cached != ShortTextCache.none {
            out[row] = cached
            return
          }
        }
        let text = NewText(
          offset: offset, length: UInt32(truncatingIfNeeded: length),
          hash: TextBytes.hash(bytes, length))
        let code = code(text, bytes, interner, table, from: firstNew)
        out[row] = code
        if isShort { entries.keep(key, code) }
      }
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
