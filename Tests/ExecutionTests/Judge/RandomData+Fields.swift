import Tables
import TestSupport

extension RandomData {
  /// Names that need backticks, or that are words of the language, among plain ones.
  private static let fieldNames: [FieldType: [String]] = [
    .boolean: ["died", "seen", "is open"], .integer: ["size", "age", "stay", "year"],
    .number: ["score", "score %", "weight"], .date: ["begun", "ended"],
    .category: ["kind", "level", "status"], .list: ["marks", "themes"], .text: ["notes"],
  ]

  /// Fields of every type; now and then one is left out.
  mutating func fields(of table: Int) -> [FieldSchema] {
    var fields: [FieldSchema] = []
    for (type, names) in Self.fieldNames.sorted(by: { $0.value[0] < $1.value[0] }) {
      for name in names where !random.oneIn(4) { fields.append(field(name, type)) }
    }
    return fields.isEmpty ? [field("size", .integer)] : fields
  }

  private mutating func field(_ name: String, _ type: FieldType) -> FieldSchema {
    var field = FieldSchema(name: name, type: type)
    switch type {
    case .integer where name != "size" && name != "year", .number where name == "weight":
      let (stored, display) = random.element([
        (MeasureUnit.months, MeasureUnit.years), (.months, .months), (.years, .years),
        (.days, .days), (.days, .weeks), (.weeks, .weeks),
      ])
      field.unit = stored
      field.displayUnit = display
    case .category:
      field.categories = random.oneIn(6) ? [] : random.element(Self.codebooks)
      field.isOrdered = name != "kind" && !field.categories.isEmpty
      field.isCumulative = name == "status" && field.isOrdered
    case .list:
      field.categories = random.oneIn(5) ? [] : random.element(Self.codebooks)
    default: break
    }
    if random.oneIn(3) {
      field.missingMarkers = [MissingMarker(value: "-9", reason: "not asked")]
    }
    return field
  }

  private static let codebooks: [[Category]] = [
    ["low", "middle", "high"].map { Category(value: $0) },
    ["ash", "birch", "cedar", "date palm"].map { Category(value: $0) },
    ["1", "2", "3"].map { Category(value: $0, label: "grade " + $0) },
    ["yes", "no", "unsure"].map { Category(value: $0) },
    [
      Category(value: "CP", label: "CP plan"), Category(value: "CIN", label: "Child – in need"),
      Category(value: "N", label: "Never \"known\""),
    ],
  ]

  private static let words = ["ash", "birch", "Cedar 2", "Cedar 10", "date palm"]

  private static let notes = [
    "The baby was bruised.", "Seen at home, not seen by the GP", "no concerns", "Bruising; burns",
    "Child's plan: naïve – see file 12", "seen seen", "GP letter 2009-10",
  ]

  /// A value that is right for the field, from the codebook or, rarely, outside it.
  mutating func cell(_ field: FieldSchema) -> Cell {
    switch field.type {
    case .boolean: return .flag(random.bool())
    case .integer:
      if field.name == "year" { return .number(Double(2007 + random.below(4))) }
      return .number(Double(random.below(field.unit == .months ? 216 : 30)))
    case .number: return .number(Double(random.below(80) - 20) / 4)
    // Two years and a bit, so that periods have their edges inside.
    case .date: return .date(14_230 + random.below(800))
    case .text: return .text(random.element(Self.notes))
    case .category: return .text(value(field))
    case .list:
      let values = field.categories.isEmpty ? Self.words : field.categories.map(\.value)
      var held = random.some(values)
      if random.oneIn(20), !held.contains("stray") { held.append("stray") }
      return .list(random.oneIn(4) ? [] : held)
    }
  }

  private mutating func value(_ field: FieldSchema) -> String {
    if random.oneIn(20) { return "stray" }
    return random.element(
      field.categories.isEmpty ? Self.words : field.categories.map(\.value))
  }
}
