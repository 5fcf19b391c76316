internal import Language
internal import Tables

extension SQLWriter {
  /// A number that is a date.
  func date(_ value: NumericValue, of subject: Subject) throws(SQLRefusal) -> SQLExpression {
    guard let date = asDate(try number(value, of: subject)) else {
      throw SQLRefusal("a date moved by a part of a day is no date in SQL")
    }
    return date
  }

  /// Whole calendar months from one date to another; negative where the other is earlier.
  func months(from start: SQLExpression, to end: SQLExpression) -> SQLNumber {
    let months = named([("start_date", start), ("end_date", end)]) { dates in
      SQLExpression.cases(
        [
          (
            .comparison(dates[1], ">=", dates[0]), completedMonths(from: dates[0], to: dates[1])
          ),
          (
            .comparison(dates[1], "<", dates[0]),
            SQLExpression(
              "-" + SQLLayout.brackets(completedMonths(from: dates[1], to: dates[0]).text),
              .additive)
          ),
        ])
    }
    return SQLNumber(months, .whole)
  }

  /// The months between two dates, less one that is not over: its day has not come, and the month
  /// has not ended either.
  private func completedMonths(from start: SQLExpression, to end: SQLExpression) -> SQLExpression {
    func part(_ name: String, _ date: SQLExpression) -> SQLExpression {
      dialect.part(name, of: date)
    }
    let years = SQLExpression.product(
      SQLExpression("12"), "*", .sum(part("year", end), "-", part("year", start)))
    let months = SQLExpression.sum(
      .sum(years, "+", part("month", end)), "-", part("month", start))
    let next = dialect.date(end, movedBy: SQLExpression("1"), forward: true)
    let isOpen = SQLExpression.all([
      .comparison(part("day", end), "<", part("day", start)),
      .comparison(part("month", next), "=", part("month", end)),
    ])
    let open = SQLExpression.cases([(isOpen, SQLExpression("1"))], otherwise: SQLExpression("0"))
    return .sum(months, "-", open)
  }

  /// The number of the period that a date falls into; the next period has the next number.
  func period(_ part: DatePart, of date: SQLExpression) -> SQLExpression {
    named([("day", date)]) { dates in
      let year = dialect.part("year", of: dates[0])
      let month = dialect.part("month", of: dates[0])
      let one = SQLExpression("1")
      switch part {
      case .year: return year
      case .month:
        return .sum(.sum(.product(year, "*", SQLExpression("12")), "+", month), "-", one)
      case .quarter:
        return .sum(
          .product(year, "*", SQLExpression("4")), "+",
          dialect.wholeQuotient(.sum(month, "-", one), 3))
      case .financialYear:
        let isBefore = SQLExpression.comparison(month, "<", SQLExpression("4"))
        return .sum(
          year, "-", .cases([(isBefore, one)], otherwise: SQLExpression("0")))
      }
    }
  }

  /// What a period of a number is called.
  func label(_ part: DatePart, _ index: SQLExpression) -> SQLExpression {
    switch part {
    case .year: return index
    case .financialYear: return financialYear(index)
    case .month:
      let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      let month = SQLExpression.product(index, "%", SQLExpression("12"))
      return .concatenated([
        .cases(
          of: month,
          names.enumerated().map {
            (SQLExpression(String($0.offset)), dialect.literal($0.element))
          }),
        SQLExpression("' '"), dialect.text(dialect.wholeQuotient(index, 12)),
      ])
    case .quarter:
      let quarter = SQLExpression.product(index, "%", SQLExpression("4"))
      let year = dialect.wholeQuotient(index, 4)
      return .cases(
        [
          (
            .comparison(quarter, "=", SQLExpression("0")),
            .concatenated([
              SQLExpression("'quarter 4 of '"),
              financialYear(.sum(year, "-", SQLExpression("1"))),
            ])
          ),
          (
            .comparison(quarter, ">", SQLExpression("0")),
            .concatenated([
              SQLExpression("'quarter '"), dialect.text(quarter), SQLExpression("' of '"),
              financialYear(year),
            ])
          ),
        ])
    }
  }

  /// `2009-10` from the year in which it begins.
  private func financialYear(_ year: SQLExpression) -> SQLExpression {
    let ending = dialect.text(.sum(year, "+", SQLExpression("10001")))
    return .concatenated([
      dialect.text(year), SQLExpression("'-'"), SQLExpression("substr(\(ending.text), 4)"),
    ])
  }
}
