internal import Tables

/// Values that are read, but are not all that the codebook asks of them: they are told, and kept.
extension ColumnReading {
  /// Rows that lack a value though none may.
  ///
  /// To be called while only declared markers are missing, before a cell is found unreadable.
  mutating func checkRequired() {
    guard reading.checksValues, reading.schema.constraints.isRequired, kinds.kindOfCode != nil
    else { return }
    var first: Int?
    var count = 0
    for (row, code) in raw.codes.enumerated() where kinds.isMissing(Int(code)) {
      first = first ?? row
      count += 1
    }
    guard let first else { return }
    report(.constraint, row: first, "the value is missing, and one is required", count: count)
  }

  /// Values that are not of the form, within the bounds, or different, as they should be.
  mutating func checkValues() {
    guard reading.checksValues else { return }
    if let check = reading.textCheck { checkTexts(check) }
    guard reading.schema.constraints != .none else { return }
    let check = ConstraintCheck(reading)
    if !check.isEmpty {
      for code in raw.texts.indices where !kinds.isMissing(code) {
        let fault = raw.texts.withUTF8(at: code) { check.fault(CellText.trimmed($0)) }
        if let fault { report(.constraint, code, "\(shown(code)) \(fault); it was kept") }
      }
    }
    if reading.schema.constraints.isUnique { checkUnique() }
  }

  private mutating func checkTexts(_ check: TextCheck) {
    for code in raw.texts.indices where !kinds.isMissing(code) {
      let isFine = raw.texts.withUTF8(at: code) { bytes in
        guard reading.schema.type == .list else { return check.accepts(CellText.trimmed(bytes)) }
        var isFine = true
        Self.forEachPart(bytes, reading.listDelimiter) { isFine = isFine && check.accepts($0) }
        return isFine
      }
      if !isFine {
        report(.textFormat, code, "\(shown(code)) is no \(check.inWords); it was kept")
      }
    }
  }

  private mutating func checkUnique() {
    let keys = valueKeys()
    var seen = [Bool](repeating: false, count: raw.texts.count)
    var repeats: [Int: (first: Int, count: Int)] = [:]
    for (row, code) in raw.codes.enumerated() where !kinds.isMissing(Int(code)) {
      let key = keys.map { $0[Int(code)] } ?? Int(code)
      if !seen[key] {
        seen[key] = true
      } else {
        repeats[key, default: (row, 0)].count += 1
      }
    }
    for (key, found) in repeats.sorted(by: { $0.value.first < $1.value.first }) {
      report(
        .constraint, row: found.first,
        "\(shown(key)) is there before, and each value may be there once; it was kept",
        count: found.count)
    }
  }

  /// For each text the first that has the same value, where several may: `1` and `1.0`.
  private func valueKeys() -> [Int]? {
    switch reading.schema.type {
    case .integer, .number, .date: break
    case .text, .category, .boolean, .list: return nil
    }
    var firstOfOrder: [Double: Int] = [:]
    return raw.texts.indices.map { code in
      guard let order = raw.texts.withUTF8(at: code, { reading.order(CellText.trimmed($0)) })
      else { return code }
      if let first = firstOfOrder[order] { return first }
      firstOfOrder[order] = code
      return code
    }
  }
}
