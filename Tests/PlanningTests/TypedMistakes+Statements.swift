import Diagnostics

extension TypedMistake {
  /// Whole statements in other words.
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
    TypedMistake(
      #"freq status"#,
      [(.habit, #"freq"#)],
      #"tabulate children by status"#),
    TypedMistake(
      #"summarize age"#,
      [(.habit, #"summarize"#), (.syntax, #""#)],
      #"summarise age of children"#),
    TypedMistake(
      #"summarize age of children"#,
      [(.habit, #"summarize"#)],
      #"summarise age of children"#),
    TypedMistake(
      #"summarize age by status"#,
      [(.habit, #"summarize"#), (.syntax, #"by"#)],
      #"summarise age of children by status"#),
    TypedMistake(
      #"mean age"#,
      [(.habit, #"mean"#), (.syntax, #""#)],
      #"average age of children"#),
    TypedMistake(
      #"mean(age)"#,
      [(.habit, #"mean"#), (.syntax, #""#)],
      #"average(age) of children"#),
    TypedMistake(
      #"avg age of children by gender"#,
      [(.habit, #"avg"#)],
      #"average age of children by gender"#),
    TypedMistake(
      #"mean age for children"#,
      [(.habit, #"mean"#), (.habit, #"for"#)],
      #"average age of children"#),
    TypedMistake(
      #"median age in children by status"#,
      [(.habit, #"in"#)],
      #"median age of children by status"#),
    TypedMistake(
      #"medain age of children"#,
      [(.unknownMeasure, #"medain"#)],
      #"median age of children"#),
    TypedMistake(
      #"average aeg of childs"#,
      [(.unknownField, #"aeg"#), (.unknownEntity, #"childs"#)],
      #"average age of children"#),
    TypedMistake(
      #"count children group by status"#,
      [(.habit, #"group by"#)],
      #"count children by status"#),
    TypedMistake(
      #"count children grouped by status"#,
      [(.habit, #"grouped by"#)],
      #"count children by status"#),
    TypedMistake(
      #"count children per status"#,
      [(.habit, #"per"#)],
      #"count children by status"#),
    TypedMistake(
      #"count children for each status"#,
      [(.habit, #"for each"#)],
      #"count children by status"#),
    TypedMistake(
      #"count children broken down by gender"#,
      [(.habit, #"broken down by"#)],
      #"count children by gender"#),
    TypedMistake(
      #"count children groupby status"#,
      [(.habit, #"groupby"#)],
      #"count children by status"#),
    TypedMistake(
      #"list children order by age desc"#,
      [(.habit, #"order by"#), (.habit, #"desc"#)],
      #"list children sort by age descending"#),
    TypedMistake(
      #"list children order by age asc"#,
      [(.habit, #"order by"#), (.habit, #"asc"#)],
      #"list children sort by age ascending"#),
    TypedMistake(
      #"list children sort age"#,
      [(.habit, #"sort"#)],
      #"list children sort by age"#),
    TypedMistake(
      #"list children orderby age"#,
      [(.habit, #"orderby"#)],
      #"list children sort by age"#),
    TypedMistake(
      #"list children limit 10"#,
      [(.habit, #"limit"#)],
      #"list children first 10"#),
    TypedMistake(
      #"list children top 5"#,
      [(.habit, #"top"#)],
      #"list children first 5"#),
    TypedMistake(
      #"list children head 3"#,
      [(.habit, #"head"#)],
      #"list children first 3"#),
    TypedMistake(
      #"top 5 children by age"#,
      [(.habit, #"top 5"#)],
      #"list children sort by age descending first 5"#),
    TypedMistake(
      #"top 10 children"#,
      [(.habit, #"top 10"#)],
      #"list children first 10"#),
    TypedMistake(
      #"head children"#,
      [(.habit, #"head"#)],
      #"list children first 10"#),
    TypedMistake(
      #"head(children)"#,
      [(.habit, #"head"#)],
      #"list children first 10"#),
    TypedMistake(
      #"show children where died"#,
      [(.habit, #"show"#)],
      #"list children where died"#),
    TypedMistake(
      #"get children where died"#,
      [(.habit, #"get"#)],
      #"list children where died"#),
    TypedMistake(
      #"filter children where died"#,
      [(.habit, #"filter"#)],
      #"list children where died"#),
    TypedMistake(
      #"distinct status"#,
      [(.habit, #"distinct"#), (.ambiguousName, #"status"#)],
      #"values children.status"#),
    TypedMistake(
      #"count children where died == yes"#,
      [(.habit, #"=="#)],
      #"count children where died = yes"#),
    TypedMistake(
      #"count children where died === 1"#,
      [(.habit, #"==="#)],
      #"count children where died = 1"#),
    TypedMistake(
      #"count children where died && infant"#,
      [(.habit, #"&&"#)],
      #"count children where died and infant"#),
    TypedMistake(
      #"count children where died || infant"#,
      [(.habit, #"||"#)],
      #"count children where died or infant"#),
    TypedMistake(
      #"count children where died & infant"#,
      [(.habit, #"&"#)],
      #"count children where died and infant"#),
    TypedMistake(
      #"count children where !died"#,
      [(.habit, #"!"#)],
      #"count children where not died"#),
    TypedMistake(
      #"count children where gender <> 'male'"#,
      [(.habit, #"<>"#)],
      #"count children where gender != 'male'"#),
    TypedMistake(
      #"count children where age is null"#,
      [(.habit, #"is null"#)],
      #"count children where age is missing"#),
    TypedMistake(
      #"count children where age is not null"#,
      [(.habit, #"is not null"#)],
      #"count children where age is recorded"#),
    TypedMistake(
      #"count children where age not null"#,
      [(.habit, #"not null"#)],
      #"count children where age is recorded"#),
    TypedMistake(
      #"count children where age isnull"#,
      [(.habit, #"isnull"#)],
      #"count children where age is missing"#),
    TypedMistake(
      #"count children where age = NULL"#,
      [(.habit, #"= NULL"#)],
      #"count children where age is missing"#),
    TypedMistake(
      #"count children where age != NA"#,
      [(.habit, #"!= NA"#)],
      #"count children where age is recorded"#),
    TypedMistake(
      #"count children where is.na(age)"#,
      [(.habit, #"is.na(age)"#)],
      #"count children where age is missing"#),
    TypedMistake(
      #"count children where isna(age)"#,
      [(.habit, #"isna(age)"#)],
      #"count children where age is missing"#),
    TypedMistake(
      #"count children where lower(gender) = 'male'"#,
      [(.habit, #"lower(gender)"#)],
      #"count children where gender = 'male'"#),
    TypedMistake(
      #"count children where status like '%plan%'"#,
      [(.habit, #"like '%plan%'"#)],
      #"count children where status contains "plan""#),
    TypedMistake(
      #"count children where status not like '%plan%'"#,
      [(.habit, #"like '%plan%'"#)],
      #"count children where not status contains "plan""#),
    TypedMistake(
      #"count children where status like 'CP%'"#,
      [(.habit, #"like 'CP%'"#)],
      #"count children where status contains "CP""#),
    TypedMistake(
      #"count children where status starts with "CP""#,
      [(.habit, #"starts with "CP""#)],
      #"count children where status matches /^CP/"#),
    TypedMistake(
      #"count children where status ends with "plan""#,
      [(.habit, #"ends with "plan""#)],
      #"count children where status matches /plan$/"#),
    TypedMistake(
      #"count narratives where text includes "neglect""#,
      [(.habit, #"includes"#)],
      #"count narratives where text contains "neglect""#),
    TypedMistake(
      #"count narratives where text contains neglect"#,
      [(.badPattern, #"neglect"#)],
      #"count narratives where text contains "neglect""#),
    TypedMistake(
      #"count children where age => 5"#,
      [(.habit, #"=>"#)],
      #"count children where age >= 5"#),
  ]
}
