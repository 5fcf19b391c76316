/// A column while its file is read.
final class CSVColumn: @unchecked Sendable {
  let name: String
  let interner = TextInterner()
  /// Its texts again, while they are few.
  let known = KnownTexts()
  /// A code a row so far.
  let codes = GrowingCodes()
  /// Whether every text so far is above or equal to the one before, and `interner` holds no table.
  private(set) var isAscending = true
  /// Whether most cells lately held a text that was not there before.
  private(set) var isMostlyNew = false

  init(name: String) { self.name = name }

  /// Takes in a column of chunks, in their order.
  ///
  /// - Parameter isLast: Whether no more will come, in which these texts could be looked for.
  func merge(_ chunks: [CSVChunk], column: Int, isLast: Bool) {
    let before = interner.count
    var rows = 0
    let codeOfNew = GrowingMemory<UInt32>()
    for chunk in chunks where chunk.rowCount > 0 {
      rows += chunk.rowCount
      let own = chunk.memory.codes.base + column * chunk.rowCount
      if let sorted = chunk.sorted[column] {
        if isAscending, append(sorted, of: chunk, own) { continue }
        intern(sorted, of: chunk, codeOfNew)
        codes.append(chunk.rowCount, below: interner.count) { row in
          codeOfNew.base[Int(own[row])]
        }
        continue
      }
      giveUpAscending()
      let news = chunk.newsOfColumn[column]..<chunk.newsOfColumn[column + 1]
      if news.isEmpty {
        codes.append(chunk.rowCount, below: interner.count) { row in own[row] }
        continue
      }
      intern(chunk, news, codeOfNew)
      codes.append(chunk.rowCount, below: interner.count) { row in
        let code = own[row]
        return code < CSVChunk.newBit ? code : codeOfNew.base[Int(code & ~CSVChunk.newBit)]
      }
    }
    isMostlyNew = !isAscending && (interner.count - before) * 2 > rows
    if !isAscending, !isLast, !interner.isFar { known.takeIn(interner) }
  }

  /// Takes in a column of a chunk whose texts go on in ascending order.
  ///
  /// - Returns: Whether they do; if not, the column is not ascending any more.
  private func append(
    _ sorted: SortedTexts, of chunk: CSVChunk, _ own: UnsafePointer<UInt32>
  ) -> Bool {
    let first = chunk.memory.text(0, of: sorted)
    let place = interner.place(first.bytes, first.length)
    guard place != .below else {
      giveUpAscending()
      return false
    }
    // The first text may be the last of the chunk before.
    let known = place == .same ? 1 : 0
    let shift = UInt32(truncatingIfNeeded: interner.count - known)
    interner.appendAscending(sorted, leavingOut: known, in: chunk.memory)
    codes.append(chunk.rowCount, below: interner.count) { row in own[row] &+ shift }
    return true
  }

  private func giveUpAscending() {
    guard isAscending else { return }
    isAscending = false
    interner.index()
  }

  /// Gives codes to sorted texts of a chunk.
  private func intern(
    _ sorted: SortedTexts, of chunk: CSVChunk, _ codeOfNew: GrowingMemory<UInt32>
  ) {
    codeOfNew.count = 0
    codeOfNew.reserve(sorted.count)
    for position in 0..<sorted.count {
      let text = chunk.memory.text(position, of: sorted)
      codeOfNew.base[position] = interner.code(
        text.bytes, text.length, TextBytes.hash(text.bytes, text.length))
    }
  }

  /// Gives codes to the texts of a chunk that may be new.
  private func intern(
    _ chunk: CSVChunk, _ news: Range<Int>, _ codeOfNew: GrowingMemory<UInt32>
  ) {
    codeOfNew.count = 0
    codeOfNew.reserve(news.count)
    let texts = chunk.memory.news.base
    let ahead = 12
    for position in news {
      if position &+ ahead < news.upperBound { interner.prefetch(texts[position &+ ahead].hash) }
      let text = texts[position]
      codeOfNew.base[position &- news.lowerBound] = interner.code(
        chunk.address(text), Int(text.length), text.hash)
    }
  }

  /// Makes room for as many rows as the file seems to have, and for as many texts as they seem to hold
  /// if most are new.
  func expect(rows total: Int) {
    let rows = codes.count
    guard rows > 0, total > rows else { return }
    codes.reserve(total - rows)
    let growth = Double(total) / Double(rows)
    if isAscending { interner.reserveAscending(growth) }
    if isMostlyNew { interner.reserve(Int(Double(interner.count) * growth)) }
  }

  /// The column as it was read.
  func raw() -> RawColumn {
    RawColumn(name: name, codes: codes.codes(), texts: interner.dictionary())
  }
}
