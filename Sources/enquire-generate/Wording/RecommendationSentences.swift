/// Sentences for recommendations, by theme.
///
/// Invented for this data set.
enum RecommendationSentences {
  /// With a measure and a date, or without.
  static func templates(_ theme: Theme, isSmart: Bool) -> [Template] {
    isSmart ? measured(theme) : general(theme)
  }

  private static func measured(_ theme: Theme) -> [Template] {
    switch theme {
    case .goodPractice:
      [
        "Within {months} months {agency} should audit thirty files for the voice of the child.",
        "{Agency} should see every child on a plan alone at least monthly, reported each quarter.",
      ]
    case .action:
      [
        "{Agency} should follow up every missed appointment within five days, from {season}.",
        "Within {months} months {agency} should have one chronology for each open case.",
      ]
    case .sources:
      [
        "{Agency} should check all adults of a household within ten days of a referral.",
        "Within {months} months {agency} should record fathers and partners in nine of ten files.",
      ]
    case .assessment:
      [
        "{Agency} should complete pre-birth assessments by the thirtieth week of pregnancy.",
        "Within {months} months {agency} should review all assessments older than a year.",
      ]
    case .workingTogether:
      [
        "{Agency} should attend nine of ten conferences by {season} and report on the others.",
        "Minutes of meetings led by {agency} should reach all partners within five days.",
      ]
    case .challenge:
      [
        "All staff of {agency} with open cases should have monthly supervision by {season}.",
        "Within {months} months {agency} should train all managers in challenging explanations.",
      ]
    }
  }

  private static func general(_ theme: Theme) -> [Template] {
    switch theme {
    case .goodPractice:
      [
        "{Agency} should remind staff to keep the child in view.",
        "{Agency} should consider how children's wishes are recorded.",
      ]
    case .action:
      [
        "{Agency} should review its guidance on missed appointments.",
        "{Agency} should make sure that decisions are followed by action.",
      ]
    case .sources:
      [
        "{Agency} should improve the sharing of information.",
        "{Agency} should encourage staff to ask about fathers.",
      ]
    case .assessment:
      [
        "{Agency} should strengthen the quality of its assessments.",
        "{Agency} should promote the use of the existing assessment framework.",
      ]
    case .workingTogether:
      [
        "{Agency} should take a fuller part in work with other agencies.",
        "{Agency} should clarify who leads when several agencies are involved.",
      ]
    case .challenge:
      [
        "{Agency} should support staff in challenging parents and colleagues.",
        "{Agency} should raise awareness of feigned compliance.",
      ]
    }
  }
}
