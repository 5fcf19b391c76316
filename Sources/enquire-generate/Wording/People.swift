/// What a narrative calls the people of a case.
///
/// Nobody has a name.
struct People {
  /// "the baby", "the boy", "the young person".
  let child: String
  /// "a four-month-old girl".
  let introduction: String
  /// "the mother": a parent, wherever the child lived, so that no carer by profession is blamed.
  let carer: String
  /// "one brother or sister", "two brothers and sisters"; empty when there are none.
  let siblings: String

  init(of review: ReviewCase, index: ChildCase, _ random: inout RandomSource) {
    child =
      switch index.months {
      case nil: "the child"
      case .some(..<12): "the baby"
      case .some(144...): "the young person"
      default:
        switch index.gender {
        case .male: "the boy"
        case .female: "the girl"
        case nil: "the child"
        }
      }
    introduction = Self.introduction(index)
    carer = random.pick(["the mother", "the mother", "the mother", "the father"])
    let others = review.children.count - 1
    siblings =
      others == 1
      ? "one brother or sister" : "\(NumberWords.cardinal(others)) brothers and sisters"
  }

  private static func introduction(_ child: ChildCase) -> String {
    let noun =
      switch child.gender {
      case .male: "boy"
      case .female: "girl"
      case nil: "child"
      }
    guard let months = child.months else { return "a \(noun) whose age was not recorded" }
    if months == 0 { return "a newborn \(noun)" }
    let (number, unit) = months < 24 ? (months, "month") : (months / 12, "year")
    let article = [8, 11, 18].contains(number) ? "an" : "a"
    return "\(article) \(NumberWords.cardinal(number))-\(unit)-old \(noun)"
  }
}
