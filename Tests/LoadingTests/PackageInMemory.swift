import Tables

@testable import Loading

/// A package in memory.
struct PackageInMemory {
  let loaded: LoadedData

  init(_ descriptor: String, _ files: [String: String] = [:]) throws {
    var bytes = files.mapValues { Array($0.utf8) }
    bytes["datapackage.json"] = Array(descriptor.utf8)
    loaded = try PackageLoading.load("datapackage.json", from: MemoryFiles(files: bytes))
  }

  /// A package of one table `t` in the file `t.csv`.
  ///
  /// - Parameters:
  ///   - fields: The fields of its schema, as JSON without the brackets.
  ///   - more: More properties of the schema.
  ///   - resource: More properties of the resource.
  init(fields: String, more: String = "", resource: String = "", _ csv: String) throws {
    let schema = "{\"fields\": [\(fields)]\(more.isEmpty ? "" : ", " + more)}"
    try self.init(
      """
      {"resources": [{"name": "t", "path": "t.csv", "schema": \(schema)
      \(resource.isEmpty ? "" : ", " + resource)}]}
      """, ["t.csv": csv])
  }

  var table: Table { loaded.dataSet.tables[0] }
  var issues: [LoadIssue] { loaded.report.groups.flatMap(\.examples) }
  var kinds: [LoadIssue.Kind] { loaded.report.groups.map(\.kind) }
  var names: [String] { table.schema.fields.map(\.name) }
  var types: [FieldType] { table.schema.fields.map(\.type) }

  func issues(_ kind: LoadIssue.Kind) -> [LoadIssue] { issues.filter { $0.kind == kind } }

  /// The values of a column as text, `-` for a missing one.
  func values(_ column: Int, of table: Int = 0) -> [String] {
    let column = loaded.dataSet.tables[table].columns[column]
    return (0..<column.rowCount).map { row in
      guard column.recorded.contains(row) else { return "-" }
      switch column.values {
      case .coded(let coded): return coded.dictionary[Int(coded.codes[row])]
      case .integers(let values): return String(values[row])
      case .numbers(let values): return String(values[row])
      case .dates(let days): return CalendarDate(dayNumber: days[row]).description
      case .flags(let yes): return yes.contains(row) ? "yes" : "no"
      case .lists(let lists):
        let codes = lists.codes[Int(lists.offsets[row])..<Int(lists.offsets[row + 1])]
        return codes.map { lists.dictionary[Int($0)] }.joined(separator: "+")
      }
    }
  }
}
