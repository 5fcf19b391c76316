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
    output.write(
      palette.paint(
        paragraph("Tour, \(tour.position + 1) of \(tour.screens.count): \(screen.title)"), .heading)
        + "\n\n")
    say(screen.text)
    output.write("\n    enquire> \(screen.statement)\n\n")
    let isLast = tour.position + 1 == tour.screens.count
    say(
      "Type the statement" + (options.isInteractive ? " (Tab writes it)" : "") + ", "
        + (isLast ? "" : "`next`, ") + (tour.position == 0 ? "" : "`back`, ") + "or `leave`.")
    correction = screen.statement
  }
}
