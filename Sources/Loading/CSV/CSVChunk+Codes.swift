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
    let out = codes.base + codes.count
    let firstNew = news.count
    news.reserve(rowCount)
    var last = NewText(offset: 0, length: 0, hash: 0)
    for row in 0..<rowCount {
      let (offset, length) = fields.field(row, column)
      let text = NewText(offset: offset, length: UInt32(truncatingIfNeeded: length), hash: 0)
      let place =
        row == 0
        ? .above
        : TextBytes.place(address(text), length, beside: address(last), Int(last.length))
      switch place {
      case .below:
        news.count = firstNew
        return false
      case .same: break
      case .above:
        news.base[news.count] = text
        news.count &+= 1
        last = text
      }
      out[row] = Self.newBit | UInt32(truncatingIfNeeded: news.count &- firstNew &- 1)
    }
    codes.count &+= rowCount
    return true
  }

  /// Lists every cell as a new text: the texts of the column hardly repeat.
  private func list(_ fields: some FieldGrid, _ column: Int) {
    news.reserve(rowCount)
    let out = codes.base + codes.count
    for row in 0..<rowCount {
      let (offset, length) = fields.field(row, column)
      let text = NewText(offset: offset, length: UInt32(truncatingIfNeeded: length), hash: 0)
      news.base[news.count] = NewText(
        offset: offset, length: text.length, hash: TextBytes.hash(address(text), length))
      news.count &+= 1
      out[row] = Self.newBit | UInt32(truncatingIfNeeded: row)
    }
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
    for row in 0..<rowCount {
      let (offset, length) = fields.field(row, column)
      var text = NewText(offset: offset, length: UInt32(truncatingIfNeeded: length), hash: 0)
      let bytes = address(text)
      let key = ShortTextCache.key(bytes, length)
      let isShort = length <= ShortTextCache.longest
      if isShort {
        let cached = cache.find(key)
        if cached != ShortTextCache.none {
          out[row] = cached
          continue
        }
      }
      text.hash = TextBytes.hash(bytes, length)
      let code = code(text, bytes, interner, table, from: firstNew)
      out[row] = code
      if isShort { cache.keep(key, code) }
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
    for row in 0..<rowCount {
      let (offset, length) = fields.field(row, column)
      var text = NewText(offset: offset, length: UInt32(truncatingIfNeeded: length), hash: 0)
      text.hash = TextBytes.hash(address(text), length)
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
