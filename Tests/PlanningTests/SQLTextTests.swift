import Diagnostics
import Language
import Planning
import TestSupport
import Testing

/// The SQL of statements, word for word, and why some have none.
@Suite struct SQLTextTests {
  private func outcome(
    _ text: String, _ dialect: SQLDialect
  ) throws -> SQLTranslation.Outcome {
    let catalogue = try bundledCatalogue.get()
    let statement = try #require(Parser.parse(SourceText(text)).first?.statement)
    let bound = Binder.bind(statement, in: catalogue)
    return SQLTranslation(catalogue, dialect).translation(
      of: try #require(bound.statement, "\(bound.diagnostics)"))
  }

  private func sql(_ text: String, _ dialect: SQLDialect) throws -> String {
    switch try outcome(text, dialect) {
    case .script(let script): script.text
    case .refusal(let reason): reason
    }
  }

  @Test(arguments: SQLDialect.allCases)
  func `a count comes with what is undecided`(dialect: SQLDialect) throws {
    #expect(
      try sql("count children where died", dialect) == """
        select count(*) as count
        from children
        where outcome = 'died';

        -- undecided: rows for which a missing value leaves the condition open
        select count(*) as undecided
        from children
        where (outcome = 'died') is null;

        """)
  }

  @Test(arguments: SQLDialect.allCases)
  func `a quantifier is plain after where and keeps three values in the second query`(
    dialect: SQLDialect
  ) throws {
    #expect(
      try sql("count reviews where any child (died)", dialect) == """
        select count(*) as count
        from reviews
        where exists (
          select 1
          from children
          where children.review = reviews.id and children.outcome = 'died'
        );

        -- undecided: rows for which a missing value leaves the condition open
        select count(*) as undecided
        from reviews
        where (
          true in (
            select children.outcome = 'died'
            from children
            where children.review = reviews.id
          )
        ) is null;

        """)
  }

  @Test(arguments: SQLDialect.allCases)
  func `the empty levels of a scale are shown`(dialect: SQLDialect) throws {
    #expect(
      try sql("count children by review.grade", dialect) == """
        with grouped as (
          select reviews.grade, count(*) as count
          from children
          left join reviews on children.review = reviews.id
          group by reviews.grade
        ),
        levels (position, level) as (
          values
            (0, 'inadequate'), (1, 'adequate'), (2, 'good'), (3, 'outstanding')
        )
        select
          levels.level as "review.grade",
          coalesce(grouped.count, 0) as count
        from levels
        full join grouped on grouped.grade = levels.level
        order by levels.position nulls last;

        """)
  }

  @Test(arguments: [
    (SQLDialect.sqlite, "where exists (select 1 from json_each(disability) where value = 'LD');"),
    (.duckdb, "where list_contains(disability, 'LD');"),
    (.postgresql, "where 'LD' = any(disability);"),
  ])
  func `many values in one cell are what the dialect has for them`(
    dialect: SQLDialect, condition: String
  ) throws {
    let text = try sql("count children where disability has \"LD\"", dialect)
    #expect(text.contains(condition), "\(text)")
  }

  @Test(arguments: [
    (SQLDialect.sqlite, "avg(age) filter ("), (.duckdb, "quantile_cont(age, 0.5)"),
    (.postgresql, "percentile_cont(0.5) within group (order by age)"),
  ])
  func `a median is what the dialect has for it`(dialect: SQLDialect, median: String) throws {
    #expect(try sql("median age of children by gender", dialect).contains(median))
  }

  @Test(arguments: [
    ("sample 3 reviews", "draws rows at random"),
    ("find \"neglect\" in narratives", "each place of a text"),
    ("describe children", "reads the codebook"),
    ("define children.old as age > 10 years", "a definition asks nothing"),
    ("set seed 3", "asks nothing of the data"),
    ("explain count children", "asks nothing of the data"),
    ("tabulate children by ethnicity, died first 3", "gathers the other rows"),
  ])
  func `what SQL cannot say has a reason`(text: String, reason: String) throws {
    guard case .refusal(let found) = try outcome(text, .sqlite) else {
      Issue.record("\(text) has SQL")
      return
    }
    #expect(found.contains(reason))
  }
}
