import TestSupport
import Testing

@testable import Session

/// Values without quotes after `or`, names without backticks, rows that are missing, and what is said where a
/// field is not what it seems.
@MainActor @Suite struct BareWordTests {
  private static let homes =
    """
    home,grade,owner,Bed count,size-band
    1,Good,A,1,1
    2,Outstanding,B,c,1
    3,Poor,C,3,2
    4,Good,,4,2
    5,Outstanding,A,5,3
    6,Poor,A,3,3

    """
  private static let owners = """
    owner,name,Bed count
    A,Ann,01001
    B,Bea,01002
    D,Dee,01003
    E,Eve,01004

    """

  private func answers(_ statements: String) throws -> (
    isRight: Bool, output: String, errors: String
  ) {
    let folder = try TemporaryFolder()
    try folder.write(Self.homes, to: "homes.csv")
    try folder.write(Self.owners, to: "owners.csv")
    let (output, errors) = (MemorySink(), MemorySink())
    let session = Session(output: output, errors: errors, options: .init())
    #expect(session.open([folder.path]) == .success, "\(errors.text)")
    let relation = "define relation keeper as homes.owner to owners.owner"
    #expect(session.run(relation).status == .success, "\(errors.text)")
    let (before, told) = (output.text.count, errors.text.count)
    let outcome = session.run(statements)
    return (
      outcome.status == .success, String(output.text.dropFirst(before)),
      String(errors.text.dropFirst(told))
    )
  }

  @Test(arguments: [
    ("count homes where grade = Good or Outstanding", 4),
    ("count homes where grade is Good or Outstanding", 4),
    ("count homes where grade = Good or Outstanding or Poor", 6),
    ("count homes where grade = Good or Outstanding and keeper is recorded", 3),
    ("count homes where keeper is recorded and grade = Good or Outstanding", 3),
    ("count homes where not (grade = Good or Outstanding)", 2),
    ("count homes where grade = Good or keeper.name = Bea or Ann", 5),
    ("count homes where grade in (Good) or Outstanding", 4),
  ])
  func `a bare value after or joins the comparison before it`(statement: String, count: Int) throws
  {
    let answer = try answers(statement)
    #expect(answer.isRight, "\(answer.errors)")
    #expect(answer.output.hasPrefix("\(count) homes"), "\(statement): \(answer.output)")
    #expect(answer.errors.isEmpty, "\(answer.errors)")
  }

  @Test(arguments: [
    ("count homes where grade != Good or Outstanding", "grade not in (Good, Outstanding)"),
    ("count homes where grade = Good and Outstanding", "grade in (Good, Outstanding)"),
    ("count homes where no keeper", "keeper is missing"),
    ("count homes where any keeper", "keeper is recorded"),
    ("count homes where keeper", "keeper is recorded"),
    ("median `Bed count` of homes", "define missing \"c\" in homes.`Bed count`"),
    ("count homes where `Bed count` > 3", "define missing \"c\" in homes.`Bed count`"),
    ("median `Bed count` of owners", "digits that were taken for codes"),
    ("count homes where Bed count = 3", "try: count homes where `Bed count` = 3"),
    ("count homes by bed count", "try: count homes by `Bed count`"),
    ("list homes show Bed count, bed count", "try: list homes show `Bed count`, `Bed count`"),
    ("count homes where Bed count = 3 and grade = Goood", "`Bed count` = 3 and grade = \"Good\""),
    (
      "count homes where size-band = 3 and grade = 'size-band'", "grade has no value \"size-band\""
    ),
    ("median size-band of homes", "try: median `size-band` of homes"),
    ("values `Bed count`", "homes.`Bed count` or owners.`Bed count`"),
    ("count homes where \"bed count\" = 3", "try: count homes where `Bed count` = 3"),
    ("count homes where keeper is missing because \"unknown\"", "keeper is missing"),
  ])
  func `what means something else is refused with what was meant`(
    statement: String, offer: String
  ) throws {
    let answer = try answers(statement)
    #expect(!answer.isRight)
    #expect(answer.errors.contains(offer), "\(statement): \(answer.errors)")
  }

  @Test func `a row is missing for want of a key or of a row that has it`() throws {
    #expect(try answers("count homes where keeper is missing").output.hasPrefix("2 homes"))
    #expect(try answers("count homes where keeper is recorded").output.hasPrefix("4 homes"))
    let dangling = try answers("count homes where owner is recorded and keeper is missing")
    #expect(dangling.output.hasPrefix("1 home"), "\(dangling.output)")
    let sentence = try answers("explain count homes where keeper is missing").output
    #expect(sentence == "The number of homes for which keeper is missing.\n")
  }
}
