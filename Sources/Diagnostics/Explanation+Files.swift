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

  static let fileNotWritten = Self(
    title: "the file could not be written",
    text: """
      The answer could not be written to this path: the folder may not exist, or may not \
      be written to, or the disk is full. A file that was there before is as it was.
      """,
    wrong: #"count children by status as csv into "no-such-folder/status.csv""#,
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
