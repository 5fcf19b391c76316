/// Opening sentences of narratives: what happened.
///
/// Invented for this data set.
enum IncidentSentences {
  static func death(_ category: DeathCategory, months: Int) -> [Template] {
    switch category {
    case .infanticide:
      [
        "{Introduction} was found dead at home, and the death was at first thought to be natural.",
        "{Introduction} died at home in circumstances that {carer} hid for some days.",
      ]
    case .assault:
      [
        "{Introduction} died in hospital of head injuries that were not accidental.",
        "{Introduction} died after an assault at home; older bruising was found as well.",
        "An ambulance was called to {introduction}, who had severe injuries and died the same day.",
      ]
    case .neglect:
      [
        "{Introduction} died weighing far less than was expected, in a home without food or heating.",
        "{Introduction} died of an illness that simple treatment would have cured.",
      ]
    case .overtHomicide:
      [
        "{Introduction} was killed by a member of the household who then called the police.",
        "{Introduction} was killed during a dispute between the adults about contact.",
      ]
    case .unclassified:
      [
        "{Introduction} died, and the cause of death could not be settled.",
        "The death of {introduction} remained unexplained after a long inquiry.",
      ]
    case .related: related(months)
    }
  }

  private static func related(_ months: Int) -> [Template] {
    if months < 24 {
      return [
        "{Introduction} died suddenly while sharing a sofa with {carer}, who had been drinking.",
        "{Introduction} was found lifeless in a crowded bed in a cold and dirty room.",
        "{Introduction} died in the night; no cause was found, but care had long been poor.",
      ]
    }
    if months < 132 {
      return [
        "{Introduction} died in an accident at home while nobody was watching.",
        "{Introduction} swallowed medicine that had been left within reach, and died.",
        "{Introduction} died in a house fire after earlier warnings about safety.",
      ]
    }
    return [
      "{Introduction} was found hanging after months of growing isolation.",
      "{Introduction} died by suicide soon after leaving a placement.",
      "{Introduction} took an overdose and died, having told friends but no adult.",
    ]
  }

  static func harm(_ category: HarmCategory, months: Int) -> [Template] {
    switch category {
    case .physical: assault(months)
    case .sexual:
      months < 60
        ? [
          "An examination of {introduction} at hospital showed signs of sexual abuse.",
          "{Introduction} had been sexually abused by an adult whom the family trusted.",
        ]
        : [
          "{Introduction} told a teacher of sexual abuse at home that had gone on for years.",
          "{Introduction} had been sexually abused by an adult whom the family trusted.",
        ]
    case .neglect:
      [
        "{Introduction} was found starving and filthy when officers forced the door.",
        "{Introduction} was taken to hospital gravely underweight and with untreated infections.",
      ]
    case .riskTaking:
      [
        "{Introduction} was gravely hurt after going missing from home for the ninth time.",
        "{Introduction} took part in a violent attack and was seriously injured.",
      ]
    case .other:
      [
        "{Introduction} survived an attempt by {carer} to end both their lives.",
        "{Introduction} came to serious harm through treatment for an illness that was made up.",
      ]
    }
  }

  private static func assault(_ months: Int) -> [Template] {
    if months >= 24 {
      return [
        "{Introduction} was taken to hospital with burns and bruising in several places.",
        "{Introduction} was badly beaten at home and a neighbour noticed the bruising.",
      ]
    }
    let ofAnyBaby: [Template] = [
      "{Introduction} was brought to hospital with fractures of different ages.",
      "{Introduction} suffered a serious head injury thought to come from shaking.",
    ]
    if months >= 7 { return ofAnyBaby }
    return ofAnyBaby + [
      "Bruising on {introduction}, who could not yet crawl, led to a scan that showed fractures."
    ]
  }
}
