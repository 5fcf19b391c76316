/// A line of a plan.
struct PlanStep {
  var name: String
  var how: String
  var yes: Int?
  var undecided: Int?
  /// The rows that are likely to be true, judged before anyone looks.
  var expected: Int?
  var elapsed: Duration?

  init(_ name: String, _ how: String, yes: Int? = nil, undecided: Int? = nil) {
    self.name = name
    self.how = how
    self.yes = yes
    self.undecided = undecided
  }

  func cells(_ showsTime: Bool) -> [AnswerValue] {
    let numbers = [expected, yes, undecided].map {
      $0.map { AnswerValue.integer($0) } ?? .missing(reason: nil)
    }
    let time = elapsed.map { AnswerValue.text(Self.inWords($0)) } ?? .missing(reason: nil)
    return [.text(name), .text(how)] + numbers + (showsTime ? [time] : [])
  }

  private static func inWords(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let micros = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    return micros < 10_000 ? "\(micros) µs" : "\(micros / 1000) ms"
  }
}
