import Diagnostics

extension TypedMistake {
  /// Names and words in the wrong place: entities, relations, clauses, values.
  static let names: [TypedMistake] = [
    TypedMistake(
      #"count childs"#,
      [(.unknownEntity, #"childs"#)],
      #"count children"#),
    TypedMistake(
      #"count kids"#,
      [(.unknownEntity, #"kids"#)],
      #"count children"#),
    TypedMistake(
      #"count kids where died"#,
      [(.unknownEntity, #"kids"#)],
      #"count children where died"#),
    TypedMistake(
      #"count died"#,
      [(.unknownEntity, #"died"#)],
      #"count children where died"#),
    TypedMistake(
      #"count status"#,
      [(.unknownEntity, #"status"#)],
      #"count children by status"#),
    TypedMistake(
      #"list status"#,
      [(.unknownEntity, #"status"#)],
      #"list children show status"#),
    TypedMistake(
      #"tabulate status"#,
      [(.syntax, #"tabulate status"#)],
      #"tabulate children by status"#),
    TypedMistake(
      #"tabulate status by died"#,
      [(.unknownEntity, #"status"#)],
      #"tabulate children by status, died"#),
    TypedMistake(
      #"cp plan"#,
      [(.unknownStatement, #"cp plan"#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"cin"#,
      [(.unknownStatement, #"cin"#)],
      #"count children where cin"#),
    TypedMistake(
      #"children"#,
      [(.unknownStatement, #"children"#)],
      #"count children"#),
    TypedMistake(
      #"status"#,
      [(.unknownStatement, #"status"#)],
      #"values children.status"#),
    TypedMistake(
      #"died"#,
      [(.unknownStatement, #"died"#)],
      #"count children where died"#),
    TypedMistake(
      #"count reviews where findings.theme = "Focusing on good practice""#,
      [(.needsQuantifier, #"findings.theme = "Focusing on good practice""#)],
      #"count reviews where any finding (theme = "Focusing on good practice")"#),
    TypedMistake(
      #"count reviews where findings.agnecy = "Police""#,
      [(.needsQuantifier, #"findings.agnecy = "Police""#), (.unknownField, #"agnecy"#)],
      #"count reviews where any finding (agency = "Police")"#),
    TypedMistake(
      #"count reviews where children.died"#,
      [(.needsQuantifier, #"children.died"#)],
      #"count reviews where any child (died)"#),
    TypedMistake(
      #"count reviews where any child died"#,
      [(.habit, #"died"#)],
      #"count reviews where any child (died)"#),
    TypedMistake(
      #"count reviews where any child where died"#,
      [(.habit, #"died"#)],
      #"count reviews where any child (died)"#),
    TypedMistake(
      #"count reviews where exists child (died)"#,
      [(.habit, #"exists"#)],
      #"count reviews where any child (died)"#),
    TypedMistake(
      #"count reviews where all children (died)"#,
      [(.habit, #"all"#)],
      #"count reviews where every children (died)"#),
    TypedMistake(
      #"count reviews where some children (died)"#,
      [(.habit, #"some"#)],
      #"count reviews where any children (died)"#),
    TypedMistake(
      #"count reviews where any kid (died)"#,
      [(.unknownRelation, #"kid"#)],
      #"count reviews where any child (died)"#),
    TypedMistake(
      #"count reviews where any child (dide and statsu = "CP paln")"#,
      [(.unknownField, #"dide"#), (.unknownField, #"statsu"#), (.unknownValue, #""CP paln""#)],
      #"count reviews where any child (died and status = "CP plan")"#),
    TypedMistake(
      #"count reviews where child.died and grdae = "good""#,
      [(.needsQuantifier, #"child.died"#), (.unknownField, #"grdae"#)],
      #"count reviews where any child (died) and grade = "good""#),
    TypedMistake(
      #"tabulate children by status, died with %"#,
      [(.syntax, #"%"#)],
      #"tabulate children by status, died with row %"#),
    TypedMistake(
      #"tabulate children by status, died with chi"#,
      [(.syntax, #"chi"#)],
      #"tabulate children by status, died with chi2"#),
    TypedMistake(
      #"percent dide of childs by statsu"#,
      [(.unknownField, #"dide"#), (.unknownEntity, #"childs"#), (.unknownField, #"statsu"#)],
      #"percent died of children by status"#),
    TypedMistake(
      #"count children by satus sort by cuont"#,
      [(.unknownField, #"satus"#), (.unknownField, #"cuont"#)],
      #"count children by status sort by count"#),
    TypedMistake(
      #"count children by status having avg(age) > 3"#,
      [(.habit, #"avg"#)],
      #"count children by status having average(age) > 3"#),
    TypedMistake(
      #"count children by status having count(*) > 3"#,
      [(.habit, #"count(*)"#)],
      #"count children by status having count > 3"#),
    TypedMistake(
      #"count children by status sort by avg(age)"#,
      [(.habit, #"avg"#)],
      #"count children by status sort by average(age)"#),
    TypedMistake(
      #"find neglect in narratives"#,
      [(.syntax, #"neglect"#)],
      #"find "neglect" in narratives"#),
    TypedMistake(
      #"find "neglect" in narratve"#,
      [(.unknownField, #"narratve"#)],
      #"find "neglect" in narratives"#),
    TypedMistake(
      #"count the children"#,
      [(.habit, #"the"#)],
      #"count children"#),
    TypedMistake(
      #"count all children where died"#,
      [(.habit, #"all"#)],
      #"count children where died"#),
    TypedMistake(
      #"count of children where died"#,
      [(.habit, #"of"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children where review.grade = "god""#,
      [(.unknownValue, #""god""#)],
      #"count children where review.grade = "good""#),
    TypedMistake(
      #"tabulate reviews by evaluated_date.year"#,
      [(.unknownRelation, #"evaluated_date.year"#)],
      #"tabulate reviews by year of evaluated_date"#),
    TypedMistake(
      #"count children by review.evaluated_date.Month"#,
      [(.unknownRelation, #"review.evaluated_date.Month"#)],
      #"count children by month of review.evaluated_date"#),
    TypedMistake(
      #"count children where reviews.grade = "good""#,
      [(.unknownRelation, #"reviews"#)],
      #"count children where review.grade = "good""#),
    TypedMistake(
      #"count children where grade = "good""#,
      [(.unknownField, #"grade"#)],
      #"count children where review.grade = "good""#),
    TypedMistake(
      #"list children show id, agee"#,
      [(.unknownField, #"agee"#)],
      #"list children show id, age"#),
    TypedMistake(
      #"list children where age > 5 show name"#,
      [(.unknownField, #"name"#)],
      #"list children where age > 5 show review.lscb.name"#),
    TypedMistake(
      #"values statuss"#,
      [(.unknownField, #"statuss"#)],
      #"values children.status"#),
    TypedMistake(
      #"describe childern"#,
      [(.unknownEntity, #"childern"#)],
      #"describe children"#),
    TypedMistake(
      #"explain count childs"#,
      [(.unknownEntity, #"childs"#)],
      #"explain count children"#),
    TypedMistake(
      #"explain sql mysql count children"#,
      [(.unknownDialect, #"mysql"#)],
      #"explain sql sqlite count children"#),
    TypedMistake(
      #"expect count children = 194"#,
      [(.syntax, #"count children"#)],
      #"expect (count children) = 194"#),
    TypedMistake(
      #"define deaths = children where died"#,
      [(.habit, #"="#)],
      #"define deaths as children where died"#),
    TypedMistake(
      #"define children.baby = age < 1"#,
      [(.habit, #"="#)],
      #"define children.baby as age < 1"#),
    TypedMistake(
      #"define infant2 as age < 1"#,
      [(.syntax, #"infant2"#)],
      #"define children.infant2 as age < 1"#),
    TypedMistake(
      #"count children where died = "maybe""#,
      [(.typeMismatch, #""maybe""#)],
      #"count children where died = yes"#),
    TypedMistake(
      #"count children where age > "5""#,
      [(.typeMismatch, #""5""#)],
      #"count children where age > 5"#),
    TypedMistake(
      #"count children where outcome = died"#,
      [(.valueIsField, #"died"#)],
      #"count children where outcome = "died""#),
    TypedMistake(
      #"compare children where died vs children where not died by gender"#,
      [(.habit, #"vs"#)],
      #"compare children where died with children where not died by gender"#),
    TypedMistake(
      #"sample children 5"#,
      [(.syntax, #"children"#)],
      #"sample 5 children"#),
    TypedMistake(
      #"count children where age in 1..5"#,
      [(.typeMismatch, #"age"#), (.syntax, #"."#)],
      #"count children where age in (1.5)"#),
    TypedMistake(
      #"count children where died is null"#,
      [(.habit, #"is null"#)],
      #"count children where died is missing"#),
  ]
}
