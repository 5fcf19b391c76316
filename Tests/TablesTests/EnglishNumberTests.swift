import Tables
import Testing

@Test(arguments: [
  ("children", "child"), ("grandchildren", "grandchild"), ("reviews", "review"),
  ("agencies", "agency"), ("people", "person"), ("men", "man"), ("women", "woman"),
  ("diagnoses", "diagnosis"), ("series", "series"), ("species", "species"),
  ("addresses", "address"), ("churches", "church"), ("boxes", "box"), ("cases", "case"),
  ("statuses", "status"), ("status", "status"), ("abuses", "abuse"), ("buses", "bus"),
  ("causes", "cause"), ("houses", "house"), ("nurses", "nurse"), ("analysis", "analysis"),
  ("specimen", "specimen"), ("specimens", "specimen"), ("regimen", "regimen"), ("ties", "tie"),
  ("staff", "staff"), ("class", "class"), ("is", "is"), ("s", "s"), ("", ""),
  ("incident_characteristics", "incident_characteristic"), ("key_people", "key_person"),
  ("test data", "test datum"), ("Children", "Child"), ("CHILDREN", "CHILD"),
  ("Agencies", "Agency"), ("REVIEWS", "REVIEW"), ("People", "Person"), ("findings", "finding"),
  ("recommendations", "recommendation"), ("narratives", "narrative"), ("données", "donnée"),
])
func `the singular of a table's name`(many: String, one: String) {
  #expect(EnglishNumber.singular(of: many) == one)
}

@Test(arguments: ["child", "review", "agency", "person", "bus", "status", "address"])
func `a singular stays`(noun: String) {
  #expect(EnglishNumber.singular(of: noun) == noun)
}

@Test func `an exact name wins, and one that differs in case must be the only one`() {
  let names = ["Status", "status", "Age", "GRADE", "grade"]
  #expect(NameMatch.index(of: "status", in: names) == 1)
  #expect(NameMatch.index(of: "Status", in: names) == 0)
  #expect(NameMatch.index(of: "STATUS", in: names) == nil)
  #expect(NameMatch.index(of: "AGE", in: names) == 2)
  #expect(NameMatch.index(of: "grade", in: names) == 4)
  #expect(NameMatch.index(of: "Grade", in: names) == nil)
  #expect(NameMatch.index(of: "a", in: ["A", "A", "A"]) == nil)
  #expect(NameMatch.index(of: "", in: names) == nil)
  #expect(NameMatch.index(of: "x", in: [String]()) == nil)
}
