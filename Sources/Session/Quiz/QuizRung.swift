/// What a question of the quiz asks, from the easiest to the hardest.
enum QuizRung: Int, CaseIterable {
  case value, yes, number, date, missing, level, list
  case other, both, percent, table, statistic, crosstab
  case toOne, any, several, no, every

  /// The three stages of a quiz: one condition; tables and percentages; other tables.
  var stage: Int {
    switch self {
    case .value, .yes, .number, .date, .missing, .level, .list: 0
    case .other, .both, .percent, .table, .statistic, .crosstab: 1
    case .toOne, .any, .several, .no, .every: 2
    }
  }

  /// What helps first.
  var idea: String {
    switch self {
    case .value, .yes, .number, .date, .missing, .level, .list:
      "Count the rows for which one condition holds."
    case .other: "There is a sign for a value that is another one."
    case .both: "Two conditions hold at once."
    case .percent: "A percentage has a condition and a set; rows without a value leave the base."
    case .table: "One field, and a line for each of its values."
    case .statistic: "One number sums up a field."
    case .crosstab: "Two fields, and a count for each pair of their values."
    case .toOne: "The field belongs to the row that a relation leads to."
    case .any: "One related row is enough."
    case .several: "Count the related rows: two are enough."
    case .no: "There is a word for none of the related rows."
    case .every: "There is a word for all of the related rows."
    }
  }

  /// The form of an answer, which helps next.
  var shape: String {
    switch self {
    case .value: "count ENTITY where FIELD = VALUE"
    case .yes: "count ENTITY where FIELD"
    case .number: "count ENTITY where FIELD >= NUMBER"
    case .date: "count ENTITY where FIELD in YEAR"
    case .missing: "count ENTITY where FIELD is missing"
    case .level: "count ENTITY where FIELD is at least VALUE"
    case .list: "count ENTITY where FIELD has VALUE"
    case .other: "count ENTITY where FIELD != VALUE"
    case .both: "count ENTITY where CONDITION and CONDITION"
    case .percent: "percent CONDITION of ENTITY"
    case .table: "tabulate ENTITY by FIELD"
    case .statistic: "MEASURE FIELD of ENTITY"
    case .crosstab: "tabulate ENTITY by FIELD, FIELD"
    case .toOne: "count ENTITY where RELATION.FIELD = VALUE"
    case .any: "count ENTITY where any RELATION (CONDITION)"
    case .several: "count ENTITY where at least 2 RELATION (CONDITION)"
    case .no: "count ENTITY where no RELATION (CONDITION)"
    case .every: "count ENTITY where every RELATION (CONDITION)"
    }
  }
}
