internal import Bitmaps
internal import Tables

extension Members {
  /// Adds the digits of a dimension of which each row has one group.
  func add(_ keys: GroupKeys, isFirst: Bool) {
    let radix = Slot(keys.radix)
    let last = UInt32(keys.codeCount)
    let rows = rows
    switch keys.digits {
    case .codes(let codes):
      switch codes.form {
      case .bytes(let codes): add(codes, radix, last, isFirst)
      case .shorts(let codes): add(codes, radix, last, isFirst)
      case .words(let codes): add(codes, radix, last, isFirst)
      }
    case .linked(let codes, let parents):
      switch codes.form {
      case .bytes(let codes): add(codes, by: parents, radix, last, isFirst)
      case .shorts(let codes): add(codes, by: parents, radix, last, isFirst)
      case .words(let codes): add(codes, by: parents, radix, last, isFirst)
      }
    case .wholes(let values, let lookup):
      values.withUnsafeBufferPointer { values in
        look(up: lookup, radix, last, isFirst) { values[$0] }
      }
    case .days(let days, let lookup):
      days.withUnsafeBufferPointer { days in
        look(up: lookup, radix, last, isFirst) { Int(days[$0]) }
      }
    case .truth(let yes, let undecided):
      yes.read { yes in
        undecided.read { undecided in
          combine(radix: radix, isFirst: isFirst) { member in
            let row = Int(rows[member])
            return Slot(undecided.contains(row) ? last : yes.contains(row) ? 0 : 1)
          }
        }
      }
    }
  }

  private func add<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Storage<Code>, _ radix: Slot, _ last: UInt32, _ isFirst: Bool
  ) {
    let rows = rows
    codes.withUnsafeBufferPointer { codes in
      // The code of no value is above all others in any width, and the digit after them is of none.
      if isRun {
        let start = Int(rows[0])
        combine(radix: radix, isFirst: isFirst) {
          Slot(min(UInt32(truncatingIfNeeded: codes[start &+ $0]), last))
        }
      } else {
        combine(radix: radix, isFirst: isFirst) {
          Slot(min(UInt32(truncatingIfNeeded: codes[Int(rows[$0])]), last))
        }
      }
    }
  }

  private func add<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Storage<Code>, by parents: Storage<Int32>, _ radix: Slot, _ last: UInt32,
    _ isFirst: Bool
  ) {
    let rows = rows
    codes.withUnsafeBufferPointer { codes in
      parents.withUnsafeBufferPointer { parents in
        combine(radix: radix, isFirst: isFirst) { member in
          let parent = Int(parents[Int(rows[member])])
          return Slot(parent < 0 ? last : min(UInt32(truncatingIfNeeded: codes[parent]), last))
        }
      }
    }
  }

  @inline(__always)
  private func look(
    up lookup: GroupKeys.Lookup, _ radix: Slot, _ last: UInt32, _ isFirst: Bool,
    value: (Int) -> Int
  ) {
    let rows = rows
    lookup.recorded.read { recorded in
      lookup.codes.withUnsafeBufferPointer { codes in
        combine(radix: radix, isFirst: isFirst) { member in
          let row = Int(rows[member])
          // What a row without a value holds means nothing, and may lie outside the range.
          let place = value(row) &- lookup.low
          guard recorded.contains(row), place >= 0, place < codes.count else {
            return Slot(last)
          }
          return Slot(codes[place])
        }
      }
    }
  }
}

extension GroupKeys {
  /// The digit of one row that has one group.
  func code(ofRow row: Int) -> UInt32 {
    let code: UInt32
    switch digits {
    case .codes(let codes): code = codes[row]
    case .linked(let codes, let parents):
      code = parents[row] < 0 ? Self.missing : codes[Int(parents[row])]
    case .wholes(let values, let lookup): code = lookup.code(of: values[row], row)
    case .days(let days, let lookup): code = lookup.code(of: Int(days[row]), row)
    case .truth(let yes, let undecided):
      code = undecided.contains(row) ? Self.missing : yes.contains(row) ? 0 : 1
    }
    return code < codeCount ? code : Self.missing
  }

  /// A digit for each row, worked out once.
  func written(
    rowCount: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Codes {
    if case .codes(let codes) = digits { return codes }
    let memory = RowMemory<UInt32>(count: rowCount)
    let all = RowBits(Bitmap(allOf: rowCount))
    _ = try RowBlocks(rowCount).map { range throws(QueryCancelled) in
      guard let target = memory.base else { return }
      try Members<UInt32>.forEachBlock(of: all, in: range, by: [self], cancellation) { members in
        (target + Int(members.rows[0])).initialize(from: members.slots, count: members.count)
      }
    }
    return Codes(memory.storage)
  }

  /// The keys of the rows that lead to these: each has the group of the row it leads to.
  func linked(
    by parents: Storage<Int32>, rowCount: Int, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> GroupKeys {
    var keys = self
    keys.recorded = nil
    keys.sets = nil
    if let several {
      keys.several = try several.linked(by: parents, cancellation)
    } else {
      keys.digits = .linked(try written(rowCount: rowCount, cancellation), by: parents)
    }
    return keys
  }

  /// The rows of a selection that are not missing.
  func recorded(
    among rows: Bitmap, _ cancellation: CancellationCheck
  ) throws(QueryCancelled) -> Bitmap {
    if let recorded { return rows.intersection(recorded) }
    let last = UInt32(codeCount)
    let bits = RowBits(rows)
    let parts = try RowBlocks(rows.capacity).map { range throws(QueryCancelled) in
      var words = [UInt64](repeating: 0, count: (range.count + 63) / 64)
      try Members<UInt32>.forEachBlock(of: bits, in: range, by: [self], cancellation) { members in
        for member in 0..<members.count where members.slots[member] != last {
          let place = Int(members.rows[member]) &- range.lowerBound
          words[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
        }
      }
      return words
    }
    return Bitmap(capacity: rows.capacity, words: Array(parts.joined()))
  }
}

extension GroupKeys.Lookup {
  fileprivate func code(of value: Int, _ row: Int) -> UInt32 {
    let place = value &- low
    guard recorded.contains(row), codes.indices.contains(place) else { return GroupKeys.missing }
    return codes[place]
  }
}
