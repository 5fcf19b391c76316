/// Sentences for findings, by what they are about.
///
/// Invented for this data set.
enum FindingSentences {
  static func templates(_ subTheme: SubTheme, _ type: FindingType) -> [Template] {
    let set = sentences(of: subTheme)
    return switch type {
    case .shortcoming: set.shortcomings
    case .strength: set.strengths
    case .lesson: set.lessons
    }
  }

  private typealias Sentences = (
    shortcomings: [Template], strengths: [Template], lessons: [Template]
  )

  private static func sentences(of subTheme: SubTheme) -> Sentences {
    switch subTheme {
    case .childsViews: childsViews
    case .notSeenAlone: notSeenAlone
    case .culture: culture
    case .missedAppointments: missedAppointments
    case .thresholds: thresholds
    case .recording: recording
    case .informationLate: informationLate
    case .fathers: fathers
    case .assessment: assessment
    case .preBirth: preBirth
    case .meetings: meetings
    case .statements: statements
    case .feignedCompliance: feignedCompliance
    case .supervision: supervision
    }
  }

  private static let childsViews: Sentences = (
    [
      "{Agency} recorded what the adults wanted and very little of what the child felt.",
      "Nobody from {agency} asked what daily life at home was like for the child.",
      "Drawings and behaviour that spoke for the child were noted by {agency} but not considered.",
    ],
    ["A worker from {agency} used play to find out what the child was worried about."],
    [
      "What a child cannot say in words can be seen, and {agency} should write it down.",
      "Plans made by {agency} should begin with the child's own view of the home.",
    ]
  )
  private static let notSeenAlone: Sentences = (
    [
      "{Agency} saw the child only with a parent in the room.",
      "Three home visits by {agency} ended without the child being seen alone.",
      "The child was said to be asleep and {agency} did not ask to look in.",
    ],
    ["{Agency} insisted on speaking to the child alone and did so at school."],
    [
      "{Agency} should record at every visit whether the child was seen, and whether alone.",
      "A child who is never seen alone by {agency} has no safe moment to speak.",
    ]
  )
  private static let culture: Sentences = (
    [
      "{Agency} relied on a relative to interpret during a visit about injuries.",
      "The family's faith and language were left blank on the form used by {agency}.",
      "Assumptions about family customs kept {agency} from asking ordinary questions.",
    ],
    ["{Agency} arranged an independent interpreter for every meeting."],
    ["{Agency} should ask what culture and identity mean for this child, not in general."]
  )
  private static let missedAppointments: Sentences = (
    [
      "Repeated missed appointments were closed by {agency} with a standard letter.",
      "{Agency} did not ask why the child was not brought to four clinics in a row.",
      "After each missed appointment {agency} offered another and told nobody.",
    ],
    ["{Agency} visited the home the day after a second missed appointment."],
    ["A child who is not brought should lead {agency} to act, not to close the file."]
  )
  private static let thresholds: Sentences = (
    [
      "A referral from {agency} was judged not to meet the threshold and no reason was given.",
      "{Agency} treated each event as too small to act on and never added them up.",
      "Two referrals made by {agency} within a month were handled as if they were one.",
    ],
    ["{Agency} questioned the decision on threshold and the case was opened again."],
    ["{Agency} should weigh the whole history when deciding whether a threshold is met."]
  )
  private static let recording: Sentences = (
    [
      "{Agency} kept two files for the family and nobody read them together.",
      "Entries made by {agency} were not dated, so the order of events was lost.",
      "The chronology held by {agency} stopped seven months before the incident.",
    ],
    ["{Agency} kept a clear chronology that others could rely on."],
    ["A one-page chronology kept by {agency} would have shown the pattern."]
  )
  private static let informationLate: Sentences = (
    [
      "{Agency} held information about earlier injuries and did not share it early enough.",
      "Concerns that a neighbour raised with {agency} reached the conference three weeks late.",
      "{Agency} thought that consent was needed before sharing and waited.",
    ],
    ["{Agency} shared what it knew on the same day by telephone and then in writing."],
    ["{Agency} should share early what it knows of the adults in a household with children."]
  )
  private static let fathers: Sentences = (
    [
      "{Agency} knew that a new partner had moved in and made no checks on him.",
      "The father was not invited to any meeting held by {agency}.",
      "Men in the household were absent from the records of {agency}.",
    ],
    ["{Agency} sought out the father and learned of earlier violence."],
    ["{Agency} should always ask who else lives in or visits the home."]
  )
  private static let assessment: Sentences = (
    [
      "The assessment by {agency} described the home and drew no conclusion about risk.",
      "{Agency} did not revise its assessment when the circumstances changed.",
      "The assessment by {agency} dwelt on the parents' needs and lost sight of the child.",
    ],
    ["The assessment by {agency} was prompt, clear and led to a plan."],
    ["An assessment by {agency} should say what would have to change, and by when."]
  )
  private static let preBirth: Sentences = (
    [
      "No pre-birth assessment was made although {agency} knew of earlier removals.",
      "{Agency} learned of the pregnancy late and the pre-birth meeting came after the birth.",
      "The frailty of a small baby was underestimated by {agency}.",
    ],
    ["{Agency} began a pre-birth assessment at sixteen weeks and kept to it."],
    ["{Agency} should begin pre-birth work as soon as a pregnancy with known risks is booked."]
  )
  private static let meetings: Sentences = (
    [
      "{Agency} was not invited to the strategy meeting and did not ask for the minutes.",
      "Core group meetings were cancelled twice when {agency} could not attend.",
      "At the conference {agency} deferred to others and kept its doubts to itself.",
    ],
    ["{Agency} chaired meetings that ended in actions with names and dates."],
    ["Meetings should not go ahead without {agency} when it knows the family best."]
  )
  private static let statements: Sentences = (
    [
      "{Agency} accepted the parents' explanation for bruising without a medical opinion.",
      "The account of how the injury happened changed twice and {agency} did not challenge it.",
      "Statements by family members were taken as fact by {agency}.",
    ],
    ["{Agency} challenged the explanation given and asked for a second opinion."],
    ["{Agency} should test what parents say against what the child's body and conduct show."]
  )
  private static let feignedCompliance: Sentences = (
    [
      "{Agency} mistook feigned compliance for progress.",
      "Parents agreed to every suggestion by {agency} and carried out none.",
      "The home was clean on announced visits, and {agency} made no others.",
    ],
    ["{Agency} recognised feigned compliance and began to visit without notice."],
    ["{Agency} should look for change in the child, not for agreement from the adults."]
  )
  private static let supervision: Sentences = (
    [
      "Supervision in {agency} was cancelled for several weeks during staff shortages.",
      "A newly qualified worker in {agency} carried the case without reflective supervision.",
      "Managers in {agency} signed off visits without reading the notes.",
    ],
    ["Supervision in {agency} asked hard questions and changed the plan."],
    ["Supervision in {agency} should make room for doubt and for a fresh look."]
  )
}
