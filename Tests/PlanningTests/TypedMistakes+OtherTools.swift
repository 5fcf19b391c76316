import Diagnostics

extension TypedMistake {
  /// Whole statements in the words of other tools, and questions in plain English.
  static let otherTools: [TypedMistake] = [
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
      #"count children by "status""#,
      [(.notAValue, #""status""#)],
      #"count children by status"#),
    TypedMistake(
      #"tabulate children by "legal statsu""#,
      [(.notAValue, #""legal statsu""#)],
      #"tabulate children by legal_status"#),
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
