import Diagnostics

extension TypedMistake {
  /// Whole statements in other words: SQL, and what asks for counts and tables.
  static let statements: [TypedMistake] = [
    TypedMistake(
      #"select count(*) from children where status = 'CP plan'"#,
      [(.habit, #"select count(*) from"#)],
      #"count children where status = 'CP plan'"#),
    TypedMistake(
      #"select count(*) from children"#,
      [(.habit, #"select count(*) from"#)],
      #"count children"#),
    TypedMistake(
      #"SELECT COUNT(*) FROM children WHERE died = 1 AND gender <> 'male'"#,
      [(.habit, #"SELECT COUNT(*) FROM"#), (.habit, #"<>"#)],
      #"count children WHERE died = 1 AND gender != 'male'"#),
    TypedMistake(
      #"select status, count(*) from children group by status order by count(*) desc limit 5"#,
      [
        (.habit, #"select status, count(*) from"#), (.habit, #"group by"#), (.habit, #"order by"#),
        (.habit, #"count(*)"#), (.habit, #"desc"#), (.habit, #"limit"#),
      ],
      #"count children by status sort by count descending first 5"#),
    TypedMistake(
      #"select status, count(*) as n from children where age is not null group by status having count(*) > 5 order by n desc"#,
      [
        (.habit, #"select status, count(*) as n from"#), (.habit, #"is not null"#),
        (.habit, #"group by"#), (.habit, #"count(*)"#), (.habit, #"order by"#), (.habit, #"desc"#),
      ],
      #"count children where age is recorded by status having count > 5 sort by count descending"#),
    TypedMistake(
      #"select id, age from children where outcome like '%died%' limit 10"#,
      [(.habit, #"select id, age from"#), (.habit, #"like '%died%'"#), (.habit, #"limit"#)],
      #"list children where outcome contains "died" show id, age first 10"#),
    TypedMistake(
      #"select * from children where gender = 'male' and ethnicity is null"#,
      [(.habit, #"select * from"#), (.habit, #"is null"#)],
      #"list children where gender = 'male' and ethnicity is missing"#),
    TypedMistake(
      #"select count(distinct review) from children"#,
      [(.habit, #"select count(distinct review) from"#)],
      #"count distinct review of children"#),
    TypedMistake(
      #"select avg(age) from children where died"#,
      [(.habit, #"select avg(age) from"#)],
      #"average age of children where died"#),
    TypedMistake(
      #"select status, avg(age), max(age) from children group by status"#,
      [(.habit, #"select status, avg(age), max(age) from"#), (.habit, #"group by"#)],
      #"average age, max age of children by status"#),
    TypedMistake(
      #"select distinct status from children"#,
      [(.habit, #"select distinct status from"#)],
      #"count children by status"#),
    TypedMistake(
      #"select c.id from children c where c.age between 1 and 5"#,
      [(.habit, #"select c.id from"#)],
      #"list children where age between 1 and 5 show id"#),
    TypedMistake(
      #"select count(*) from children c join reviews r on r.id = c.review where r.grade = 'good'"#,
      [(.habit, #"select count(*) from"#), (.habit, #"join reviews r on r.id = c.review"#)],
      #"count children where review.grade = 'good'"#),
    TypedMistake(
      #"select count(*) from children where gender in ('male', 'female')"#,
      [(.habit, #"select count(*) from"#)],
      #"count children where gender in ('male', 'female')"#),
    TypedMistake(
      #"select count(*) from childs where statsu = "CP paln""#,
      [
        (.habit, #"select count(*) from"#), (.unknownEntity, #"childs"#),
        (.unknownField, #"statsu"#), (.unknownValue, #""CP paln""#),
      ],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"select sum(age) from children"#,
      [(.habit, #"select sum(age) from"#)],
      #"sum age of children"#),
    TypedMistake(
      #"how many children died?"#,
      [(.habit, #"how many"#), (.syntax, #"died"#), (.habit, #"?"#)],
      #"count children where died"#),
    TypedMistake(
      #"how many children were known"#,
      [(.habit, #"how many"#), (.habit, #"were"#)],
      #"count children where known"#),
    TypedMistake(
      #"how many kids died?"#,
      [(.habit, #"how many"#), (.unknownEntity, #"kids"#), (.syntax, #"died"#), (.habit, #"?"#)],
      #"count children where died"#),
    TypedMistake(
      #"what percentage of children died?"#,
      [(.habit, #"what percentage of children died"#), (.habit, #"?"#)],
      #"percent died of children"#),
    TypedMistake(
      #"what percent of children had known by status"#,
      [(.habit, #"what percent of children had known"#)],
      #"percent known of children by status"#),
    TypedMistake(
      #"percent of children where died"#,
      [(.habit, #"percent of children where died"#)],
      #"percent died of children"#),
    TypedMistake(
      #"percent of children died"#,
      [(.habit, #"percent of children died"#)],
      #"percent died of children"#),
    TypedMistake(
      #"percentage died of children"#,
      [(.habit, #"percentage"#)],
      #"percent died of children"#),
    TypedMistake(
      #"proportion cin of children where died"#,
      [(.habit, #"proportion"#)],
      #"percent cin of children where died"#),
    TypedMistake(
      #"children where died | count"#,
      [(.unknownStatement, #"children"#)],
      #"count children where died"#),
    TypedMistake(
      #"children | count"#,
      [(.habit, #"children"#)],
      #"count children"#),
    TypedMistake(
      #"children |> filter(died) |> count()"#,
      [(.habit, #"children"#)],
      #"count children where died"#),
    TypedMistake(
      #"children %>% filter(died, age > 1) %>% group_by(status) %>% count()"#,
      [(.habit, #"children"#)],
      #"count children where died and age > 1 by status"#),
    TypedMistake(
      #"children.count()"#,
      [(.habit, #"children"#)],
      #"count children"#),
    TypedMistake(
      #"children.status.value_counts()"#,
      [(.habit, #"children"#)],
      #"values children.status"#),
    TypedMistake(
      #"children.groupby("status").size()"#,
      [(.habit, #"children"#)],
      #"count children by status"#),
    TypedMistake(
      #"children.query("died == 1").head(5)"#,
      [(.habit, #"children"#)],
      #"list children where died = 1 first 5"#),
    TypedMistake(
      #"children.age.mean()"#,
      [(.habit, #"children"#)],
      #"average age of children"#),
    TypedMistake(
      #"children %>% summarise(mean(age))"#,
      [(.habit, #"children"#)],
      #"average age of children"#),
    TypedMistake(
      #"count if died"#,
      [(.syntax, #"if"#)],
      #"count children where died"#),
    TypedMistake(
      #"count if died == 1"#,
      [(.syntax, #"if"#), (.habit, #"=="#)],
      #"count children where died = 1"#),
    TypedMistake(
      #"count where died"#,
      [(.syntax, #"where"#)],
      #"count children where died"#),
    TypedMistake(
      #"count by status"#,
      [(.syntax, #"by"#)],
      #"count children by status"#),
    TypedMistake(
      #"count(children)"#,
      [(.habit, #"("#)],
      #"count children"#),
    TypedMistake(
      #"count(children where died)"#,
      [(.habit, #"("#)],
      #"count children where died"#),
    TypedMistake(
      #"count(*) from children"#,
      [(.habit, #"(*)"#), (.habit, #"from"#)],
      #"count children"#),
    TypedMistake(
      #"count * from children"#,
      [(.habit, #"*"#), (.habit, #"from"#)],
      #"count children"#),
    TypedMistake(
      #"nrow(children)"#,
      [(.habit, #"nrow"#), (.habit, #"("#)],
      #"count children"#),
    TypedMistake(
      #"len(children)"#,
      [(.habit, #"len"#), (.habit, #"("#)],
      #"count children"#),
    TypedMistake(
      #"number of children"#,
      [(.habit, #"number of"#)],
      #"count children"#),
    TypedMistake(
      #"tab status"#,
      [(.habit, #"tab"#)],
      #"tabulate children by status"#),
    TypedMistake(
      #"tab reviews grade"#,
      [(.habit, #"tab"#), (.habit, #"grade"#)],
      #"tabulate reviews by grade"#),
    TypedMistake(
      #"tab children status died"#,
      [(.habit, #"tab"#), (.habit, #"status died"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"tabulate reviews grade"#,
      [(.habit, #"grade"#)],
      #"tabulate reviews by grade"#),
    TypedMistake(
      #"tabulate children status, died"#,
      [(.habit, #"status, died"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"table children by status"#,
      [(.habit, #"table"#)],
      #"tabulate children by status"#),
    TypedMistake(
      #"crosstab status died"#,
      [(.habit, #"crosstab"#), (.unknownEntity, #"status"#), (.habit, #"died"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"crosstab children by status, died"#,
      [(.habit, #"crosstab"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"crosstab children by status by died"#,
      [(.habit, #"crosstab"#), (.syntax, #"by"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"freq children status"#,
      [(.habit, #"freq"#), (.habit, #"status"#)],
      #"tabulate children by status"#),
  ]
}
