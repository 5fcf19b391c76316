/// Sentences of narratives about the household and what services there were.
///
/// Invented.
enum BackgroundSentences {
  static let alone: [Template] = [
    "{Child} was the only child in the household.",
    "There were no other children living at the address.",
    "{Carer} had moved home {number} times in two years.",
  ]

  static let withSiblings: [Template] = [
    "The review also concerned {siblings}.",
    "{Child} lived with {siblings}, whose needs were looked at in the same review.",
    "Services knew the home mainly through {siblings}.",
  ]

  static func status(_ status: Status) -> [Template] {
    switch status {
    case .notKnown:
      [
        "At the time of the incident {child} was not known to children's social care.",
        "Children's social care had no record of {child}, although other services did.",
      ]
    case .known:
      [
        "{Child} was known to children's social care, but no plan of any kind was in place.",
        "An initial assessment had been closed {number} months before, and nothing followed it.",
      ]
    case .childInNeed:
      [
        "{Child} was receiving services as a child in need when the incident happened.",
        "A child in need plan was in place, though its meetings had lapsed.",
      ]
    case .plan:
      [
        "{Child} was the subject of a child protection plan at the time.",
        "A child protection plan was in place, and its last review had been put off.",
      ]
    }
  }

  static func circumstance(_ kind: Characteristic) -> [Template] {
    switch kind {
    case .physicalAbuse:
      [
        "Bruising had been seen on {number} earlier occasions and each time there was a new story.",
        "A health worker had noted marks on the face and arms that were put down to play.",
        "Earlier injuries were treated one by one and nobody asked about physical abuse.",
      ]
    case .neglect:
      [
        "Long-term neglect was visible: hunger, head lice, dirty clothes and a bare bedroom.",
        "The home was cold and soiled, and food was short for weeks at a time.",
        "Teeth, skin and weight all told of neglect that had gone on for years.",
      ]
    case .sexualAbuse:
      [
        "Sexualised behaviour had been reported twice without a medical opinion being sought.",
        "A relative who had been convicted of sexual offences was a regular visitor.",
      ]
    case .emotionalAbuse:
      [
        "{Child} was often shouted at, blamed and shut in a room, which was emotional abuse.",
        "{Carer} spoke of {child} with contempt in front of visitors.",
      ]
    case .domesticViolence:
      [
        "Police had been called to domestic violence at the address {number} times.",
        "{Carer} had twice moved to a refuge because of domestic violence and twice come back.",
      ]
    case .mentalIllHealth:
      [
        "{Carer} had been treated for depression, and the effect on parenting was not considered.",
        "There was a history of mental ill health in the family and medication had been stopped.",
      ]
    case .drugMisuse:
      [
        "Drug misuse in the home was known, and methadone was kept in a kitchen cupboard.",
        "{Carer} was in treatment for heroin use and missed most of the tests.",
      ]
    case .alcoholMisuse:
      [
        "Neighbours spoke of alcohol misuse, of parties and of children left alone at night.",
        "{Carer} was often drunk when visitors called.",
      ]
    case .selfHarm:
      [
        "Self-harm had been treated at hospital {number} times in the year before.",
        "{Child} had spoken of suicide to a friend and to a school counsellor.",
      ]
    case .riskTaking:
      [
        "Going missing, drinking and risk-taking were treated as bad behaviour, not as distress.",
        "{Child} was excluded from school and spent time with much older people.",
      ]
    case .fabricatedIllness:
      ["Symptoms were reported that nobody else had ever seen, and doctors suspected fabrication."]
    case .concealedPregnancy:
      ["The pregnancy was concealed until late, so that almost no antenatal care was given."]
    case .accident:
      ["Warnings about unsafe windows, ponds and medicines had been given and forgotten."]
    case .suddenDeath:
      ["Advice on safe sleeping had been given, but nobody had looked where {child} slept."]
    case .other:
      ["The family had few friends, frequent debts and little trust in services."]
    }
  }
}
