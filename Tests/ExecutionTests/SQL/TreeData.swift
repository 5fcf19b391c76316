import Bitmaps
import Tables
import TestSupport

/// One cell, as plainly as can be.
enum TreeCell: Hashable {
  case missing
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([String])
}

/// Two linked tables as rows of cells: parents, and children that name their parent by position.
struct TreeData {
  static let levels = ["low", "middle", "high"]
  static let kinds = ["ash", "birch", "cedar", "date palm"]
  static let marks = ["X", "Y", "Z"]

  var parents: [[String: TreeCell]] = []
  var children: [[String: TreeCell]] = []
  /// The parent of each child; `nil` for none.
  var parentOfChild: [Int?] = []

  /// Random rows with missing values everywhere.
  init(using random: inout SeededRandom, parentCount: Int, childCount: Int) {
    for index in 0..<parentCount {
      parents.append([
        "id": .text("P\(index)"), "level": random.cell { .text($0.element(of: Self.levels)) },
        "kind": random.cell { .text($0.element(of: Self.kinds)) },
        "size": random.cell { .number(Double($0.int(below: 12))) },
        "open": random.cell { .flag($0.bool()) },
        "begun": random.cell { .number(Double(14_000 + $0.int(below: 400))) },
      ])
    }
    for _ in 0..<childCount {
      let parent =
        parentCount == 0 || random.int(below: 8) == 0 ? nil : random.int(below: parentCount)
      parentOfChild.append(parent)
      children.append([
        "parent": parent.map { .text("P\($0)") } ?? .missing,
        "level": random.cell { .text($0.element(of: Self.levels)) },
        "kind": random.cell { .text($0.element(of: Self.kinds)) },
        "age": random.cell { .number(Double($0.int(below: 216))) },
        "died": random.cell { .flag($0.bool()) },
        "marks": random.cell { random in
          .list(Self.marks.filter { _ in random.bool() })
        },
      ])
    }
  }

  /// The same rows as the product holds them.
  var dataSet: DataSet {
    let parentFields: [FieldSchema] = [
      FieldSchema(name: "id", type: .text), Self.level, Self.kind,
      FieldSchema(name: "size", type: .integer), FieldSchema(name: "open", type: .boolean),
      FieldSchema(name: "begun", type: .date),
    ]
    let childFields: [FieldSchema] = [
      FieldSchema(name: "parent", type: .text), Self.level, Self.kind,
      FieldSchema(name: "age", type: .integer, unit: .months, displayUnit: .years),
      FieldSchema(name: "died", type: .boolean),
      FieldSchema(name: "marks", type: .list, categories: Self.marks.map { Category(value: $0) }),
    ]
    let relation = Relation(
      name: "parent", inverseName: "children", childTable: 1, childFields: [0], parentTable: 0,
      parentFields: [0])
    return DataSet(
      name: "trees",
      tables: [
        Self.table("parents", parentFields, parents), Self.table("children", childFields, children),
      ],
      relations: [relation],
      relationIndexes: [
        Deferred(
          RelationIndex(
            parentOfChild: Storage(parentOfChild.map { Int32($0 ?? -1) }),
            parentRowCount: parents.count))
      ])
  }

  private static let level = FieldSchema(
    name: "level", type: .category, categories: levels.map { Category(value: $0) }, isOrdered: true)
  private static let kind = FieldSchema(
    name: "kind", type: .category, categories: kinds.map { Category(value: $0) })

  private static func table(
    _ name: String, _ fields: [FieldSchema], _ rows: [[String: TreeCell]]
  ) -> Table {
    let columns = fields.map { field in column(field, rows.map { $0[field.name] ?? .missing }) }
    return Table(
      schema: EntitySchema(name: name, fields: fields), columns: columns, rowCount: rows.count)
  }

  private static func column(_ field: FieldSchema, _ cells: [TreeCell]) -> Column {
    let recorded = Bitmap(capacity: cells.count) { cells[$0] != .missing }
    switch field.type {
    case .boolean:
      return Column(
        values: .flags(Bitmap(capacity: cells.count) { cells[$0] == .flag(true) }),
        recorded: recorded)
    case .integer:
      return Column(values: .integers(Storage(cells.map { Int($0.number) })), recorded: recorded)
    case .number:
      return Column(values: .numbers(Storage(cells.map(\.number))), recorded: recorded)
    case .date:
      return Column(values: .dates(Storage(cells.map { Int32($0.number) })), recorded: recorded)
    case .text, .category:
      var dictionary = field.categories.map(\.value)
      let codes = cells.map { cell -> UInt32 in
        guard case .text(let text) = cell else { return CodedValues.none }
        if !dictionary.contains(text) { dictionary.append(text) }
        return UInt32(dictionary.firstIndex(of: text) ?? 0)
      }
      return Column(
        values: .coded(CodedValues(codes: Storage(codes), dictionary: TextDictionary(dictionary))),
        recorded: recorded)
    case .list:
      let dictionary = field.categories.map(\.value)
      var offsets: [UInt32] = [0]
      var codes: [UInt32] = []
      for cell in cells {
        if case .list(let held) = cell {
          codes += held.map { UInt32(dictionary.firstIndex(of: $0) ?? 0) }
        }
        offsets.append(UInt32(codes.count))
      }
      return Column(
        values: .lists(
          ListValues(
            offsets: Storage(offsets), codes: Storage(codes),
            dictionary: TextDictionary(dictionary))),
        recorded: recorded)
    }
  }
}

extension TreeCell {
  fileprivate var number: Double { if case .number(let value) = self { value } else { 0 } }
}

extension SeededRandom {
  /// A cell that is missing one time in four.
  mutating func cell(_ make: (inout SeededRandom) -> TreeCell) -> TreeCell {
    int(below: 4) == 0 ? .missing : make(&self)
  }
}
