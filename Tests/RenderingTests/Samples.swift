import Execution
import Tables

/// An answer of each shape, with the awkward cases that a real one has.
enum Samples {
  static let count = children(
    "count children", .count(194), Base(total: 194, counted: 194, undecided: 0))

  static let countOfSome = children(
    "count children where status = \"CP plan\" and died", .count(35),
    Base(
      total: 194, counted: 35, undecided: 50,
      undecidedFields: [UndecidedField(name: "died", count: 50)]),
    notes: ["`status` is cumulative; \"is at least\" gives 90"])

  static let share = children(
    "percent cin of children where died", .share(Share(part: 31, whole: 90)),
    Base(total: 194, counted: 90, undecided: 0))

  static let shareOfSome = children(
    "percent cin of children where died", .share(Share(part: 31, whole: 86, undecided: 4)),
    Base(
      total: 90, counted: 31, undecided: 4,
      undecidedFields: [UndecidedField(name: "cin", count: 4)]))

  static let countBy = children(
    "count children by status",
    .table(
      AnswerTable(
        columns: [AnswerColumn("status", .text), AnswerColumn("count", .integer)],
        rows: [
          [.text("Known"), .integer(29)], [.text("CP plan"), .integer(149)],
          [.missing(reason: nil), .integer(16)],
        ], chartedColumn: 1)),
    Base(total: 194, counted: 194, undecided: 0))

  static let list = children(
    "list children show id, age, weight, born, died, needs, share, summary first 3",
    .table(
      AnswerTable(
        columns: [
          AnswerColumn("id", .text), AnswerColumn("age", .integer), AnswerColumn("weight", .number),
          AnswerColumn("born", .date), AnswerColumn("died", .boolean),
          AnswerColumn("needs", .list), AnswerColumn("share", .percent),
          AnswerColumn("summary", .text),
        ],
        rows: [
          [
            .text("C001"), .integer(3), .number(12.5), date(2006, 7, 14), .boolean(true),
            .list(["MOB", "HAND"]), .percent(part: 31, whole: 90), .text("seen, but \"late\""),
          ],
          [
            .text("C002"), .missing(reason: nil), .number(3), .missing(reason: "refused"),
            .boolean(false), .list([]), .percent(part: 0, whole: 0), .text("two\nlines | a\ttab"),
          ],
          [
            .text("Zoë"), .integer(11), .number(10.0 / 3), date(1998, 1, 2),
            .missing(reason: nil), .missing(reason: nil), .percent(part: 1, whole: 5000), .text(""),
          ],
        ], totalRowCount: 35, isListing: true)),
    countOfSome.base)

  static let frequencies = children(
    "tabulate children by age bands (0, 1, 6, 11)",
    .frequencies(
      Frequencies(
        dimension: "age band",
        groups: [
          group("under 1", 70), group("1 to 5", 100), group("6 to 10", 0), group("11 and over", 8),
        ], missing: 16, includesMissing: false, isOrdered: true)),
    Base(total: 194, counted: 194, undecided: 0))

  static let frequenciesWithMissing = children(
    "tabulate children by gender with missing",
    .frequencies(
      Frequencies(
        dimension: "gender", groups: [group("female", 90), group("male", 100)], missing: 4,
        includesMissing: true, isOrdered: false)),
    countOfSome.base)

  static let crosstab = children(
    "tabulate children by status, died with row %, total %",
    .crosstab(
      Crosstab(
        rowDimension: "status", columnDimension: "died",
        rowKeys: [.text("Known"), .text("CP plan"), .missing(reason: nil)],
        columnKeys: [.boolean(false), .boolean(true), .missing(reason: nil)],
        counts: [[10, 20, 3], [1999, 1, 0], [2, 4, 0]], percentages: [.row, .total],
        includesMissing: false)))

  static let plainCrosstab = children(
    "tabulate children by age, died",
    .crosstab(
      Crosstab(
        rowDimension: "age", columnDimension: "died", rowKeys: [.integer(0), .integer(11)],
        columnKeys: [.boolean(false), .boolean(true), .missing(reason: nil)],
        counts: [[10, 20, 3], [49, 0, 1]], percentages: [], includesMissing: true)))

  static let nothing = children(
    "list children where age > 40",
    .table(
      AnswerTable(
        columns: [AnswerColumn("id", .text), AnswerColumn("age", .integer)], rows: [])),
    Base(
      total: 194, counted: 0, undecided: 74,
      undecidedFields: [
        UndecidedField(name: "died", count: 50), UndecidedField(name: "age", count: 30),
      ]))

  static func children(
    _ statement: String, _ body: Answer.Body, _ base: Base? = nil, notes: [String] = []
  ) -> Answer {
    Answer(
      statement: statement, unit: "children", unitSingular: "child", body: body, base: base,
      notes: notes)
  }

  private static func group(_ key: String, _ count: Int) -> Frequencies.Group {
    Frequencies.Group(key: .text(key), count: count)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> AnswerValue {
    CalendarDate(year: year, month: month, day: day).map(AnswerValue.date)
      ?? .missing(reason: nil)
  }

  static let all: [(name: String, answer: Answer)] = [
    ("count", count), ("count-of-some", countOfSome), ("share", share),
    ("share-of-some", shareOfSome), ("count-by", countBy), ("list", list),
    ("frequencies", frequencies), ("frequencies-with-missing", frequenciesWithMissing),
    ("crosstab", crosstab), ("plain-crosstab", plainCrosstab), ("nothing", nothing),
  ]
}
