import Diagnostics

extension TypedMistake {
  /// What cannot be corrected for sure: marked and explained, and nothing is offered.
  static let open: [TypedMistake] = [
    TypedMistake(
      #"how many of the children were on a plan"#,
      [
        (.habit, #"how many of the"#), (.habit, #"were"#), (.unknownField, #"on"#),
        (.syntax, #"a"#),
      ],
      nil),
    TypedMistake(
      #"count(*)"#,
      [(.habit, #"(*)"#), (.syntax, #""#)],
      nil),
    TypedMistake(
      #"summarize age, by status"#,
      [(.habit, #"summarize"#), (.syntax, #","#)],
      nil),
    TypedMistake(
      #"delete children where died"#,
      [(.unknownStatement, #"delete"#)],
      nil),
    TypedMistake(
      #"update children"#,
      [(.unknownStatement, #"update"#)],
      nil),
    TypedMistake(
      #"count children where age < 10 days"#,
      [(.needsUnit, #"10 days"#)],
      nil),
    TypedMistake(
      #"count children where status CP plan"#,
      [(.syntax, #"CP"#)],
      nil),
    TypedMistake(
      #"count children where status = "A" or "B""#,
      [(.unknownValue, #""A""#), (.unknownValue, #""B""#)],
      nil),
    TypedMistake(
      #"count children where gender = "boy""#,
      [(.unknownValue, #""boy""#)],
      nil),
    TypedMistake(
      #"count people"#,
      [(.unknownEntity, #"people"#)],
      nil),
    TypedMistake(
      #"dide"#,
      [(.unknownStatement, #"dide"#)],
      nil),
    TypedMistake(
      #"count reviews where findings.themes has "neglect""#,
      [(.needsQuantifier, #"findings.themes has "neglect""#), (.unknownField, #"themes"#)],
      nil),
    TypedMistake(
      #"count reviews where share > 42 percent"#,
      [(.unknownField, #"share"#), (.habit, #"42 percent"#)],
      nil),
    TypedMistake(
      #"percent died of children by status with row"#,
      [(.syntax, #""#)],
      nil),
    TypedMistake(
      #"count children where outcome = death"#,
      [(.unknownValue, #"death"#)],
      nil),
    TypedMistake(
      #"count children where age = "young""#,
      [(.typeMismatch, #""young""#)],
      nil),
    TypedMistake(
      #"count children where age = young"#,
      [(.notAValue, #"young"#)],
      nil),
    TypedMistake(
      #"count children where gender > "male""#,
      [(.notOrdered, #"gender > "male""#)],
      nil),
    TypedMistake(
      #"count chidlren where (dide or statsu = "x")"#,
      [
        (.unknownEntity, #"chidlren"#), (.unknownField, #"dide"#), (.unknownField, #"statsu"#),
        (.unknownValue, #""x""#),
      ],
      nil),
    TypedMistake(
      #"compare children where died and children where not died by gender"#,
      [(.syntax, #"where"#), (.syntax, #"by"#)],
      nil),
    TypedMistake(
      #"sample 5"#,
      [(.syntax, #""#)],
      nil),
    TypedMistake(
      #"sort children by age"#,
      [(.unknownStatement, #"sort"#)],
      nil),
    TypedMistake(
      #"count children where died and"#,
      [(.syntax, #""#)],
      nil),
    TypedMistake(
      #"count children where"#,
      [(.syntax, #""#)],
      nil),
    TypedMistake(
      #"count"#,
      [(.syntax, #""#)],
      nil),
    TypedMistake(
      #"list"#,
      [(.syntax, #""#)],
      nil),
  ]
}
