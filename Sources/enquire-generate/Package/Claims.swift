/// What was published of the year, and what the data say to it.
struct Claim: Sendable {
  var claim: String
  var source: String
  var published: String
  var query = ""
  var expected = ""
  var status = ClaimStatus.reproduced

  private static let release = "Ofsted press release, October 2010"
  private static let article = "Local Government Lawyer, October 2010"
  private static let careNews = "Care Appointments, October 2010"
  private static let councilNews = "Local Government Chronicle, October 2010"
  private static let youthNews = "Children and Young People Now, October 2010"
  private static let lawNews = "Family Law, October 2009"
  private static let runningTotals = "Children and Young People Now, early 2010"

  static let all = ofReviews + ofChildren + ofBoards + ofPeriods + thatDoNotHold

  private static let ofReviews = [
    Claim(
      claim: "Reviews evaluated from April 2009 to March 2010", source: release, published: "147",
      query: "count reviews", expected: "147"),
    Claim(
      claim: "Reviews judged good", source: release, published: "42%",
      query: "percent grade = \"good\" of reviews", expected: "42"),
    Claim(
      claim: "Reviews judged adequate", source: release, published: "42%",
      query: "percent grade = \"adequate\" of reviews", expected: "42"),
    Claim(
      claim: "Reviews judged inadequate", source: release, published: "16%",
      query: "percent grade = \"inadequate\" of reviews", expected: "16"),
    Claim(
      claim: "Nearly one in six reviews judged inadequate", source: article,
      published: "nearly one in six", query: "count reviews where grade = \"inadequate\"",
      expected: "23"),
    Claim(
      claim: "No review judged outstanding", source: careNews, published: "none",
      query: "count reviews where grade = \"outstanding\"", expected: "0"),
  ]

  private static let ofChildren = [
    Claim(
      claim: "Children whom the reviews concerned", source: release, published: "194",
      query: "count children", expected: "194"),
    Claim(
      claim: "Children who died", source: release, published: "90",
      query: "count children where died", expected: "90"),
    Claim(
      claim: "Children in a serious incident", source: release, published: "the rest",
      query: "count children where not died", expected: "104"),
    Claim(
      claim: "Children known to social care at the time of the incident", source: release,
      published: "119", query: "count children where known", expected: "119"),
    Claim(
      claim: "Children receiving services as children in need", source: release, published: "90",
      query: "count children where cin", expected: "90"),
    Claim(
      claim: "Children in need with a child protection plan", source: release, published: "49",
      query: "count children where cp_plan", expected: "49"),
    Claim(
      claim: "Children who died and were receiving services as children in need",
      source: release, published: "31", query: "count children where died and cin",
      expected: "31"),
    Claim(
      claim: "A quarter of the children had a child protection plan", source: careNews,
      published: "a quarter", query: "percent cp_plan of children", expected: "25"),
    Claim(
      claim: "Most of the children were five or younger", source: careNews,
      published: "the majority", query: "count children where age < 6 years",
      expected: "at least 98"),
    Claim(
      claim: "Physical abuse or long-term neglect was the most common characteristic",
      source: release, published: "most common",
      query: "count characteristics by kind sort by count descending first 2",
      expected: "physical abuse and long-term neglect"),
  ]

  private static let ofBoards = [
    Claim(
      claim: "One authority had four reviews: three good, one adequate", source: careNews,
      published: "four",
      query: "count lscbs where at least 4 reviews and at least 3 reviews (grade = \"good\")",
      expected: "1"),
    Claim(
      claim: "Three authorities had two inadequate reviews each, and none had more",
      source: councilNews, published: "two each",
      query: "count lscbs where at least 2 reviews (grade = \"inadequate\")", expected: "3"),
  ]

  private static let ofPeriods = [
    Claim(
      claim: "Inadequate reviews in the first nine months of the year", source: runningTotals,
      published: "17%",
      query: "percent grade = \"inadequate\" of reviews where evaluated_date < 2010-01-01",
      expected: "17"),
    Claim(
      claim: "Inadequate reviews in the last quarter of 2009", source: runningTotals,
      published: "two of 28",
      query: "count reviews where grade = \"inadequate\" and "
        + "evaluated_date between 2009-10-01 and 2009-12-31",
      expected: "2"),
  ]

  private static let thatDoNotHold = [
    Claim(
      claim: "Cases reported are down by nearly 50% on the year before",
      source: "Local Government Association, quoted by \(article)", published: "nearly 50%",
      status: .notDerivable),
    Claim(
      claim: "16 of the 147 reviews were inadequate: the percentage was taken for the count",
      source: councilNews, published: "16 of the 147",
      query: "count reviews where grade = \"inadequate\"", expected: "23", status: .erroneous),
    Claim(
      claim: "174 children died in the reviews of 2008-09", source: youthNews, published: "174",
      status: .erroneous),
    Claim(
      claim: "113 children died in the reviews of 2008-09, the better attested figure",
      source: lawNews, published: "113", status: .notDerivable),
    Claim(
      claim: "15 children were killed by a parent or died through a parent's actions; it is not "
        + "said whether of the 90 who died or of the 31",
      source: councilNews, published: "15", status: .notDerivable),
  ]
}
