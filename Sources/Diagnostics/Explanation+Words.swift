/// What went wrong in reading a statement.
extension DiagnosticCode.Explanation {
  static let habit = Self(
    title: "a habit from another language",
    text: """
      A word or sign that other tools use, where this language has one of its own. It is \
      recognised only so that the right form can be shown. The corrected query says the \
      same.
      """,
    wrong: #"count children where status == "CP plan" && died"#,
    right: #"count children where status = "CP plan" and died"#)

  static let mixedAndOr = Self(
    title: "`and` and `or` without brackets",
    text: """
      Brackets are missing where `and` and `or` meet. `and` binds more tightly, so the \
      query is read as if the part around `and` stood in brackets, and that may not be \
      what was meant. The prompt answers and shows the count of the other reading; a \
      script stops.
      """,
    wrong: "count children where cin or known and died",
    right: "count children where cin or (known and died)")

  static let nestedTooDeep = Self(
    title: "brackets inside brackets, too many times",
    text: """
      The query nests deeper than the program follows. A part of it can be given a name \
      with `define` and used by that name.
      """,
    wrong: "count children where " + String(repeating: "(", count: 60) + "died",
    right: "count children where died")

  static let syntax = Self(
    title: "a word out of place",
    text: """
      The statement cannot be read beyond the marked place. The message says what was \
      found and what could stand there. Often a word is missing just before it.
      """,
    wrong: #"count children status = "CP plan""#,
    right: #"count children where status = "CP plan""#)

  static let unclosedString = Self(
    title: "a text without its closing quote",
    text: """
      A text begins with a quote and the line ends before the same quote closes it. A text \
      never runs over several lines. A quote inside a text is written with a backslash \
      before it.
      """,
    wrong: #"count children where status = "CP plan"#,
    right: #"count children where status = "CP plan""#)

  static let unexpectedCharacter = Self(
    title: "a character that means nothing here",
    text: """
      The marked character is no part of the language outside a text. It may have come \
      along with a copied line. A name with unusual characters is written in backticks.
      """,
    wrong: "count children where died @",
    right: "count children where died")

  static let unknownStatement = Self(
    title: "no statement begins with this word",
    text: """
      Every statement begins with what to do: count, list, tabulate, percent and so on. \
      `help` lists all of them.
      """,
    wrong: "cuont children where died",
    right: "count children where died")
}
