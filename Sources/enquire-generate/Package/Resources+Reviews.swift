extension Resources {
  static let lscbs = ResourceDescription(
    name: "lscbs", singular: "lscb", title: "Safeguarding boards",
    description: "SYNTHETIC. Local safeguarding children boards, all of them fictional. Some have "
      + "no review in the year.",
    fields: [
      FieldDescription("id", .string, "Board", "The board's code.").key(),
      FieldDescription("name", .string, "Name", "The board's invented name.").required(),
      FieldDescription(
        "region", Region.self, "Region",
        "The region of England in which the board is said to stand; invented as well."
      ).required(),
    ])

  static let reviews = ResourceDescription(
    name: "reviews", singular: "review", title: "Serious case reviews",
    description: "SYNTHETIC. One row a review that was evaluated from April 2009 to March 2010. A "
      + "review may concern several children. An evaluation judges how well the review found out "
      + "what can be learned, not how well the agencies had worked.",
    fields: [
      FieldDescription("id", .string, "Review", "The review's code.").key(),
      FieldDescription("lscb", .string, "Board", "The board that commissioned the review.")
        .required(),
      FieldDescription("region", Region.self, "Region", "The region of the board.").required(),
      FieldDescription("year", .string, "Year", "The financial year of evaluation.").required(),
      FieldDescription(
        "incident_date", .date, "Incident", "The day of the death or serious incident."),
      FieldDescription(
        "decision_date", .date, "Decision", "The day on which it was decided to hold a review."),
      FieldDescription(
        "submitted_date", .date, "Submitted", "The day on which the review was sent in."),
      FieldDescription("evaluated_date", .date, "Evaluated", "The day of the evaluation.")
        .required(),
      FieldDescription(
        "grade", Grade.self, "Overall judgement",
        "The judgement of the review as a whole. No review of the year was outstanding."
      ).ordered().required(),
      FieldDescription(
        "terms_of_reference", Grade.self, "Terms of reference",
        "The judgement of the terms of reference."
      ).ordered(),
      FieldDescription(
        "overview_report", Grade.self, "Overview report", "The judgement of the overview report."
      ).ordered(),
      FieldDescription(
        "equality_and_diversity", Grade.self, "Equality and diversity",
        "The judgement of how equality and diversity were considered."
      ).ordered(),
      FieldDescription(
        "family_involvement_judgement", Grade.self, "Family involvement",
        "The judgement of how the family was involved."
      ).ordered(),
      FieldDescription(
        "recommendation_count", .integer, "Recommendations",
        "How many recommendations the review made: the number of its rows in `recommendations`. "
          + "Far fewer than in real reviews, to keep the set small."
      ).required(),
      FieldDescription(
        "independent_author", .boolean, "Independent author",
        "Whether the author of the overview report was independent of the agencies."),
      FieldDescription(
        "family_involved", .boolean, "Family took part",
        "Whether members of the family contributed to the review."),
    ],
    parent: (field: "lscb", resource: "lscbs"))

  static let agencies = ResourceDescription(
    name: "agencies", singular: "agency", title: "Agencies involved",
    description: "SYNTHETIC. One row for each agency that had worked with the family of a review.",
    fields: [
      FieldDescription("id", .string, "Involvement", "The row's code.").key(),
      reviewField,
      FieldDescription("agency", Agency.self, "Agency", "The agency.").required(),
      FieldDescription(
        "level", ServiceLevel.self, "Level",
        "The level of the service: for everyone, for families with needs, or set by law."
      ).ordered().required(),
      FieldDescription(
        "known_at_incident", .boolean, "Involved at the time",
        "Whether the agency knew the family at the time of the incident."),
    ],
    parent: toReview)

  static let findings = ResourceDescription(
    name: "findings", singular: "finding", title: "Findings",
    description: "SYNTHETIC. What the reviews found of practice, under the headings of the "
      + "published report of the year.",
    fields: [
      FieldDescription("id", .string, "Finding", "The finding's code.").key(),
      reviewField,
      FieldDescription(
        "theme", Theme.self, "Theme", "The heading of the published report that it belongs to."
      ).required(),
      FieldDescription("sub_theme", SubTheme.self, "Sub-theme", "The narrower subject.").required(),
      FieldDescription("agency", Agency.self, "Agency", "The agency it speaks of.").required(),
      FieldDescription(
        "type", FindingType.self, "Type", "Whether it is a strength, a shortcoming or a lesson."
      ).required(),
      FieldDescription("text", .string, "Text", "The finding in an invented sentence.")
        .required().enquire("personal", true),
    ],
    parent: toReview)

  static let recommendations = ResourceDescription(
    name: "recommendations", singular: "recommendation", title: "Recommendations",
    description: "SYNTHETIC. What the reviews asked agencies to do.",
    fields: [
      FieldDescription("id", .string, "Recommendation", "The recommendation's code.").key(),
      reviewField,
      FieldDescription("agency", Agency.self, "Agency", "The agency it is addressed to.")
        .required(),
      FieldDescription("theme", Theme.self, "Theme", "The theme it belongs to.").required(),
      FieldDescription(
        "smart", .boolean, "SMART",
        "Whether it is specific and measurable and says by when it is to be done."
      ).required(),
      FieldDescription("text", .string, "Text", "The recommendation in an invented sentence.")
        .required().enquire("personal", true),
    ],
    parent: toReview)

  static let narratives = ResourceDescription(
    name: "narratives", singular: "narrative", title: "Narratives",
    description: "SYNTHETIC. An invented account of each review, of 80 to 200 words, made of "
      + "sentences that agree with the review's other rows. A subject that an account leaves out "
      + "is not thereby absent from the case.",
    fields: [
      FieldDescription("id", .string, "Narrative", "The narrative's code.").key(),
      reviewField,
      FieldDescription("text", .string, "Text", "The account.").required()
        .enquire("personal", true),
    ],
    parent: toReview)

  private static let reviewField = FieldDescription(
    "review", .string, "Review", "The review it belongs to."
  ).required()

  private static let toReview = (field: "review", resource: "reviews")
}
