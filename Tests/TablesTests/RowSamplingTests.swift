import Bitmaps
import Tables
import TestSupport
import Testing

/// Samples of random data sets.
@Suite struct RowSamplingTests {
  /// A cell as text; `nil` where there is none.
  private func cell(_ column: Column, _ row: Int) -> String? {
    guard column.recorded.contains(row) else {
      return column.missingReasons.first { $0.rows.contains(row) }.map { "because \($0.reason)" }
    }
    switch column.values {
    case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
    case .integers(let numbers): return "\(numbers[row])"
    case .numbers(let numbers): return "\(numbers[row])"
    case .dates(let days): return "day \(days[row])"
    case .flags(let yes): return yes.contains(row) ? "yes" : "no"
    case .lists(let lists):
      let codes = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
      return codes.map { lists.dictionary[Int($0)] }.joined(separator: "+")
    }
  }

  /// A table with a column of each kind; the first holds the number of the row.
  private func table(_ name: String, rows: Int, _ random: inout SeededRandom) -> Table {
    let dictionary: TextDictionary = ["a", "b", "c"]
    let recorded = Bitmap(
      capacity: rows, rows: (0..<rows).filter { _ in Bool.random(using: &random) })
    let refused = Bitmap(
      capacity: rows, rows: (0..<rows).filter { !recorded.contains($0) && $0 % 2 == 0 })
    var offsets: [UInt32] = [0]
    var codes: [UInt32] = []
    for _ in 0..<rows {
      codes += (0..<UInt32(3)).filter { _ in Bool.random(using: &random) }
      offsets.append(UInt32(codes.count))
    }
    let columns: [(FieldType, Column.Values)] = [
      (.integer, .integers(Storage(count: rows) { $0 })),
      (
        .category,
        .coded(CodedValues(codes: (0..<rows).map { UInt32($0 % 3) }, dictionary: dictionary))
      ),
      (.number, .numbers(Storage(count: rows) { Double($0) / 4 })),
      (.date, .dates(Storage(count: rows) { Int32($0 * 3) })),
      (.boolean, .flags(Bitmap(capacity: rows) { $0 % 5 == 0 })),
      (
        .list,
        .lists(
          ListValues(offsets: Storage(offsets), codes: Storage(codes), dictionary: dictionary))
      ),
    ]
    return Table(
      schema: EntitySchema(
        name: name,
        fields: columns.enumerated().map { FieldSchema(name: "f\($0.offset)", type: $0.element.0) }),
      columns: columns.enumerated().map { position, column in
        Column(
          values: column.1, recorded: position == 0 ? Bitmap(allOf: rows) : recorded,
          missingReasons: position == 0 ? [] : [MissingRows(reason: "refused", rows: refused)])
      }, rowCount: rows)
  }

  /// Tables with links between some of them, also in circles and from a table to itself.
  private func dataSet(_ random: inout SeededRandom, mostRows: Int) -> DataSet {
    let tables = (0..<Int.random(in: 1...4, using: &random)).map {
      table("t\($0)", rows: Int.random(in: 0...mostRows, using: &random), &random)
    }
    let relations = (0..<Int.random(in: 0...4, using: &random)).map { number in
      Relation(
        name: "r\(number)", inverseName: "i\(number)",
        childTable: Int.random(in: tables.indices, using: &random), childFields: [0],
        parentTable: Int.random(in: tables.indices, using: &random), parentFields: [0])
    }
    let indexes = relations.map { relation in
      let parents = Int32(tables[relation.parentTable].rowCount)
      return Deferred(
        RelationIndex(
          parentOfChild: Storage(
            (0..<tables[relation.childTable].rowCount).map { _ in
              Int32.random(in: -1..<parents, using: &random)
            }), parentRowCount: Int(parents)))
    }
    return DataSet(name: "made", tables: tables, relations: relations, relationIndexes: indexes)
  }

