internal import Bitmaps
internal import Language
public import Planning
internal import Tables

extension Executor {
  /// What the codebook says, as a table.
  public func describe(_ target: DescribeTarget, text: String) throws(QueryCancelled) -> Answer {
    switch target {
    case .dataSet: return describeDataSet(text)
    case .table(let table): return try describeTable(table, text)
    case .field(let reference): return try describeField(reference, text)
    }
  }

  private func describeDataSet(_ text: String) -> Answer {
    let data = catalogue.data
    let rows = data.tables.indices.map { table -> [AnswerValue] in
      let schema = data.tables[table].schema
      return [
        .text(schema.name), .integer(data.tables[table].rowCount),
        .text(leads(from: table).joined(separator: ", ")),
        .text(schema.title.isEmpty ? schema.description : schema.title),
      ]
    }
    let columns = [
      AnswerColumn("entity", .text), AnswerColumn("rows", .integer),
      AnswerColumn("leads to", .text),
      AnswerColumn("title", .text),
    ]
    var notes = data.description.isEmpty ? [] : [data.description]
    notes.append("describe ENTITY says more of each")
    let sets = catalogue.namedSets.map { "\($0.name) means \($0.text)" }
    var table = AnswerTable(columns: columns, rows: rows)
    table.outline = Outline(lines: RelationTree(data).lines, linkColumn: 2)
    return Answer(statement: text, body: .table(table), notes: notes + sets)
  }

  /// The relations of a table: `review` to one, `any finding` to many.
  private func leads(from table: Int) -> [String] {
    let data = catalogue.data
    return data.relations.filter { $0.childTable == table }.map(\.name)
      + data.relations.filter { $0.parentTable == table }.map { "many \($0.inverseName)" }
  }

  private func describeTable(_ table: Int, _ text: String) throws(QueryCancelled) -> Answer {
    let schema = catalogue.data.tables[table].schema
    var rows: [[AnswerValue]] = []
    for field in catalogue.fields(ofTable: table) {
      let column = try evaluator.column(field.reference)
      rows.append([
        .text(field.name), .text(Self.typeInWords(field.schema)),
        .integer(column.recorded.count),
        .integer(column.rowCount - column.recorded.count),
        .text(field.schema.description.isEmpty ? field.schema.title : field.schema.description),
      ])
    }
    let columns = [
      AnswerColumn("field", .text), AnswerColumn("type", .text),
      AnswerColumn("recorded", .integer), AnswerColumn("missing", .integer),
      AnswerColumn("description", .text),
    ]
    var notes: [String] = schema.description.isEmpty ? [] : [schema.description]
    let leads = leads(from: table)
    if !leads.isEmpty { notes.append("leads to: " + leads.joined(separator: ", ")) }
    notes += keys(of: table)
    return Answer(
      statement: text, unit: schema.name, unitSingular: schema.singular,
      body: .table(AnswerTable(columns: columns, rows: rows)), notes: notes)
  }

  /// By which fields a table's rows are told apart, and found from others.
  private func keys(of table: Int) -> [String] {
    let data = catalogue.data
    let schema = data.tables[table].schema
    let own = schema.primaryKey.isEmpty ? [] : ["key: " + schema.primaryKey.joined(separator: ", ")]
    return own
      + data.relations.filter { $0.childTable == table }.map { relation in
        let parent = data.tables[relation.parentTable].schema
        let from = relation.childFields.map { schema.fields[$0].name }.joined(separator: ", ")
        let to = relation.parentFields.map { "\(parent.name).\(parent.fields[$0].name)" }
        return "\(relation.name) is found by: \(from) = \(to.joined(separator: ", "))"
      }
  }

  private static func typeInWords(_ schema: FieldSchema) -> String {
    switch schema.type {
    case .text: "text"
    case .category: schema.isOrdered ? "scale" : "category"
    case .boolean: "yes/no"
    case .integer, .number: schema.unit.map { "number of \($0.rawValue)" } ?? "number"
    case .date: "date"
    case .list: "many-valued"
    }
  }

  /// A field's values with their counts, and what the codebook says of it below.
  private func describeField(
    _ reference: FieldReference, _ text: String
  ) throws(QueryCancelled) -> Answer {
    let info = catalogue.info(of: reference)
    let schema = catalogue.data.tables[reference.table].schema
    let column = ColumnExpression(name: info.name, source: .field(hops: [], reference))
    var answer = try values(
      column, of: BoundSet(table: reference.table), text: text, first: Self.describedValues)
    var notes = ["\(info.name) of \(schema.name): \(Self.typeInWords(info.schema))"]
    if !info.schema.title.isEmpty { notes[0] += " (\(info.schema.title))" }
    if !info.schema.description.isEmpty { notes.append(info.schema.description) }
    if info.schema.isCumulative {
      notes.append("published counts of a level include the levels above it: use `is at least`")
    }
    notes += Self.writing(of: info.schema)
    let held = try evaluator.column(reference)
    notes.append("recorded for \(held.recorded.count) of \(Wording.count(held.rowCount, schema))")
    answer.notes = notes + answer.notes
    return answer
  }

  /// How the data write the values of a field, and what stands there where there is none.
  private static func writing(of schema: FieldSchema) -> [String] {
    var notes: [String] = []
    if !schema.dateFormat.isEmpty {
      let words = [
        ("%Y", "YYYY"), ("%y", "YY"), ("%m", "MM"), ("%d", "DD"), ("%B", "Month"), ("%b", "Month"),
        (" %H:%M:%S", " 00:00"),
      ]
      let format = words.reduce(schema.dateFormat) { $0.replacing($1.0, with: $1.1) }
      notes.append("dates are written as \(format)")
    }
    let markers = schema.missingMarkers.filter { !$0.value.isEmpty }.map { marker in
      Wording.quoted(marker.value) + (marker.reason.map { " (\($0))" } ?? "")
    }
    if !markers.isEmpty {
      notes.append("missing where it holds " + markers.joined(separator: ", "))
    }
    return notes
  }

  /// How many values of a field are worth showing when it is described.
  private static let describedValues = 20
}
