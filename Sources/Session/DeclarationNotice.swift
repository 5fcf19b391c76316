internal import Loading
internal import Planning
internal import Tables

/// What a declaration did, in words.
struct DeclarationNotice {
  let text: String

  /// Of markers: how many rows hold them, and what the fields are now.
  init(_ missing: BoundMissing, _ fields: [DeclaredField], _ data: DataSet) {
    let schema = data.tables[missing.table].schema
    var parts: [String] = []
    for (position, marker) in missing.texts.enumerated() {
      let count = fields.reduce(0) { $0 + $1.rowCounts[position] }
      parts.append("\(Wording.quoted(marker)) in \(count) \(count == 1 ? "row" : "rows")")
    }
    let names = Wording.list(fields.map { Wording.name($0.field.name) })
    let reason = missing.markers.first?.reason.map { " because \($0)" } ?? ""
    var text = "\(names) of \(schema.name): missing\(reason) are \(Wording.list(parts))"
    let changed = fields.filter(\.isOfNewType).map {
      "\(Wording.name($0.field.name)) is \(Self.inWords($0.field.type)) now"
    }
    if !changed.isEmpty { text += "; " + Wording.list(changed) }
    self.text = text
  }

  private static func inWords(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .category: "a category"
    case .boolean: "yes or no"
    case .integer, .number: "a number"
    case .date: "a date"
    case .list: "many-valued"
    }
  }

  /// Of a relation: how many rows lead to one, and how many lead nowhere.
  static func text(_ relation: Relation, keyed: Int, linked: Int, _ data: DataSet) -> String {
    let child = data.tables[relation.childTable]
    let parent = data.tables[relation.parentTable].schema.name
    var text =
      "\(Wording.name(relation.name)) leads from \(linked) of \(Wording.count(child.rowCount, child.schema)) to "
      + "\(parent), and \(Wording.name(relation.inverseName)) leads back"
    if keyed > linked { text += "; \(keyed - linked) name no row of \(parent)" }
    if child.rowCount > keyed { text += "; \(child.rowCount - keyed) name none at all" }
    return text
  }
}
