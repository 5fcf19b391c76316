/// An invented account of a review, of 80 to 200 words, that agrees with the review's rows: what it
/// says of ages, harm, status, agencies and themes can be found in them.
struct Narrative {
  private let review: ReviewCase
  private var random: RandomSource
  private var words: SlotWords
  private var usedWords = 0

  /// Writes the account; the stream decides which of the sentences that fit are taken.
  static func text(of review: ReviewCase, _ random: inout RandomSource) -> String {
    guard let index = review.children.first else { return "" }
    var narrative = Narrative(review: review, random: random, index: index)
    let text = narrative.compose(index)
    random = narrative.random
    return text
  }

  private init(review: ReviewCase, random: RandomSource, index: ChildCase) {
    self.review = review
    self.random = random
    words = SlotWords()
    let people = People(of: review, index: index, &self.random)
    words.set(.child, capital: .Child, to: people.child)
    words.set(.introduction, capital: .Introduction, to: people.introduction)
    words.set(.carer, capital: .Carer, to: people.carer)
    words[.siblings] = people.siblings
  }

  private mutating func compose(_ index: ChildCase) -> String {
    let target = random.within(95...165)
    let opening = [sentence(from: incident(index))]
    let household = [
      sentence(
        from: review.children.count > 1
          ? BackgroundSentences.withSiblings : BackgroundSentences.alone)
    ]
    let status = [sentence(from: BackgroundSentences.status(index.status))]
    let closing = [sentence(from: HistorySentences.closing(review.grade))]
    var circumstances: [String] = []
    var history: [String] = []
    var kinds = random.shuffled(index.characteristics)
    var findings = random.shuffled(review.findings)
    while usedWords < target {
      if history.count <= circumstances.count * 2, let finding = findings.popLast() {
        history.append(sentence(about: finding))
      } else if let kind = kinds.popLast() {
        circumstances.append(sentence(from: BackgroundSentences.circumstance(kind)))
      } else if let finding = findings.popLast() {
        history.append(sentence(about: finding))
      } else {
        break
      }
    }
    // A short case is filled up with what could be said of any; the sentences do not repeat.
    var general = random.shuffled(HistorySentences.general)
    while usedWords < 90, let template = general.popLast() {
      history.append(sentence(from: [template]))
    }
    return arranged(
      opening: opening, household: household, status: status, circumstances: circumstances,
      history: history, closing: closing)
  }

  /// Accounts begin with the incident or lead up to it.
  private mutating func arranged(
    opening: [String], household: [String], status: [String], circumstances: [String],
    history: [String], closing: [String]
  ) -> String {
    let parts =
      switch random.below(3) {
      case 0: opening + household + circumstances + status + history + closing
      case 1: opening + status + household + circumstances + history + closing
      default: opening + household + status + history + circumstances + closing
      }
    return parts.joined(separator: " ")
  }

  private func incident(_ child: ChildCase) -> [Template] {
    let months = child.assumedMonths
    if let category = child.deathCategory {
      return IncidentSentences.death(category, months: months)
    }
    return IncidentSentences.harm(child.harmCategory ?? .other, months: months)
  }

  private mutating func sentence(about finding: Finding) -> String {
    name(finding.agency)
    return sentence(
      from: finding.type == .strength
        ? HistorySentences.strength : HistorySentences.shortcoming(finding.subTheme),
      agencyIsNamed: true)
  }

  private mutating func sentence(from templates: [Template], agencyIsNamed: Bool = false) -> String
  {
    if !agencyIsNamed { name(review.agencies.first?.agency ?? .generalPractice) }
    words[.number] = NumberWords.cardinal(random.within(2...9))
    words[.season] = random.pick(["spring", "summer", "autumn", "winter"])
    let text = random.pick(templates).filled(words)
    usedWords += text.utf8.count { $0 == UInt8(ascii: " ") } + 1
    return text
  }

  private mutating func name(_ agency: Agency) {
    words.set(.agency, capital: .Agency, to: agency.phrase)
    let others = review.agencies.map(\.agency).filter { $0 != agency }
    words[.other] = (others.isEmpty ? Agency.generalPractice : random.pick(others)).phrase
  }
}
