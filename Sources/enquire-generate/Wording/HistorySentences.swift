/// Sentences of narratives about what practice was like.
///
/// Invented.
enum HistorySentences {
  static func shortcoming(_ subTheme: SubTheme) -> [Template] {
    switch subTheme {
    case .childsViews:
      [
        "{Agency} wrote many pages about the adults and a single line about {child}.",
        "The daily life of {child} was missing from the notes of {agency}.",
      ]
    case .notSeenAlone:
      [
        "{Child} was never seen alone by {agency}, because an adult always answered.",
        "Visits by {agency} ended at the door, and {child} was said to be asleep.",
      ]
    case .culture:
      [
        "{Agency} used a family friend to interpret and learned little.",
        "Questions about faith, language and identity were avoided by {agency}.",
      ]
    case .missedAppointments:
      [
        "Missed appointments were followed by letters from {agency} and then by silence.",
        "After {number} missed appointments {agency} closed the file.",
      ]
    case .thresholds:
      [
        "A referral from {agency} was turned away as below the threshold.",
        "{Agency} looked at each event by itself and the threshold was never reached.",
      ]
    case .recording:
      [
        "Records kept by {agency} were thin, undated and split between two files.",
        "No chronology was kept by {agency}, so a pattern over {number} months was missed.",
      ]
    case .informationLate:
      [
        "{Agency} knew of an earlier injury but did not share the information early enough.",
        "What {agency} knew reached {other} only after the incident.",
      ]
    case .fathers:
      [
        "The father was hardly mentioned by {agency}, and a new partner was never checked.",
        "{Agency} did not ask who the man at the visits was.",
      ]
    case .assessment:
      [
        "The assessment made by {agency} was a description without a conclusion.",
        "{Agency} never brought its assessment up to date when a new partner moved in.",
      ]
    case .preBirth:
      [
        "A pre-birth assessment was planned by {agency} and never finished.",
        "{Agency} heard of the pregnancy late and there was no pre-birth plan.",
      ]
    case .meetings:
      [
        "{Agency} was not at the meeting where it was agreed to wait.",
        "Meetings were held without {agency}, and the minutes were lost.",
      ]
    case .statements:
      [
        "The parents' explanation for the bruising was too easily accepted by {agency}.",
        "{Carer} gave three different explanations and {agency} did not challenge any of them.",
        "{Agency} believed what {carer} said about a fall and asked nobody else.",
      ]
    case .feignedCompliance:
      [
        "{Agency} took feigned compliance for change: visits were welcomed and nothing altered.",
        "{Carer} promised to work with {agency}, cleaned the house for visits and hid the rest.",
      ]
    case .supervision:
      [
        "The worker from {agency} had no supervision for {number} months.",
        "Managers in {agency} did not test the hopeful view that was taken of {carer}.",
      ]
    }
  }

  static let strength: [Template] = [
    "There was good practice too: a worker from {agency} visited without notice and was listened to.",
    "{Agency} did well to question a decision and to put its doubts in writing.",
    "One person from {agency} was trusted by the family and kept in touch for {number} months.",
  ]

  static let general: [Template] = [
    "In the {number} months before the incident {agency} and {other} both had contact with the home.",
    "{Agency} changed the allocated worker {number} times and each began again from the beginning.",
    "A neighbour and a grandmother had both been worried and did not know whom to tell.",
    "The family moved across a boundary in {season} and the files followed slowly.",
  ]

  static func closing(_ grade: Grade) -> [Template] {
    switch grade {
    case .good, .outstanding:
      [
        "The review asked hard questions of every agency and set out what must change.",
        "The authors kept the child in view throughout and drew clear lessons.",
        "The panel was independent, the family took part, and the lessons were acted on early.",
      ]
    case .adequate:
      [
        "The review found the main lessons, though some agencies explained little.",
        "The panel described events well and was less sure why they had happened.",
        "Most lessons were identified, but the action plan named few dates.",
      ]
    case .inadequate:
      [
        "The review recounted events without asking why decisions had been made.",
        "Reports from some agencies were missing, and the lessons were not drawn together.",
        "The terms of reference left out the years that mattered most.",
      ]
    }
  }
}
