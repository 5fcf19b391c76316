import Bitmaps
import Synchronization
import Tables
import Testing

/// A table of one coded column whose values repeat: the code of row `r` is `r % valueCount`.
private func repeating(rowCount: Int, valueCount: Int) -> Table {
  let codes = (0..<rowCount).map { UInt32($0 % valueCount) }
  let column = Column(
    values: .coded(
      CodedValues(
        codes: Storage(codes), dictionary: TextDictionary((0..<valueCount).map(String.init)))),
    recorded: Bitmap(allOf: rowCount))
  return Table(
    schema: EntitySchema(name: "rows", fields: [FieldSchema(name: "value", type: .category)]),
    columns: [column], rowCount: rowCount)
}

@Test func `many tasks that ask one table at once get the same rows`() async {
  let table = repeating(rowCount: 1000, valueCount: 7)
  await withTaskGroup(of: (UInt32, Bitmap).self) { group in
    for task in 0..<200 {
      let code = UInt32(task % 9)
      // A copy shares the index, so that copies meet in it too.
      let copy = table
      group.addTask { (code, copy.rows(column: 0, code: code)) }
    }
    for await (code, rows) in group {
      #expect(Array(rows) == (0..<1000).filter { $0 % 7 == Int(code) }, "code \(code)")
    }
  }
}

@Test func `a deferred value is made once, however many ask`() async {
  let calls = Mutex(0)
  await withTaskGroup(of: Int.self) { group in
    let deferred = Deferred {
      calls.withLock { $0 += 1 }
      return 42
    }
    for _ in 0..<100 { group.addTask { deferred.value } }
    for await value in group { #expect(value == 42) }
  }
  #expect(calls.withLock { $0 } == 1)
  #expect(Deferred("there already").value == "there already")
}

@Test func `a column without codes has no row of any code`() {
  let numbers = Column(values: .integers([1, 2]), recorded: Bitmap(allOf: 2))
  let table = Table(
    schema: EntitySchema(name: "rows", fields: [FieldSchema(name: "n", type: .integer)]),
    columns: [numbers], rowCount: 2)
  #expect(table.rows(column: 0, code: 1).isEmpty)
}
