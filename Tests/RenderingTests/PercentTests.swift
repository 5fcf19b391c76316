import Testing

@testable import Rendering

@Test(arguments: [
  (62, 147, "42.2%"), (23, 147, "15.6%"), (31, 90, "34.4%"), (0, 90, "0.0%"), (90, 90, "100.0%"),
  (1, 5000, "<0.1%"), (4999, 5000, ">99.9%"), (0, 0, "-"), (1, 2000, "0.1%"), (1, 2001, "<0.1%"),
  (1, 8, "12.5%"), (1, 16, "6.3%"), (3, 16, "18.8%"), (Int.max - 1, Int.max, ">99.9%"),
])
func `a percentage is rounded half up, once, and never overstates`(
  part: Int, whole: Int, text: String
) {
  #expect(Percentage(part: part, whole: whole).text == text)
}

@Test(
  arguments: [
    (31, 90, "34.4"), (0, 90, "0.0"), (90, 90, "100.0"), (3, 10_000, "0.03"),
    (9_997, 10_000, "99.97"), (0, 0, nil),
  ] as [(Int, Int, String?)])
func `a percentage for programs takes more decimals rather than say none or all`(
  part: Int, whole: Int, digits: String?
) {
  #expect(Percentage(part: part, whole: whole).digits == digits)
}

@Test func `the largest numbers break nothing`() {
  #expect(Percentage(part: .max - 1, whole: .max).digits != nil)
  #expect(Percentage(part: .max, whole: 1).text.hasSuffix("00.0%"))
  #expect(Percentage(part: .min, whole: .max).text == "-100.0%")
}

@Test func `percentages agree with exact decimal arithmetic`() {
  for whole in 1...300 {
    for part in 0...whole {
      // Tenths by counting: the largest t with (2t - 1) * whole <= 2000 * part.
      var tenths = 2000 * part / (2 * whole)
      while (2 * (tenths + 1) - 1) * whole <= 2000 * part { tenths += 1 }
      let expected = "\(tenths / 10).\(tenths % 10)%"
      #expect(Percentage(part: part, whole: whole).text == expected)
    }
  }
}

@Test(
  arguments: [
    (5.0, "5"), (0.125, "0.125"), (-2.5, "-2.5"), (1e20, "1e+20"), (.infinity, nil),
    (.nan, nil), (-0.0, "0"),
  ] as [(Double, String?)])
func `the shortest digits of a number`(number: Double, text: String?) {
  #expect(NumberText.shortest(number) == text)
}

@Test(arguments: [
  (12.5, 0, "13"), (12.5, 2, "12.50"), (-0.001, 2, "0.00"), (0.999, 2, "1.00"), (1e20, 2, "1e+20"),
  (.nan, 2, "-"), (-3.14159, 4, "-3.1416"), (0.05, 1, "0.1"),
])
func `numbers with so many decimals`(number: Double, decimals: Int, text: String) {
  #expect(NumberText.fixed(number, decimals: decimals) == text)
}

@Test func `decimals are as many as needed and no more than four`() {
  #expect(NumberText.decimalsNeeded([1, 2]) == 0)
  #expect(NumberText.decimalsNeeded([1, 2.5, 2.25]) == 2)
  #expect(NumberText.decimalsNeeded([1.0 / 3]) == 4)
  #expect(NumberText.decimalsNeeded([]) == 0)
}
