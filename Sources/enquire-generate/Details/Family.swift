/// What the children of one review share.
struct Family: Sendable {
  var ethnicity: ChildCase.RecordedEthnicity
  /// Circumstances of the parents.
  var circumstances: [Characteristic]

  static func draw(_ random: inout RandomSource) -> Family {
    let ethnicity: ChildCase.RecordedEthnicity =
      switch random.below(100) {
      case 0..<4: .refused
      case 4..<12: .notYetObtained
      default: .given(ethnicities.draw(&random))
      }
    let circumstances = parental.filter { random.chance($0.1) }.map(\.0)
    return Family(ethnicity: ethnicity, circumstances: circumstances)
  }

  private static let ethnicities = Weighted<Ethnicity>([
    (.whiteBritish, 690), (.whiteIrish, 6), (.irishTraveller, 6), (.roma, 6), (.whiteOther, 40),
    (.mixedCaribbean, 34), (.mixedAfrican, 14), (.mixedAsian, 14), (.mixedOther, 22), (.indian, 16),
    (.pakistani, 36), (.bangladeshi, 14), (.asianOther, 14), (.blackCaribbean, 26),
    (.blackAfrican, 36), (.blackOther, 8), (.chinese, 4), (.other, 14),
  ])

  private static let parental: [(Characteristic, Int)] = [
    (.domesticViolence, 42), (.mentalIllHealth, 33), (.drugMisuse, 25), (.alcoholMisuse, 27),
  ]
}
