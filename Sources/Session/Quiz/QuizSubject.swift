/// What a question of the quiz is about, and where it is explained.
enum QuizSubject: CaseIterable {
  case conditions, signs, dates, missing, scales, lists, both
  case percentages, tables, figures
  case parents, any, several, no, every

  /// The subject in a list of them.
  var name: String {
    switch self {
    case .conditions: "one condition"
    case .signs: "another value than one"
    case .dates: "dates"
    case .missing: "missing values"
    case .scales: "levels of a scale"
    case .lists: "fields with several values"
    case .both: "two conditions at once"
    case .percentages: "percentages"
    case .tables: "tables"
    case .figures: "one figure for a field"
    case .parents: "the field of a related row"
    case .any: "any of the related rows"
    case .several: "counting related rows"
    case .no: "none of the related rows"
    case .every: "all of the related rows"
    }
  }

  /// The topic of help that explains it.
  var topic: String {
    switch self {
    case .conditions: "where"
    case .signs: "="
    case .dates: "period"
    case .missing: "missing"
    case .scales: "is"
    case .lists: "has"
    case .both: "and"
    case .percentages: "percent"
    case .tables: "tabulate"
    case .figures: "measures"
    case .parents: "paths"
    case .any: "any"
    case .several: "at least"
    case .no: "no"
    case .every: "every"
    }
  }

  /// The title of the lesson of the program that practises it.
  var lesson: String {
    switch self {
    case .conditions, .scales, .both: "Which rows are meant?"
    case .signs, .missing: "Missing, no, and not known"
    case .dates: "Small numbers"
    case .lists: "Fields with several values"
    case .percentages: "Percentages of what?"
    case .tables: "How often does each value occur?"
    case .figures: "Putting ages into bands"
    case .parents, .any, .several, .no, .every: "Reviews and their children"
    }
  }
}

extension QuizRung {
  /// What the question is about.
  var subject: QuizSubject {
    switch self {
    case .value, .yes, .number: .conditions
    case .other: .signs
    case .date: .dates
    case .missing: .missing
    case .level: .scales
    case .list: .lists
    case .both: .both
    case .percent: .percentages
    case .table, .crosstab: .tables
    case .statistic: .figures
    case .toOne: .parents
    case .any: .any
    case .several: .several
    case .no: .no
    case .every: .every
    }
  }
}
