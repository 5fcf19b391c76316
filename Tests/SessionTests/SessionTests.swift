import Diagnostics
import Language
import Testing

@testable import Session

/// Statements that change the session, and help.
@MainActor
@Suite struct SessionTests {
  @Test func `a defined field and a defined set are used like any other`() {
    let (session, output, errors) = makeSession()
    let outcome = session.run(
      """
      define children.teenager as age between 13 and 19 years
      define deaths as children where died
      count deaths where teenager
      count children where died and teenager
      define deaths as children where not died
      count deaths
      """)
    #expect(outcome.status == .success, "\(errors.text)")
    let lines = output.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0] == lines[1])
    #expect(lines[2] == "104 children (of 194)")
  }

  @Test func `options are set, shown and refused`() {
    let (session, output, errors) = makeSession()
    #expect(session.run("set format csv\ncount children").status == .success)
    #expect(output.text == "count\n194\n")
    #expect(session.run("set").status == .success)
    for option in SettingOption.allCases { #expect(output.text.contains(option.rawValue)) }
    #expect(session.run("set format excel").status == .mistake)
    #expect(session.run("set colour on").status == .mistake)
    #expect(errors.text.contains("try: set color on"))
  }

  @Test func `a failed open keeps the data`() {
    let (session, output, errors) = makeSession()
    #expect(session.run("open \"no-such-file.csv\"").status == .dataNotRead)
    #expect(errors.text.contains("no such file"))
    #expect(session.run("count children").status == .success)
    #expect(output.text == "194 children\n")
  }

  @Test func `every topic has a page`() {
    let (session, output, errors) = makeSession()
    for topic in HelpTopic.all {
      let before = output.text.count
      #expect(session.run("help \(topic.name)").status == .success, "\(topic.name): \(errors.text)")
      #expect(output.text.count > before + 20, "\(topic.name)")
      #expect(topic.example?.isEmpty == false, "\(topic.name) has an example")
    }
    #expect(session.run("help").status == .success)
    #expect(session.run("help percnt").status == .mistake)
    #expect(errors.text.contains("try: help percent"))
  }

  @Test func `every example answers`() {
    // These need a file, write one, end the session, or belong at the top of a script.
    let set: Set<StatementForm> = [.open, .run, .save, .copy, .quit, .history, .set]
    for topic in HelpTopic.language + HelpTopic.functions + HelpTopic.formats
      + StatementForm.allCases.filter({ !set.contains($0) }).map({ form in
        HelpTopic(name: form.rawValue, usage: "", summary: "", example: form.example)
      })
    where !(topic.example ?? "").contains(" into ") {
      let (session, output, errors) = makeSession()
      let outcome = session.run(topic.example ?? "")
      #expect(outcome.status == .success, "\(topic.example ?? ""): \(errors.text)")
      // A definition says nothing, nor does a warning of what holds.
      let isQuiet = ["define", "parameter", "warn"].contains(topic.name)
      #expect(isQuiet || !output.text.isEmpty, "\(topic.name): \(errors.text)")
    }
  }

  @Test func `a year can be a field, and a quarter is named only as a group`() {
    let (session, output, errors) = makeSession()
    let define = "define reviews.incident_year as year of incident_date"
    #expect(session.run(define).status == .success, "\(errors.text)")
    #expect(session.run("count reviews where incident_year = 2008").status == .success)
    let counted = output.text
    #expect(session.run("count reviews where incident_date in 2008").status == .success)
    let inPeriod = String(output.text.dropFirst(counted.count))
    #expect(counted.prefix { $0.isNumber } == inPeriod.prefix { $0.isNumber })
    #expect(session.run("define reviews.q as quarter of incident_date").status == .mistake)
    #expect(errors.text.contains("this makes groups only after `by`"))
  }

  @Test func `a measure made from another has its own name, and none leads back to itself`() {
    let (session, output, errors) = makeSession()
    let defined = session.run(
      """
      define measure died_rate as percent died
      define measure part as died_rate
      died_rate, part of children
      """)
    #expect(defined.status == .success, "\(errors.text)")
    #expect(output.text.hasPrefix("died_rate  n of died_rate   part  n of part"), "\(output.text)")
    #expect(session.run("define measure died_rate as part").status == .success)
    #expect(session.run("died_rate of children").status == .mistake)
    #expect(errors.text.contains("leads back to itself"), "\(errors.text)")
  }

  @Test func `a zero says why`() {
    let (session, output, _) = makeSession()
    _ = session.run("count children where status = \"CP plan\" and age > 17 years")
    #expect(output.text.hasPrefix("0 children"))
    #expect(output.text.contains("why none: all: 194 -> status = \"CP plan\": 49 -> "))
  }
}
