import Bitmaps
import Tables

extension NaiveData {
  /// The same rows as the product holds them.
  var dataSet: DataSet {
    DataSet(
      name: "random",
      tables: tables.map { table in
        let columns = table.schema.fields.indices.map { field in
          Self.column(
            table.schema.fields[field], table.rows.map { $0[field] },
            dictionary: table.codebooks[field].values)
        }
        return Table(schema: table.schema, columns: columns, rowCount: table.rows.count)
      },
      relations: links.map { link in
        Relation(
          name: link.name, inverseName: link.inverseName, childTable: link.child,
          childFields: [link.keyField], parentTable: link.parent, parentFields: [0])
      },
      relationIndexes: links.map { link in
        Deferred(
          RelationIndex(
            parentOfChild: Storage(link.parentOfChild.map { Int32($0 ?? -1) }),
            parentRowCount: tables[link.parent].rows.count))
      })
  }

  private static func column(
    _ field: FieldSchema, _ cells: [Cell], dictionary: [String]
  ) -> Column {
    var reasons: [String] = []
    for case .missing(let reason?) in cells where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return Column(
      values: values(field, cells, dictionary),
      recorded: Bitmap(capacity: cells.count) { !cells[$0].isMissing },
      missingReasons: reasons.map { reason in
        MissingRows(
          reason: reason, rows: Bitmap(capacity: cells.count) { cells[$0] == .missing(reason) })
      })
  }

  private static func values(
    _ field: FieldSchema, _ cells: [Cell], _ dictionary: [String]
  ) -> Column.Values {
    func code(_ text: String) -> UInt32 { UInt32(dictionary.firstIndex(of: text) ?? 0) }
    switch field.type {
    case .boolean: return .flags(Bitmap(capacity: cells.count) { cells[$0] == .flag(true) })
    case .integer: return .integers(Storage(cells.map { Int($0.number ?? 0) }))
    case .number: return .numbers(Storage(cells.map { $0.number ?? 0 }))
    case .date: return .dates(Storage(cells.map { Int32($0.number ?? 0) }))
    case .text, .category:
      let codes = cells.map { cell in
        if case .text(let text) = cell { code(text) } else { CodedValues.none }
      }
      return .coded(CodedValues(codes: Storage(codes), dictionary: TextDictionary(dictionary)))
    case .list:
      var offsets: [UInt32] = [0]
      var codes: [UInt32] = []
      for cell in cells {
        if case .list(let held) = cell { codes += held.map(code) }
        offsets.append(UInt32(codes.count))
      }
      return .lists(
        ListValues(
          offsets: Storage(offsets), codes: Storage(codes), dictionary: TextDictionary(dictionary)))
    }
  }
}