  /// The rows of the whole that a sample's rows are.
  private func origins(_ table: Table) -> [Int] {
    guard case .integers(let numbers) = table.columns[0].values else { return [] }
    return Array(numbers)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `rows keep their cells, and links lead where they led`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let whole = dataSet(&random, mostRows: 80)
    let sample = whole.sample(mostRows: 30, using: &random)
    for (old, new) in zip(whole.tables, sample.tables) {
      let rows = origins(new)
      #expect(rows == rows.sorted() && Set(rows).count == rows.count, "seed \(seed)")
      #expect(new.rowCount == rows.count && rows.count <= 30, "seed \(seed)")
      for column in old.columns.indices {
        for (row, origin) in rows.enumerated() {
          #expect(
            cell(new.columns[column], row) == cell(old.columns[column], origin),
            "seed \(seed), column \(column), row \(origin)")
        }
      }
    }
    for (position, relation) in whole.relations.enumerated() {
      let children = origins(sample.tables[relation.childTable])
      let parents = origins(sample.tables[relation.parentTable])
      let index = sample.relationIndex(position)
      #expect(index.childOffsets.count == parents.count + 1)
      for (row, child) in children.enumerated() {
        let parent = Int(index.parentOfChild[row])
        let old = Int(whole.relationIndex(position).parentOfChild[child])
        #expect(
          parent < 0 ? !parents.contains(old) : parents[parent] == old,
          "seed \(seed), relation \(position), row \(child)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what belongs to a row that was drawn comes with it`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let tables = [table("parents", rows: 60, &random), table("children", rows: 200, &random)]
    let parents = (0..<200).map { _ in Int32.random(in: -1..<60, using: &random) }
    let whole = DataSet(
      name: "made", tables: tables,
      relations: [
        Relation(
          name: "parent", inverseName: "children", childTable: 1, childFields: [0], parentTable: 0,
          parentFields: [0])
      ],
      relationIndexes: [
        Deferred(RelationIndex(parentOfChild: Storage(parents), parentRowCount: 60))
      ])
    let sample = whole.sample(mostRows: 200, using: &random)
    let drawn = origins(sample.tables[0])
    #expect((10...50).contains(drawn.count), "seed \(seed): \(drawn.count)")
    let index = sample.relationIndex(0)
    let children = origins(sample.tables[1])
    for (row, origin) in drawn.enumerated() {
      let found = index.children(of: row).map { children[Int($0)] }
      let wanted = parents.indices.filter { parents[$0] == Int32(origin) }
      #expect(found == wanted, "seed \(seed), parent \(origin)")
    }
    #expect(children.allSatisfy { parents[$0] < 0 || drawn.contains(Int(parents[$0])) })
    let thinned = whole.sample(mostRows: 200, thinsFamilies: true, using: &random)
    let families = thinned.relationIndex(0)
    let kept = origins(thinned.tables[1])
    for (row, origin) in origins(thinned.tables[0]).enumerated() {
      let found = families.children(of: row).map { kept[Int($0)] }
      let wanted = parents.indices.filter { parents[$0] == Int32(origin) }
      #expect(found.isEmpty == wanted.isEmpty && Set(found).isSubset(of: wanted), "seed \(seed)")
    }
    let complete = origins(thinned.tables[0]).reduce(0) { sum, parent in
      sum + parents.count { $0 == Int32(parent) }
    }
    #expect(families.children.count < complete, "seed \(seed): nothing is left out")
  }

  @Test func `a table of any size gives no more rows than are asked for`() {
    var random = SeededRandom(seed: 3)
    let parents = (0..<100_000).map { Int32($0 % 5) }
    let whole = DataSet(
      name: "made",
      tables: [table("parents", rows: 5, &random), table("c", rows: 100_000, &random)],
      relations: [
        Relation(
          name: "parent", inverseName: "children", childTable: 1, childFields: [0], parentTable: 0,
          parentFields: [0])
      ],
      relationIndexes: [
        Deferred(RelationIndex(parentOfChild: Storage(parents), parentRowCount: 5))
      ])
    for _ in 1...10 {
      let sample = whole.sample(mostRows: 100, using: &random)
      #expect(sample.tables[0].rowCount > 0 && sample.tables[1].rowCount == 100)
      // They come from everywhere, and not from the beginning.
      #expect(origins(sample.tables[1]).max() ?? 0 > 90_000)
    }
  }
}
