import Diagnostics

extension TypedMistake {
  /// Conditions: signs, units, dates, lists of values, brackets and quotes.
  static let conditions: [TypedMistake] = [
    TypedMistake(
      #"count children where age =< 5"#,
      [(.habit, #"=<"#)],
      #"count children where age <= 5"#),
    TypedMistake(
      #"count children where age over 5"#,
      [(.habit, #"over"#)],
      #"count children where age > 5"#),
    TypedMistake(
      #"count children where age is under 1 year"#,
      [(.habit, #"is under"#)],
      #"count children where age < 1 year"#),
    TypedMistake(
      #"count children where age greater than 5"#,
      [(.habit, #"greater than"#)],
      #"count children where age > 5"#),
    TypedMistake(
      #"count children where age older than 5"#,
      [(.habit, #"older than"#)],
      #"count children where age > 5"#),
    TypedMistake(
      #"count children where status equals "CP plan""#,
      [(.habit, #"equals"#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"count children where status is equal to "CP plan""#,
      [(.habit, #"is equal to"#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"count children where age at least 5"#,
      [(.habit, #"at least"#)],
      #"count children where age >= 5"#),
    TypedMistake(
      #"count children where age < 6m"#,
      [(.habit, #"6m"#)],
      #"count children where age < 6 months"#),
    TypedMistake(
      #"count children where age < 6 mths"#,
      [(.habit, #"6 mths"#)],
      #"count children where age < 6 months"#),
    TypedMistake(
      #"count children where age < 2 yrs"#,
      [(.habit, #"2 yrs"#)],
      #"count children where age < 2 years"#),
    TypedMistake(
      #"count children where age < 2yrs"#,
      [(.habit, #"2yrs"#)],
      #"count children where age < 2 years"#),
    TypedMistake(
      #"count children where age between 1, 5"#,
      [(.habit, #"1, 5"#)],
      #"count children where age between 1 and 5"#),
    TypedMistake(
      #"count children where age between (1, 5)"#,
      [(.habit, #"(1, 5)"#)],
      #"count children where age between 1 and 5"#),
    TypedMistake(
      #"count children where age between 1 to 5"#,
      [(.habit, #"1 to 5"#)],
      #"count children where age between 1 and 5"#),
    TypedMistake(
      #"count children where age > 1 and < 5"#,
      [(.syntax, #"<"#)],
      #"count children where age > 1 and age < 5"#),
    TypedMistake(
      #"count children where 1 < age < 5"#,
      [(.syntax, #"<"#)],
      #"count children where 1 < age and age < 5"#),
    TypedMistake(
      #"count reviews where evaluated_date in 2009/10"#,
      [(.habit, #"2009/10"#)],
      #"count reviews where evaluated_date in 2009-10"#),
    TypedMistake(
      #"count reviews where evaluated_date > 07/06/2009"#,
      [(.ambiguousDate, #"07/06/2009"#)],
      #"count reviews where evaluated_date > 2009-06-07"#),
    TypedMistake(
      #"count reviews where evaluated_date > 07-06-2009"#,
      [(.ambiguousDate, #"07-06-2009"#)],
      #"count reviews where evaluated_date > 2009-06-07"#),
    TypedMistake(
      #"count reviews where evaluated_date > 25.12.2009"#,
      [(.ambiguousDate, #"25.12.2009"#)],
      #"count reviews where evaluated_date > 2009-12-25"#),
    TypedMistake(
      #"count reviews where evaluated_date > '2009-12-25'"#,
      [(.typeMismatch, #"'2009-12-25'"#)],
      #"count reviews where evaluated_date > 2009-12-25"#),
    TypedMistake(
      #"count reviews where submitted_date - decision_date > 6 months"#,
      [(.needsUnit, #"6 months"#)],
      #"count reviews where months(decision_date, submitted_date) > 6"#),
    TypedMistake(
      #"count children where status "CP plan""#,
      [(.syntax, #""CP plan""#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"count children where age 5"#,
      [(.syntax, #"5"#)],
      #"count children where age = 5"#),
    TypedMistake(
      #"count children where status = CP plan"#,
      [(.notAValue, #"CP plan"#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"count children where status = "CP plan"#,
      [(.unclosedString, #""CP plan"#)],
      #"count children where status = "CP plan""#),
    TypedMistake(
      #"count children where (died and infant"#,
      [(.syntax, #""#)],
      #"count children where (died and infant)"#),
    TypedMistake(
      #"count children where died)"#,
      [(.syntax, #")"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children where died, infant"#,
      [(.syntax, #","#)],
      #"count children where died and infant"#),
    TypedMistake(
      #"count children where died."#,
      [(.syntax, #"."#)],
      #"count children where died"#),
    TypedMistake(
      #"count children where died?"#,
      [(.habit, #"?"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children?"#,
      [(.habit, #"?"#)],
      #"count children"#),
    TypedMistake(
      #"count children where status != "CP plan" or "Known""#,
      [(.syntax, #"status != "CP plan" or "Known""#)],
      #"count children where status not in ("CP plan", "Known")"#),
    TypedMistake(
      #"count children where status = "CP plan" and "Known""#,
      [(.singleValued, #"and "Known""#)],
      #"count children where status = "CP plan" or "Known""#),
    TypedMistake(
      #"count children where disability has "Learning" and "Hearing""#,
      [(.singleValued, #"disability has "Learning" and "Hearing""#)],
      #"count children where disability has all of ("Learning", "Hearing")"#),
    TypedMistake(
      #"count children where disability = "Learning""#,
      [(.manyValued, #"disability = "Learning""#)],
      #"count children where disability has "Learning""#),
    TypedMistake(
      #"count children where disability = "Learning" or "Hearing""#,
      [(.manyValued, #"disability"#)],
      #"count children where disability has any of ("Learning", "Hearing")"#),
    TypedMistake(
      #"count children where disability in ("Learning", "Hearing")"#,
      [(.manyValued, #"disability"#)],
      #"count children where disability has any of ("Learning", "Hearing")"#),
    TypedMistake(
      #"count children where gender has "male""#,
      [(.notManyValued, #"gender"#)],
      #"count children where gender = "male""#),
    TypedMistake(
      #"count children where status in ["CP plan", "Known"]"#,
      [(.unexpectedCharacter, #"["#), (.unexpectedCharacter, #"]"#)],
      #"count children where status in ("CP plan", "Known")"#),
    TypedMistake(
      #"count children where status in "CP plan", "Known""#,
      [(.syntax, #""CP plan", "Known""#)],
      #"count children where status in ("CP plan", "Known")"#),
    TypedMistake(
      #"count children where status: "CP plan""#,
      [(.unexpectedCharacter, #":"#)],
      #"count children where status =  "CP plan""#),
    TypedMistake(
      #"count children with died"#,
      [(.habit, #"with"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children having died"#,
      [(.habit, #"having"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children whose age > 5"#,
      [(.habit, #"whose"#)],
      #"count children where age > 5"#),
    TypedMistake(
      #"count children who died"#,
      [(.habit, #"who"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children died"#,
      [(.syntax, #"died"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children when died"#,
      [(.habit, #"when"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children wher died"#,
      [(.syntax, #"wher"#)],
      #"count children where died"#),
    TypedMistake(
      #"count children where died adn infant"#,
      [(.syntax, #"adn"#)],
      #"count children where died and infant"#),
    TypedMistake(
      #"count children where gender = m"#,
      [(.unknownValue, #"m"#)],
      #"count children where gender = "male""#),
    TypedMistake(
      #"count children where gender = F"#,
      [(.unknownValue, #"F"#)],
      #"count children where gender = "female""#),
    TypedMistake(
      #"count children where status = cin"#,
      [(.typeMismatch, #"cin"#)],
      #"count children where status = "Child in need""#),
    TypedMistake(
      #"count children where status = "need""#,
      [(.unknownValue, #""need""#)],
      #"count children where status = "Child in need""#),
    TypedMistake(
      #"count children where status = plan"#,
      [(.unknownValue, #"plan"#)],
      #"count children where status = "CP plan""#),
  ]
}
