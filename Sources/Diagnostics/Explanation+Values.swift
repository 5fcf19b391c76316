/// What went wrong in comparing values.
extension DiagnosticCode.Explanation {
  static let ambiguousDate = Self(
    title: "a date that can be read two ways",
    text: """
      Day and month could be exchanged, and people in different countries would read it \
      differently. The year comes first, or the month is written as a word.
      """,
    wrong: "count reviews where decision_date > 07/06/2009",
    right: "count reviews where decision_date > 2009-06-07")

  static let needsQuantifier = Self(
    title: "related rows without a number",
    text: """
      The path leads to several rows, and the query does not say how many of them have to \
      match. `any`, `every`, `no` and `at least 2` give different counts. The condition on \
      the related rows stands in brackets.
      """,
    wrong: "count reviews where child.died",
    right: "count reviews where any child (died)")

  static let needsUnit = Self(
    title: "units that do not go together",
    text: """
      One side is in a unit that the other does not convert to. Months differ in length, so \
      days are never turned into months; `months(FROM, TO)` counts whole months between two \
      dates.
      """,
    wrong: "count reviews where submitted_date - decision_date > 6 months",
    right: "count reviews where months(decision_date, submitted_date) > 6")

  static let manyValued = Self(
    title: "= on a field that can hold several values",
    text: """
      The field can hold several values at once, so `=` does not say which is meant. `has` \
      asks whether a value is among them, `has only` whether it is the only one.
      """,
    wrong: #"count children where disability = "LD""#,
    right: #"count children where disability has "LD""#)

  static let notABoolean = Self(
    title: "a condition that is neither true nor false",
    text: """
      A name alone can be a condition only when its field holds yes or no. Any other field \
      is compared with a value.
      """,
    wrong: "count children where status",
    right: #"count children where status = "CP plan""#)

  static let notAValue = Self(
    title: "a word that is no value",
    text: """
      An unquoted word may stand for a value only when it is one of the field's values and \
      no name. A value of several words, or one that the field does not list, is written \
      in quotes.
      """,
    wrong: "count children where status = CP plan",
    right: #"count children where status = "CP plan""#)

  static let notManyValued = Self(
    title: "`has` with a field of one value",
    text: """
      `has` asks whether a value is among several, and each row holds one value of this \
      field. `=` or `in` asks for it.
      """,
    wrong: #"count children where status has "CP plan""#,
    right: #"count children where status = "CP plan""#)

  static let notOrdered = Self(
    title: "a comparison by order where there is none",
    text: """
      The codebook gives the values of this field no order, so none is less or more than \
      another. The values wanted can be listed with `in`.
      """,
    wrong: #"count children where gender is at least "female""#,
    right: #"count children where gender = "female""#)

  static let singleValued = Self(
    title: "two values at once in a field of one value",
    text: """
      Each row holds one value of this field, so it can never hold two. Either of them is \
      asked for with `in`.
      """,
    wrong: #"count children where status = "CP plan" and "Child in need""#,
    right: #"count children where status in ("CP plan", "Child in need")"#)

  static let typeMismatch = Self(
    title: "two kinds of values compared",
    text: """
      The two sides hold different kinds of values, such as a number and a text, so no row \
      could ever match. The message says what the field holds.
      """,
    wrong: #"count children where age = "young""#,
    right: "count children where age < 1 year")

  static let unknownValue = Self(
    title: "no such value in the field",
    text: """
      The field has a list of values, from the codebook or from the data, and this is not \
      one of them. The count would be zero, which would look like a finding. Case, extra \
      blanks and kinds of dash make no difference; `values status` lists the values with \
      their counts.
      """,
    wrong: #"count children where status = "CP paln""#,
    right: #"count children where status = "CP plan""#)

  static let valueIsField = Self(
    title: "a field where a value was expected",
    text: """
      The word is the name of a field, so the two fields would be compared. A value of \
      that name is written in quotes.
      """,
    wrong: "count children where status = known",
    right: #"count children where status = "known""#)

  static let badPattern = Self(
    title: "nothing that can be looked for",
    text: """
      `mentions` and `find` look for whole words, so there must be at least one; `contains` needs a \
      letter. A regular expression after `matches` must be complete, and knows no backreferences.
      """,
    wrong: #"count narratives where text mentions "*""#,
    right: #"count narratives where text mentions "bruis*""#)

  static let notText = Self(
    title: "a search in what is no text",
    text: """
      `contains`, `mentions`, `matches` and `find` look into texts. A number or date is compared, and \
      a many-valued field is asked with `has`.
      """,
    wrong: #"count children where disability mentions "LD""#,
    right: #"count children where disability has "LD""#)

  static let notUnique = Self(
    title: "a key that several rows share",
    text: """
      A relation leads from many rows to one, which it finds by a key: one field, or several together, \
      that no two rows share. The message says how many rows repeat a key and shows one of them.
      """,
    wrong: "define relation place as reviews.region to lscbs.region",
    right: "define relation place as reviews.lscb to lscbs.id")
}
