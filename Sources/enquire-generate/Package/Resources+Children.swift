extension Resources {
  static let children = ResourceDescription(
    name: "children", singular: "child", title: "Children",
    description: "SYNTHETIC. One row a child that a review concerns.",
    fields: childFields,
    parent: (field: "review", resource: "reviews"))

  private static let notApplicable = (value: "n/a", label: "not applicable")

  private static let childFields = [
    FieldDescription("id", .string, "Child", "The child's code.").key(),
    FieldDescription("review", .string, "Review", "The review that concerns the child.").required(),
    FieldDescription(
      "index_child", .boolean, "Index child",
      "Whether the review was held because of what happened to this child: one child a review."
    ).required(),
    FieldDescription("age", .integer, "Age", "Age at the incident in whole months, below 18 years.")
      .missing("withheld", "withheld").enquire("unit", "months").enquire("displayUnit", "years"),
    FieldDescription("gender", Gender.self, "Gender", "Gender as recorded."),
    FieldDescription(
      "ethnicity", Ethnicity.self, "Ethnicity",
      "Ethnicity in the codes of the children in need census. Refused and not yet obtained are "
        + "two kinds of missing."
    ).missingOnly(ethnicityMarkers),
    FieldDescription(
      "ethnic_group", EthnicGroup.self, "Ethnic group",
      "The broad group of the ethnicity, with Chinese among other groups as it was published then."
    ).missingOnly(ethnicityMarkers),
    FieldDescription(
      "disability", Disability.self, list: true, "Disability",
      "Disabilities in the codes of the children in need census; a child may have several. NONE "
        + "says that the child had none, which is not the same as a disability not recorded."),
    FieldDescription(
      "outcome", Outcome.self, "Outcome", "Whether the child died or was in a serious incident."
    ).required(),
    FieldDescription(
      "status", Status.self, "Status",
      "The highest level of service from children's social care at the time of the incident. Each "
        + "level includes those below: a child with a child protection (CP) plan is a child in "
        + "need, and a child in need is known. \"Not known to services\" is a value: it does not "
        + "mean that the status is missing."
    ).ordered().required().enquire("cumulative", true),
    FieldDescription(
      "cp_history", PlanHistory.self, "Plan history",
      "Whether the child has a child protection plan, had one in the past, or never had one."),
    FieldDescription(
      "cp_category", PlanCategory.self, list: true, "Plan category",
      "The reasons for the current or past child protection plan; there may be several."
    ).missing(notApplicable.value, notApplicable.label),
    FieldDescription(
      "legal_status", LegalStatus.self, "Legal status", "The legal order at the time, if any."),
    FieldDescription(
      "living_with", LivingWith.self, "Living with", "Where the child lived at the time."),
    FieldDescription(
      "death_category", DeathCategory.self, "Category of death",
      "The category of the death, in the terms of the research series; only of children who died."
    ).missingOnly([notApplicable]),
    FieldDescription(
      "harm_category", HarmCategory.self, "Category of harm",
      "The category of the harm, in the terms of the research series; only of children who lived."
    ).missingOnly([notApplicable]),
  ]

  private static let ethnicityMarkers = [
    (value: "REFU", label: "refused"), (value: "NOBT", label: "not yet obtained"),
  ]

  static let characteristics = ResourceDescription(
    name: "characteristics", singular: "characteristic", title: "Incident characteristics",
    description: "SYNTHETIC. What marked the incident and the child's circumstances, one row each; "
      + "every child has at least one. A characteristic without a row was not mentioned, which "
      + "does not prove its absence.",
    fields: [
      FieldDescription("id", .string, "Characteristic", "The row's code.").key(),
      FieldDescription("child", .string, "Child", "The child it marks.").required(),
      FieldDescription("kind", Characteristic.self, "Kind", "The characteristic.").required(),
    ],
    parent: (field: "child", resource: "children"))
}
