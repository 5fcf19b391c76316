internal import Diagnostics
internal import TextLayout

extension Session {
  /// `tour`: begins a look at the open data.
  func startTour() -> ExitStatus {
    guard let grader = grader() else { return .dataNotRead }
    tellScore()
    course.place = nil
    var guide = TourGuide(grader)
    course.tour = guide.tour()
    showScreen()
    return .success
  }

  /// Turns to the next screen or to the one before.
  func turnTour(by step: Int) {
    guard course.tour?.turn(by: step) == true else {
      if step > 0 {
        course.tour = nil
        say("That was the last screen of the tour. `tour` begins it again.")
      } else {
        say("This is the first screen.")
      }
      return
    }
    showScreen()
  }

  /// Shows the screen at hand; Tab writes its statement.
  func showScreen() {
    guard let tour = course.tour else { return }
    let screen = tour.screen
    let heading = "Tour, \(tour.position + 1) of \(tour.screens.count): \(screen.title)"
    let isLast = tour.position + 1 == tour.screens.count
    let ways =
      "Type the statement" + (options.isInteractive ? " (Tab writes it)" : "") + ", "
      + (isLast ? "" : "`next`, ") + (tour.position == 0 ? "" : "`back`, ") + "or `leave`."
    present(
      palette.paint(paragraph(heading), .heading) + "\n\n" + paragraph(screen.text) + "\n"
        + "\n    enquire> \(screen.statement)\n\n" + paragraph(ways) + "\n")
    correction = screen.statement
  }
}
