/// What went wrong in files, scripts and the program.
extension DiagnosticCode.Explanation {
  static let dataNotReadable = Self(
    title: "the data could not be read",
    text: """
      The file or folder could not be read as data: it is empty, is not text, or is cut \
      off. The message names the file and, where there is one, the line. What was open \
      before stays open.
      """,
    wrong: #"open "picture.png""#,
    right: #"open "children.csv""#)

  static let expectationFailed = Self(
    title: "an expectation does not hold",
    text: """
      A script said what the data should give, and the data gives something else. The \
      message shows both numbers. The run goes on, and the program ends with exit code 1.
      """,
    wrong: "expect (count children where died) = 91",
    right: "expect (count children where died) = 90")

  static let lessonLayout = Self(
    title: "a lesson is not laid out as it should be",
    text: """
      A lesson file is a title (`# What is one row?`), paragraphs, transcripts indented by four \
      blanks, and exercises. An exercise is a line `## QUESTION` and below it its parts: \
      `answer:`, `also:`, `wrong:`, `uses:`, `idea:`, `shape:`, `near:`, `why:`. A part goes on \
      in indented lines; below `wrong:` they are what the learner is told. `lesson check` also \
      finds answers that are not graded as the file says.
      """,
    wrong: #"lesson check "half-written.lesson""#,
    right: "lesson check")

  static let lessonMissing = Self(
    title: "there is no such lesson, or none has begun",
    text: """
      `lesson` lists the lessons; `lesson 1` begins the first. `hint`, `why`, `skip`, `back` \
      and `repeat` speak of the exercise at hand.
      """,
    wrong: "lesson 99",
    right: "lesson 1")

  static let scriptLayout = Self(
    title: "a script is not laid out as it should be",
    text: """
      Besides statements a script may hold headings (`## Children`), text between two lines \
      of three quotes, the table that a statement must answer (below it, after a line \
      `----`), and parts that are repeated: `for each region in values reviews.region`, \
      lines, and `end`. One of these is not complete, or stands where it means nothing.
      """,
    wrong: "for each region in reviews",
    right: "for each region in values reviews.region")

  static let fileNotWritten = Self(
    title: "the file could not be written",
    text: """
      The answer could not be written to this path: the folder may not exist, or may not \
      be written to, or the disk is full. A file that was there before is as it was.
      """,
    wrong: #"count children by status as csv into "no-such-folder/status.csv""#,
    right: #"count children by status as csv into "status.csv""#)

  static let notCopied = Self(
    title: "the answer could not be put on the clipboard",
    text: """
      `copy` asks the terminal to take the last answer, so it works only at the prompt of a terminal \
      that can do more than write lines, and only for an answer that a terminal takes whole. \
      Elsewhere `as` gives the same text, and `into` writes it to a file.
      """,
    wrong: "copy as csv",
    right: #"count children by status as csv into "status.csv""#)

  static let unknownScript = Self(
    title: "no saved query of this name",
    text: """
      `run` takes the name of a saved query or the path of a script, and there is none of \
      this name. The names near it are shown.
      """,
    wrong: "run ofsted-2009",
    right: "run ofsted-2009-10")
}
